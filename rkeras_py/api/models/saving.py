"""Saves and loads models, as files and raw vectors."""

from __future__ import annotations

import os
import tempfile
from typing import Any

from rkeras_py import files
from rkeras_py.compat.models.made import finished
from rkeras_py.compat.names.unknown import with_known_names
from rkeras_py.convert.custom_objects import CustomObjects
from rkeras_py.convert.describe import describe
from rkeras_py.convert.named import keep_names
from rkeras_py.convert.objects import Model
from rkeras_py.convert.paths import AnyPath
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.models import given_metrics
from rkeras_py.registry.define import export


def check_free(path: str, overwrite: bool) -> None:
    """Raises: ArgumentError: the file exists, and must not be overwritten."""
    if os.path.exists(path) and not overwrite:
        raise ArgumentError(f'`filepath` exists: "{path}". Use `overwrite = TRUE` to replace it.')


def check_exists(path: str, argument: str = "filepath") -> None:
    """Raises: ArgumentError: there is no such file or folder."""
    if not os.path.exists(path):
        raise ArgumentError(f'`{argument}`: there is no file or folder "{path}".')


def write(model: Any, path: str, include_optimizer: bool = True) -> None:
    """Write a model in the format of the file extension; a SavedModel without extension."""
    from rkeras_py.compat.files import archives, saved_models

    if not path.endswith((".keras", ".h5", ".hdf5")):
        saved_models.save(model, path, include_optimizer)
    elif path.endswith(".keras"):
        files.require_replaceable(path)
        files.write_bytes(path, archives.to_bytes(model, include_optimizer))
    else:
        _write_hdf5(model, path, include_optimizer)


def _write_hdf5(model: Any, path: str, include_optimizer: bool) -> None:
    from rkeras_py.compat.files import hdf5

    with files.replacing_file(path) as part:
        hdf5.save_model(model, part, include_optimizer)


def read(path: str, custom_objects: dict[str, Any] | None, compile: bool) -> Any:
    """Read a model in any format.

    Raises:
        ArgumentError: there is none.
    """
    from rkeras_py.compat.files import reading
    from rkeras_py.compat.safe_mode import safe_mode

    custom_objects = custom_objects or {}
    with reading.naming(path), with_known_names(custom_objects, compile), safe_mode():
        return _ready(_read(path, custom_objects, compile))


def _read(path: str, custom_objects: dict[str, Any], compile: bool) -> Any:
    from rkeras_py.compat.files import hdf5, safe_hdf5, safe_zip, saved_models

    if os.path.isdir(path):
        if not saved_models.is_saved_model(path):
            raise ArgumentError(f'`filepath`: the folder "{path}" contains no model.')
        return saved_models.load(path, custom_objects, compile)
    if not os.path.isfile(path):  # reading a pipe or a device may never end
        raise ArgumentError(f'`filepath`: "{path}" is {files.kind(path)}, not a file or folder.')
    if safe_zip.is_archive(path):
        return _read_archive(path, custom_objects, compile)
    if not safe_hdf5.is_hdf5(path):
        raise ArgumentError(f'`filepath`: "{path}" contains no model that Keras can read.')
    model, training = hdf5.load_model(path, custom_objects, compile)
    if training is not None:
        _compile(model, training)
        hdf5.restore_optimizer(model, path)
    return model


def _read_archive(path: str, custom_objects: dict[str, Any], compile: bool) -> Any:
    from rkeras_py.compat.files import archives, safe_zip

    with safe_zip.unpacked(path) as folder:
        if not archives.is_of_keras_2(folder):
            return archives.load_unpacked(folder, custom_objects, compile)
        model, training = archives.load_of_keras_2(folder, custom_objects, compile)
        if training is not None:
            _compile(model, training)
            archives.restore_optimizer(model, folder)
        return model


def _compile(model: Any, arguments: dict[str, Any]) -> None:
    from rkeras_py.engine import structure

    model.compile(
        optimizer=arguments["optimizer"],
        loss=structure.losses(model, arguments["loss"]),
        metrics=arguments["metrics"],
        weighted_metrics=arguments["weighted_metrics"],
        loss_weights=structure.weights_of_losses(model, arguments["loss_weights"]),
    )


def _ready(model: Any) -> Any:
    """A loaded model, with this package's changes to its layers and its optimizer."""
    import keras

    from rkeras_py.compat.layers import saved_as
    from rkeras_py.compat.optimizers.gradients import sum_repeated_rows
    from rkeras_py.compat.optimizers.optimizers import restore_decay

    saved_as.restore(model)
    if model.compiled:
        keep_names(keras.tree.flatten(given_metrics(model)))
        restore_decay(model.optimizer)
        sum_repeated_rows(model.optimizer)
    return finished(model)


@export(invisible=True)
def save_model_hdf5(
    object: Model, filepath: AnyPath, overwrite: bool = True, include_optimizer: bool = True
) -> Any:
    """Save a model to an HDF5 or .keras file.

    Saves the architecture, the weights, the training configuration and the state of the optimizer
    in one file.

    The file has the HDF5 format, or the Keras 3 format if its name ends in ".keras". Keras in a
    Python without this package can evaluate and predict with both. It can continue the training of
    a ".keras" file, with the state of the optimizer. A model that it reads from HDF5, including its
    own files, must be compiled again before it is trained.

    Args:
        object: A model.
        filepath: Path of the file.
        overwrite: Whether an existing file may be replaced.
        include_optimizer: Whether to save the state of the optimizer, so that training can be
            continued.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- tempfile(fileext = ".h5")
        save_model_hdf5(model, path)
        same <- load_model_hdf5(path)
    """
    check_free(filepath, overwrite)
    if filepath.endswith(".keras"):
        write(object, filepath, include_optimizer)
    else:
        _write_hdf5(object, filepath, include_optimizer)
    return object


@export
def load_model_hdf5(
    filepath: AnyPath, custom_objects: CustomObjects | None = None, compile: bool = True
) -> Any:
    """Load a model from an HDF5 or .keras file.

    Files that Keras 2 wrote can be read, too.

    Args:
        filepath: Path of the file, in the HDF5 or the Keras 3 format.
        custom_objects: Named list of custom functions and classes that the model uses.
        compile: Whether to compile the model as it was when it was saved.

    Returns: the model. If the state of its optimizer was saved, training can be continued.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- tempfile(fileext = ".h5")
        save_model_hdf5(model, path)
        same <- load_model_hdf5(path)
    """
    check_exists(filepath)
    return read(filepath, custom_objects, compile)


@export(invisible=True)
def save_model_tf(
    object: Model,
    filepath: AnyPath,
    overwrite: bool = True,
    include_optimizer: bool = True,
    signatures: Any = None,
    options: Any = None,
) -> Any:
    """Save a model as a SavedModel folder.

    The folder can be used by other TensorFlow programs, and ``load_model_tf()`` reads the model
    from it. If the name ends in ".keras", one file in the Keras 3 format is written instead.

    Args:
        object: A model.
        filepath: The folder.
        overwrite: Whether an existing folder may be replaced.
        include_optimizer: Whether to save the state of the optimizer.
        signatures: TensorFlow functions to serve, instead of the default ones.
        options: ``tf$saved_model$SaveOptions()``.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- tempfile()
        save_model_tf(model, path)
        same <- load_model_tf(path)
    """
    from rkeras_py.compat.files import saved_models

    check_free(filepath, overwrite)
    if filepath.endswith(".keras"):
        write(object, filepath, include_optimizer)
    else:
        saved_models.save(object, filepath, include_optimizer, signatures, options)
    return object


@export
def load_model_tf(
    filepath: AnyPath, custom_objects: CustomObjects | None = None, compile: bool = True
) -> Any:
    """Load a model from a SavedModel folder.

    A folder of ``save_model_tf()`` gives the model itself. A folder that another program wrote
    holds only a graph: the model predicts, but cannot be trained.

    A graph can do more than compute: it can write and read files, use the network or run Python
    code. It is therefore inspected before it is loaded, and refused if it could do so. It is also
    refused if files of the folder are links to other files. If you trust the source of the folder,
    allow it before you load it: with ``Sys.setenv(RKERAS_ALLOW_UNSAFE_GRAPHS = "TRUE")`` in R, or
    with ``os.environ["RKERAS_ALLOW_UNSAFE_GRAPHS"] = "TRUE"`` in Python.

    Args:
        filepath: The folder, or a file in the Keras 3 or the HDF5 format.
        custom_objects: Named list of custom functions and classes that the model uses.
        compile: Whether to compile the model as it was when it was saved.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- tempfile()
        save_model_tf(model, path)
        same <- load_model_tf(path)
    """
    check_exists(filepath)
    return read(filepath, custom_objects, compile)


@export
def serialize_model(model: Model, include_optimizer: bool = True) -> bytes:
    """Convert a model to a raw vector.

    The raw vector can be saved with ``saveRDS()`` and used in another session.

    Args:
        model: A model.
        include_optimizer: Whether to keep the state of the optimizer.

    Returns: a raw vector, in Python ``bytes``.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        raw <- serialize_model(model)
        same <- unserialize_model(raw)
    """
    from rkeras_py.compat.files import archives

    return archives.to_bytes(model, include_optimizer)


@export
def unserialize_model(
    model: Any, custom_objects: CustomObjects | None = None, compile: bool = True
) -> Any:
    """Restore a model from a raw vector.

    Reads the result of ``serialize_model()``.

    Args:
        model: The raw vector. It may have been created with Keras 2.
        custom_objects: Named list of custom functions and classes that the model uses.
        compile: Whether to compile the model as it was when it was saved.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        raw <- serialize_model(model)
        same <- unserialize_model(raw)
    """
    if not isinstance(model, (bytes, bytearray)):
        raise ArgumentError(
            f"`model` must be a raw vector from serialize_model(), not {describe(model)}."
        )
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model")
        files.write_bytes(path, bytes(model))
        try:
            return read(path, custom_objects, compile)
        except ArgumentError as problem:
            text = str(problem).replace(f'`filepath`: "{path}"', "`model`")
            raise ArgumentError(text.replace(f'"{path}"', "`model`")) from problem
