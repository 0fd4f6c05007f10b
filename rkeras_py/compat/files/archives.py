"""Models in Keras 3's format, as files and as bytes."""

from __future__ import annotations

import io
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import h5py  # type: ignore[import-untyped]
import keras

from rkeras_py.compat.files import compiled, configs, optimizer_states, safe_hdf5, safe_zip
from rkeras_py.compat.files.reading import all_or_none, naming
from rkeras_py.compat.files.safe_zip import CONFIG, METADATA, WEIGHTS
from rkeras_py.compat.models import added
from rkeras_py.compat.models.scores import name_outputs
from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn
from rkeras_py.keras_private import slashes
from rkeras_py.keras_private.optimizers import optimizers_load_by


def to_bytes(model: Any, include_optimizer: bool = True) -> bytes:
    """A model as the contents of a ``.keras`` file."""
    added.warn_of_losses(model)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with slashes.written_plainly(model):
            keras.saving.save_model(model, path)
        with open(path, "rb") as file:
            content = file.read()
    return content if include_optimizer else _without_optimizer(content)


def load(path: str, custom_objects: dict[str, Any], compile: bool) -> Any:
    """A model from an archive of Keras 3."""
    with safe_zip.unpacked(path) as folder:
        return load_unpacked(folder, custom_objects, compile)


def load_unpacked(folder: str, custom_objects: dict[str, Any], compile: bool) -> Any:
    """A model from the parts of an archive of Keras 3."""
    with optimizers_load_by(optimizer_states.load_own_variables):
        return keras.saving.load_model(folder, custom_objects=custom_objects, compile=compile)


def is_of_keras_2(folder: str) -> bool:
    """Whether Keras 2 wrote the parts."""
    return str(_json(folder, METADATA).get("keras_version", "")).startswith("2.")


def _json(folder: str, name: str) -> dict[str, Any]:
    with open(os.path.join(folder, name), "rb") as file:
        try:
            content = json.load(file)
        except ValueError as problem:
            raise ArgumentError(f"{name} in it is not valid JSON: {problem}") from problem
    if not isinstance(content, dict):
        raise ArgumentError(f"{name} in it is {describe(content)}, not a JSON object.")
    return content


def load_of_keras_2(folder: str, custom_objects: dict[str, Any], compile: bool) -> tuple[Any, Any]:
    """A model from the parts of an archive of Keras 2; custom objects are in scope.

    Returns: the model, and the arguments of ``compile()`` if it was compiled and is to be."""
    config = _json(folder, CONFIG)
    model = configs.model_from_config({**config, "keras_version": "2."}, custom_objects)
    keras.saving.load_weights(model, os.path.join(folder, WEIGHTS))
    compiled_with = config.get("compile_config") if compile else None
    if not compiled_with:
        return model, None
    name_outputs(model)
    outputs = list(getattr(model, "output_names", None) or [])
    training = {**compiled_with, "optimizer_config": compiled_with["optimizer"]}
    if isinstance(training["optimizer_config"], str):
        training["optimizer_config"] = {"class_name": compiled_with["optimizer"], "config": {}}
    return model, compiled.arguments(training, 2, outputs)


def restore_optimizer(model: Any, folder: str) -> None:
    """Restore the optimizer state of a compiled model from the parts of a Keras 2 archive."""
    with h5py.File(os.path.join(folder, WEIGHTS), "r") as file:
        group = file.get("optimizer/vars")
        values = [] if group is None else [group[str(i)][()] for i in range(len(group))]
    optimizer = model.optimizer
    if not optimizer.built:
        optimizer.build(model.trainable_variables)
    names = optimizer_states.names(optimizer, values)
    if values:  # the state of `legacy` optimizers is not written
        optimizer_states.restore_or_warn(optimizer, names, values)
    else:
        warn("the optimizer starts without a state: the file has none")


def _without_optimizer(content: bytes) -> bytes:
    """The archive without the compile configuration and the optimizer's state."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as written:
        for name in archive.namelist():
            part = archive.read(name)
            if name == CONFIG:
                config = json.loads(part)
                config.pop("compile_config", None)
                part = json.dumps(config).encode()
            elif name == WEIGHTS:
                part = _without_group(part, "optimizer")
            written.writestr(name, part)
    return out.getvalue()


def _without_group(content: bytes, group: str) -> bytes:
    out = io.BytesIO()
    with h5py.File(io.BytesIO(content), "r") as file, h5py.File(out, "w") as written:
        for name, value in file.attrs.items():
            written.attrs[name] = value
        for name in file:
            if name != group:
                file.copy(name, written)
    return out.getvalue()


def save_weights(model: Any, path: str) -> None:
    with slashes.written_plainly(model):
        keras.saving.save_weights(model, path)


def load_weights(model: Any, path: str, skip_mismatch: bool) -> None:
    """Load weights in Keras 3's layout, or from a complete model, from a file with any name.

    Either all weights are set, or none.
    """
    with naming(path), _weights(path) as weights:
        if skip_mismatch:  # Keras would also skip unreadable weights
            safe_hdf5.read_through(weights)
        with all_or_none(model):
            keras.saving.load_weights(model, weights, skip_mismatch=skip_mismatch)


@contextmanager
def _weights(path: str) -> Iterator[str]:
    """The path of a checked weights file, with a name that Keras accepts."""
    if safe_zip.is_archive(path):
        with safe_zip.unpacked(path) as folder:
            yield os.path.join(folder, WEIGHTS)
        return
    safe_hdf5.check_file(path)
    with tempfile.TemporaryDirectory() as folder:
        link = os.path.join(folder, WEIGHTS)
        os.symlink(os.path.abspath(path), link)
        yield link
