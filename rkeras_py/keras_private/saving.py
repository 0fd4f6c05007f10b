"""Reading and writing models: Keras's safe mode, its name registry, its HDF5 format."""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import FunctionType
from typing import Any

from rkeras_py.keras_private import file_probes, samples, uses_private
from rkeras_py.keras_private.replaced import Replaced


@uses_private(lambda f: f() in (None, False))
def in_safe_mode() -> bool | None:
    """Whether this thread reads models in safe mode; ``None`` if that is not set.

    Keras 3.0 to 3.15: ``serialization_lib.in_safe_mode()``.
    """
    from keras.src.saving import serialization_lib

    mode: bool | None = serialization_lib.in_safe_mode()
    return mode


@uses_private(file_probes.safe_mode)
def safe_mode(on: bool) -> AbstractContextManager[None]:
    """A context in which this thread reads models in safe mode, or not.

    Keras 3.0 to 3.15: ``serialization_lib.SafeModeScope``.
    """
    from keras.src.saving import serialization_lib

    scope: AbstractContextManager[None] = serialization_lib.SafeModeScope(on)
    return scope


def _checked(theirs: Callable[..., Any], ours: Callable[[], Any]) -> Callable[..., Any]:
    @functools.wraps(theirs)
    def retrieve(
        name: str, registered_name: Any, module: Any, obj_type: str, *more: Any, **options: Any
    ) -> Any:
        found = theirs(name, registered_name, module, obj_type, *more, **options)
        check = ours()
        if check is not None:
            check(found, obj_type, f"{module}.{name}")
        return found

    return retrieve


_retrieving = Replaced("keras.src.saving.serialization_lib", "_retrieve_class_or_fn", _checked)


@uses_private(file_probes.checked_names)
def checking(check: Callable[[Any, str, str], None] | None) -> AbstractContextManager[None]:
    """A context that checks all classes and functions named in models that this thread reads.

    Args:
        check: Called with the object, "class" or "function", and the name.

    Keras 3.0 to 3.15: ``serialization_lib._retrieve_class_or_fn()``, which is replaced meanwhile;
    other threads use Keras's own.
    """
    _retrieving.check()
    return _retrieving.by(check)


@uses_private(lambda f: {"keras.ops.relu", "keras.utils.get_file"} <= f().keys())
def exported_functions() -> dict[str, FunctionType]:
    """Keras's public functions by name; if a function has several names, the first one.

    Keras 3.0 to 3.15: ``api_export.REGISTERED_NAMES_TO_OBJS``.
    """
    from keras.src import api_export

    known = api_export.REGISTERED_NAMES_TO_OBJS.items()
    return {name: value for name, value in known if isinstance(value, FunctionType)}


@uses_private(file_probes.known_as)
def know_as(cls: type, base: type) -> None:
    """Make Keras save a subclass under the name of one of its own classes.

    Keras 3.0 to 3.15: ``api_export.REGISTERED_OBJS_TO_NAMES``.
    """
    from keras.src import api_export

    api_export.REGISTERED_OBJS_TO_NAMES[cls] = api_export.REGISTERED_OBJS_TO_NAMES[base]


@uses_private(lambda f: isinstance(f()["Dense"], type) and not isinstance(f()["add"], type))
def names_of_layers() -> dict[str, Any]:
    """The classes that Keras's HDF5 reader finds by name.

    Keras 3.0 to 3.15: the names in ``keras.src.layers``.
    """
    from keras.src import layers

    names: dict[str, Any] = vars(layers)
    return names


@uses_private(file_probes.model_of_keras_2)
def model_of_keras_2(config: dict[str, Any], custom_objects: dict[str, Any]) -> Any:
    """A model from a configuration in Keras 2's format.

    Keras 3.0 to 3.15: ``legacy.saving.saving_utils.model_from_config()``, in the scope
    ``use_legacy_config``.
    """
    from keras.src.legacy.saving import saving_options, saving_utils

    with saving_options.keras_option_scope(use_legacy_config=True):
        return saving_utils.model_from_config(config, custom_objects=custom_objects)


@uses_private(lambda f: f(samples.trained())["loss"] == "mse")
def compiled_with(model: Any) -> dict[str, Any] | None:
    """The arguments of ``compile()`` as they will be saved; ``None`` if it was not called.

    Keras 3.0 to 3.15: ``compile()`` sets the attribute ``_compile_config``.
    """
    made = vars(model).get("_compile_config")
    if made is None:
        return None
    arguments: dict[str, Any] = made.config
    return arguments


@uses_private(file_probes.hdf5_model)
def write_hdf5(model: Any, path: str, include_optimizer: bool) -> None:
    """Write a model to an HDF5 file.

    Keras 3.0 to 3.15: ``legacy_h5_format.save_model_to_hdf5()``.
    """
    from keras.src.legacy.saving import legacy_h5_format

    legacy_h5_format.save_model_to_hdf5(model, path, include_optimizer=include_optimizer)


@uses_private(file_probes.hdf5_model_read)
def read_hdf5(file: Any, custom_objects: dict[str, Any]) -> Any:
    """The model in an open HDF5 file of Keras 3, without compiling it.

    Keras 3.11 to 3.15: ``legacy_h5_format.load_model_from_hdf5(safe_mode=)``.
    """
    from keras.src.legacy.saving import legacy_h5_format

    return legacy_h5_format.load_model_from_hdf5(
        file, custom_objects, compile=False, safe_mode=in_safe_mode()
    )


@uses_private(file_probes.hdf5_weights)
def write_weights(group: Any, model: Any) -> None:
    """Write the weights of a model into a group of an HDF5 file.

    Keras 3.0 to 3.15: ``legacy_h5_format.save_weights_to_hdf5_group()``.
    """
    from keras.src.legacy.saving import legacy_h5_format

    legacy_h5_format.save_weights_to_hdf5_group(group, model)


@uses_private(file_probes.hdf5_weights_read)
def read_weights(
    group: Any, model: Any, by_name: bool = False, skip_mismatch: bool = False
) -> None:
    """Read the weights of a model from a group of an HDF5 file.

    Keras 3.0 to 3.15: ``legacy_h5_format.load_weights_from_hdf5_group()`` and
    ``load_weights_from_hdf5_group_by_name()``.
    """
    from keras.src.legacy.saving import legacy_h5_format

    read = legacy_h5_format.load_weights_from_hdf5_group
    if by_name:
        read = legacy_h5_format.load_weights_from_hdf5_group_by_name
    read(group, model, skip_mismatch=skip_mismatch)


@uses_private(file_probes.hdf5_group)
def group_in(parent: Any, name: str) -> Any:
    """A group of an HDF5 file; a link to another file is an error.

    Keras 3.15: ``saving_lib.safe_get_h5_group()``.
    """
    from keras.src.saving import saving_lib

    return saving_lib.safe_get_h5_group(parent, name)


@uses_private(file_probes.hdf5_dataset)
def dataset_in(group: Any, name: str) -> Any:
    """A dataset of an HDF5 file; a link to another file is an error.

    Keras 3.15: ``saving_lib.safe_get_h5_dataset()``.
    """
    from keras.src.saving import saving_lib

    return saving_lib.safe_get_h5_dataset(group, name)
