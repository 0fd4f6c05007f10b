"""Saves and loads weights."""

from __future__ import annotations

import os
from typing import Any

from rkeras_py import files
from rkeras_py.api.models.models import built
from rkeras_py.api.models.saving import check_exists, check_free
from rkeras_py.compat.deviations import deviation
from rkeras_py.compat.models import own_methods
from rkeras_py.convert.objects import Model
from rkeras_py.convert.paths import AnyPath
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import export


def write_weights(model: Any, path: str) -> None:
    """Write weights in the format of the file extension: HDF5, or a checkpoint without one."""
    from rkeras_py.compat.files import archives, checkpoints

    if path.endswith(".weights.h5"):
        with files.replacing_file(path) as part:
            archives.save_weights(model, part)
    elif path.endswith((".h5", ".hdf5", ".keras")):
        _write_hdf5(model, path)
    else:
        checkpoints.save(model, path)


def _write_hdf5(model: Any, path: str) -> None:
    from rkeras_py.compat.files import hdf5

    with files.replacing_file(path) as part:
        hdf5.save_weights(model, part)


@export(invisible=True)
def save_model_weights_hdf5(object: Model, filepath: AnyPath, overwrite: bool = True) -> Any:
    """Save the weights of a model to an HDF5 file.

    The file has the layout of Keras 2, or that of Keras 3 if its name ends in ".weights.h5".

    Args:
        object: A model.
        filepath: Path of the file.
        overwrite: Whether an existing file may be replaced.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- tempfile(fileext = ".h5")
        save_model_weights_hdf5(model, path)
        load_model_weights_hdf5(model, path)
    """
    own = own_methods.own_method(object, "save_weights")
    if own:
        usual = {"filepath": filepath, "overwrite": overwrite}
        own_methods.call(own, usual, {}, save_format="h5")
        return object
    built(object)
    check_free(filepath, overwrite)
    if filepath.endswith(".weights.h5"):
        write_weights(object, filepath)
    else:
        _write_hdf5(object, filepath)
    return object


@export(invisible=True)
def load_model_weights_hdf5(
    object: Model,
    filepath: AnyPath,
    by_name: bool = False,
    skip_mismatch: bool = False,
    reshape: bool = False,
) -> Any:
    """Load the weights of a model from an HDF5 file.

    Files that Keras 2 wrote can be read, too.

    Args:
        object: A model. Its weights are changed in place.
        filepath: Path of a file with weights or with a whole model.
        by_name: Whether to match layers by name; layers that are not in the file are not changed.
            Otherwise layers are matched by their order.
        skip_mismatch: Whether to skip weights of another shape with a warning.
        reshape: Must be ``FALSE``: weights must have the same shapes as in the model weights.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- tempfile(fileext = ".h5")
        save_model_weights_hdf5(model, path)
        load_model_weights_hdf5(model, path)
    """
    if reshape:
        raise deviation("load_model_weights_hdf5", reshape)
    own = own_methods.own_method(object, "load_weights")
    if own:
        own_methods.call(own, {"filepath": filepath}, {}, by_name=by_name)
        return object
    built(object)
    check_exists(filepath)
    read_weights(object, filepath, by_name, skip_mismatch)
    return object


def read_weights(model: Any, path: str, by_name: bool = False, skip_mismatch: bool = False) -> None:
    """Set a model's weights from a file in one of the HDF5 layouts, or from a Keras 3 archive.

    Raises:
        ArgumentError: it is another kind of file, or does not fit; the weights are not changed.
    """
    from rkeras_py.compat.files import archives, hdf5, safe_hdf5, safe_zip

    if os.path.isdir(path):
        raise ArgumentError(
            f'`filepath` must be a file; "{path}" is a folder: try load_model_tf().'
        )
    if not os.path.isfile(path):  # reading a pipe or a device may never end
        raise ArgumentError(f'`filepath` must be a file; "{path}" is {files.kind(path)}.')
    if safe_zip.is_archive(path):
        if by_name:
            raise ArgumentError("`by_name` must be FALSE for files in Keras 3's format.")
        archives.load_weights(model, path, skip_mismatch)
        return
    if not safe_hdf5.is_hdf5(path):
        raise ArgumentError(f'`filepath`: "{path}" is not an HDF5 file.')
    if hdf5.load_weights(model, path, by_name, skip_mismatch):
        return
    if by_name:
        raise ArgumentError(
            "`by_name` must be FALSE for files in Keras 3's layout, such as those named "
            '"*.weights.h5", which do not contain the names of layers.'
        )
    archives.load_weights(model, path, skip_mismatch)


@export(invisible=True)
def save_model_weights_tf(object: Model, filepath: AnyPath, overwrite: bool = True) -> Any:
    """Save the weights of a model as a TensorFlow checkpoint.

    The checkpoint has the layout of Keras 2.

    Args:
        object: A model.
        filepath: Prefix of the checkpoint files.
        overwrite: Whether existing files may be replaced.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- file.path(tempdir(), "weights")
        save_model_weights_tf(model, path)
        load_model_weights_tf(model, path)
    """
    from rkeras_py.compat.files import checkpoints

    own = own_methods.own_method(object, "save_weights")
    if own:
        usual = {"filepath": filepath, "overwrite": overwrite}
        own_methods.call(own, usual, {}, save_format="tf")
        return object
    built(object)
    if checkpoints.exists(filepath):
        check_free(f"{filepath}.index", overwrite)
    checkpoints.save(object, filepath)
    return object


@export(invisible=True)
def load_model_weights_tf(
    object: Model,
    filepath: AnyPath,
    by_name: bool = False,
    skip_mismatch: bool = False,
    reshape: bool = False,
) -> Any:
    """Load the weights of a model from a TensorFlow checkpoint.

    Checkpoints that Keras 2 wrote can be read, too.

    Args:
        object: A model. Its weights are changed in place.
        filepath: Prefix of the checkpoint files.
        by_name: Must be ``FALSE``: a checkpoint does not contain the names of layers.
        skip_mismatch: Whether to skip weights of another shape with a warning.
        reshape: Must be ``FALSE``: weights must have the same shapes as in the model weights.

    Returns: the model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        path <- file.path(tempdir(), "weights")
        save_model_weights_tf(model, path)
        load_model_weights_tf(model, path)
    """
    from rkeras_py.compat.files import checkpoints

    if reshape:
        raise deviation("load_model_weights_tf", reshape)
    own = own_methods.own_method(object, "load_weights")
    if own:
        own_methods.call(own, {"filepath": filepath}, {}, by_name=by_name)
        return object
    built(object)
    if by_name:
        raise ArgumentError(
            "`by_name` must be FALSE: a checkpoint does not contain the names of layers. "
            "Use save_model_weights_hdf5() for weights by name."
        )
    if not checkpoints.exists(filepath):
        raise ArgumentError(
            f'`filepath`: there is no checkpoint "{filepath}" '
            f'(no file "{os.path.basename(filepath)}.index").'
        )
    checkpoints.load(object, filepath, skip_mismatch)
    return object
