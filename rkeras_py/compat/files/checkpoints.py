"""Weights in TensorFlow's checkpoint format, in the layout of Keras 2.

Layers with weights are numbered, and the key of a weight is its attribute path:
``layer_with_weights-0/kernel``, ``layer_with_weights-1/cell/bias``. Keras 3 uses other names and
cannot read those of Keras 2.
"""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterator
from typing import Any

from rkeras_py import files
from rkeras_py.compat.files.reading import all_or_none, naming, plain_name
from rkeras_py.compat.lazy import tf
from rkeras_py.compat.models.variables import paths_of
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn

VALUE = "/.ATTRIBUTES/VARIABLE_VALUE"
_STATE = "checkpoint"
#: Suffix of the names of data files; "weights.data-2024.csv" is a user's file.
DATA = f".data-{'[0-9]' * 5}-of-{'[0-9]' * 5}"
#: Attributes of wrappers under which Keras 2 stored their layers.
_PARTS = ("forward_layer", "backward_layer", "layer", "cell")


def exists(path: str) -> bool:
    files.finish_files(path, _parts(os.path.basename(path)))
    return os.path.exists(f"{path}.index")


def files_of(path: str) -> list[str]:
    """The files of a checkpoint."""
    prefix = glob.escape(path)
    return [*glob.glob(prefix + DATA), *glob.glob(f"{prefix}.index")]


def weights_by_key(layer: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The variables of a model or a layer, with Keras 2's paths."""
    seen: set[int] = set()
    for part_prefix, part in _parts_with_weights(layer):
        for key, variable in weights_by_key(part, f"{prefix}{part_prefix}/"):
            seen.add(id(variable))
            yield key, variable
    paths = {id(variable): path for path, variable in paths_of(layer).items()}
    counts: dict[str, int] = {}
    for variable in layer.weights:
        if id(variable) in seen:
            continue
        if id(variable) in paths:
            yield f"{prefix}{paths[id(variable)]}", variable
            continue
        number = counts[variable.name] = counts.get(variable.name, -1) + 1
        yield f"{prefix}{variable.name}{f'_{number}' if number else ''}", variable


def _parts_with_weights(layer: Any) -> Iterator[tuple[str, Any]]:
    """The layers of a model, or those inside a layer, with Keras 2's names."""
    layers = getattr(layer, "layers", None)
    if layers is not None:
        with_weights = [part for part in layers if part.weights]
        yield from ((f"layer_with_weights-{i}", part) for i, part in enumerate(with_weights))
        return
    for name in _PARTS:
        part = getattr(layer, name, None)
        if part is None or not hasattr(part, "weights"):
            continue
        if name == "layer" and hasattr(layer, "forward_layer"):
            continue  # the template of a bidirectional layer
        yield name, part
    for i, cell in enumerate(getattr(layer, "cells", None) or []):
        yield f"cells/{i}", cell


def save(model: Any, path: str) -> None:
    root = tf.train.Checkpoint()
    for key, variable in weights_by_key(model):
        node = root
        *folders, name = key.split("/")
        for folder in folders:
            if not hasattr(node, folder):
                setattr(node, folder, tf.train.Checkpoint())
            node = getattr(node, folder)
        setattr(node, name, tf.Variable(variable.numpy()))
    name = os.path.basename(path)
    with files.replacing_files(path, _parts(name)) as folder:
        root.write(os.path.join(folder, name))
        if _is_state(os.path.join(os.path.dirname(path), _STATE)):
            with open(os.path.join(folder, _STATE), "w", encoding="utf-8") as file:
                for key in ("model_checkpoint_path", "all_model_checkpoint_paths"):
                    file.write(f"{key}: {json.dumps(name)}\n")


def _parts(name: str) -> files.Parts:
    prefix = glob.escape(name)
    pieces = prefix + DATA
    return files.Parts(written=(f"{prefix}.index", pieces, _STATE), replaced=(pieces,))


def _is_state(path: str) -> bool:
    """Whether TensorFlow's list of checkpoints may be written: a user file may have its name."""
    if not os.path.lexists(path):
        return True
    if not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(64).lstrip().startswith(b"model_checkpoint_path")


def load(model: Any, path: str, skip_mismatch: bool) -> None:
    """Set the weights of a model: all or none.

    Raises:
        ArgumentError: the checkpoint is damaged, lacks a weight, or has one of another shape.
    """
    found = files_of(path)
    if not all(map(os.path.isfile, found)):
        raise ArgumentError(
            f'"{path}" is not a checkpoint: not everything named "{path}.*" is a file.'
        )
    endings = [file.removeprefix(path) for file in found]
    if endings == [".index"]:
        raise ArgumentError(f'there is no file "{path}.data-..." next to "{path}.index".')
    with naming(path), plain_name(path, endings) as prefix:
        reader = tf.compat.v1.train.NewCheckpointReader(prefix)
        values = list(_values(reader, model, path, skip_mismatch))
        with all_or_none(model):
            for variable, value in values:
                variable.assign(value)


def _values(reader: Any, model: Any, path: str, skip_mismatch: bool) -> Iterator[tuple[Any, Any]]:
    """The variables of a model, and their values in a checkpoint."""
    shapes, dtypes = reader.get_variable_to_shape_map(), reader.get_variable_to_dtype_map()
    for key, variable in weights_by_key(model):
        shape, dtype = shapes.get(key + VALUE), dtypes.get(key + VALUE)
        if shape == list(variable.shape) and _is_number(dtype) == _is_number(variable.dtype):
            yield variable, reader.get_tensor(key + VALUE)
            continue
        came = "is missing" if shape is None else f"has the shape {tuple(shape)}"
        if shape == list(variable.shape):
            came = f"is {dtype.name}"
        problem = f"{variable.path}, of shape {tuple(variable.shape)}, {came} in the file"
        if not skip_mismatch or shape is None:
            raise ArgumentError(f'"{path}" does not fit the model: {problem}.')
        warn(f"skipping {problem}")


def _is_number(dtype: Any) -> bool:
    return bool(tf.as_dtype(dtype).is_numpy_compatible and tf.as_dtype(dtype) != tf.string)
