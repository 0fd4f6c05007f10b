"""``model$save(...)``, ``keras$models$load_model(...)`` and similar functions, as in Keras 2.

They accept formats and file extensions that Keras 3 refuses.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

from rkeras_py.api.models import saving, weight_files
from rkeras_py.compat.models.own_methods import own_method
from rkeras_py.convert.paths import path
from rkeras_py.convert.rule import ArgumentError

_HDF5, _TF = ("h5", "hdf5", "keras"), ("tf", "tensorflow")


def method(value: Any, name: str) -> Callable[..., Any] | None:
    """The replacement for a method of Keras's models or a function of ``keras.models``.

    Args:
        value: Any object.
        name: The attribute that R requests.

    Returns: ``None`` for other attributes, and if a class overrides the method.
    """
    if name not in (_FUNCTIONS if isinstance(value, ModuleType) else _METHODS):
        return None
    import keras

    if isinstance(value, ModuleType):
        is_keras = getattr(value, name, None) is getattr(keras.models, name)
        return _FUNCTIONS[name] if is_keras else None
    if not isinstance(value, keras.Model) or own_method(value, name):
        return None
    return lambda *args, **kwargs: _METHODS[name](value, *args, **kwargs)


def _save(
    model: Any,
    filepath: Any,
    overwrite: bool = True,
    include_optimizer: bool = True,
    save_format: str | None = None,
) -> None:
    one_file = _in_one_file(filepath, save_format)
    write = saving.save_model_hdf5 if one_file else saving.save_model_tf
    write(model, filepath, overwrite, include_optimizer)


def _save_weights(
    model: Any, filepath: Any, overwrite: bool = True, save_format: str | None = None
) -> None:
    if _in_one_file(filepath, save_format):
        weight_files.save_model_weights_hdf5(model, filepath, overwrite)
    else:
        weight_files.save_model_weights_tf(model, filepath, overwrite)


def _load_weights(
    model: Any, filepath: Any, skip_mismatch: bool = False, by_name: bool = False
) -> None:
    from rkeras_py.compat.files import checkpoints

    read = weight_files.load_model_weights_hdf5
    if checkpoints.exists(path(filepath)):
        read = weight_files.load_model_weights_tf
    read(model, filepath, by_name, skip_mismatch)


def _load(filepath: Any, custom_objects: Any = None, compile: bool = True, **_former: Any) -> Any:
    return saving.load_model_tf(filepath, custom_objects, compile)


def _in_one_file(filepath: Any, save_format: str | None) -> bool:
    """Whether Keras 2 wrote one file (HDF5 or Keras format) or TensorFlow's format."""
    if save_format is None:
        return path(filepath).endswith((".h5", ".hdf5", ".keras"))
    if save_format not in _HDF5 + _TF:
        raise ArgumentError(f'`save_format` must be "h5", "keras" or "tf", not "{save_format}".')
    return save_format in _HDF5


_METHODS: dict[str, Callable[..., None]] = {
    "save": _save,
    "save_weights": _save_weights,
    "load_weights": _load_weights,
}

_FUNCTIONS: dict[str, Callable[..., Any]] = {"save_model": _save, "load_model": _load}
