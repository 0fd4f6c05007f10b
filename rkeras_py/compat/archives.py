"""Models in Keras 3's own format, as files and as bytes."""

from __future__ import annotations

import io
import json
import os
import tempfile
import warnings
import zipfile
from typing import Any

import h5py  # type: ignore[import-untyped]
import keras

from rkeras_py.compat import added, compiled, configs, optimizer_states

_CONFIG, _WEIGHTS = "config.json", "model.weights.h5"


def is_archive(path: str) -> bool:
    return zipfile.is_zipfile(path)


def to_bytes(model: Any, include_optimizer: bool = True) -> bytes:
    """A model as the contents of a ``.keras`` file."""
    added.warn_of_losses(model)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        keras.saving.save_model(model, path)
        with open(path, "rb") as file:
            content = file.read()
    return content if include_optimizer else _without_optimizer(content)


def from_bytes(content: bytes, custom_objects: dict[str, Any], compile: bool) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model.keras")
        with open(path, "wb") as file:
            file.write(content)
        return keras.saving.load_model(path, custom_objects=custom_objects, compile=compile)


def is_of_keras_2(path: str) -> bool:
    with zipfile.ZipFile(path) as archive:
        version = json.loads(archive.read("metadata.json")).get("keras_version", "")
    return str(version).startswith("2.")


def load_of_keras_2(path: str, custom_objects: dict[str, Any], compile: bool) -> tuple[Any, Any]:
    """A model from an archive of Keras 2; custom objects are in scope.

    Returns: the model, and the arguments of ``compile()`` where it was compiled and is to be.
    """
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        config = json.loads(archive.read(_CONFIG))
        model = configs.model_from_config({**config, "keras_version": "2."}, custom_objects)
        load_weights(model, archive.extract(_WEIGHTS, folder), skip_mismatch=False)
    given = config.get("compile_config") if compile else None
    if not given:
        return model, None
    outputs = list(getattr(model, "output_names", None) or [])
    training = {**given, "optimizer_config": given["optimizer"]}
    if isinstance(training["optimizer_config"], str):
        training["optimizer_config"] = {"class_name": given["optimizer"], "config": {}}
    return model, compiled.arguments(training, 2, outputs)


def restore_optimizer(model: Any, path: str) -> None:
    """Give a compiled model's optimizer the state that an archive of Keras 2 has."""
    with zipfile.ZipFile(path) as archive, h5py.File(io.BytesIO(archive.read(_WEIGHTS))) as file:
        group = file.get("optimizer/vars")
        values = [] if group is None else [group[str(i)][()] for i in range(len(group))]
    optimizer = model.optimizer
    if not optimizer.built:
        optimizer.build(model.trainable_variables)
    names = optimizer_states.names(optimizer, values)
    if values:  # early optimizers, those of `legacy`, are not written
        optimizer_states.restore_or_warn(optimizer, names, values)
    else:
        warnings.warn("the optimizer starts anew: its state is not in the file", stacklevel=2)


def load(path: str, custom_objects: dict[str, Any], compile: bool) -> Any:
    """A model from a file of any name."""
    if path.endswith(".keras"):
        return keras.saving.load_model(path, custom_objects=custom_objects, compile=compile)
    with open(path, "rb") as file:
        return from_bytes(file.read(), custom_objects, compile)


def _without_optimizer(content: bytes) -> bytes:
    """The archive without how the model was compiled, and without its optimizer's state."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as written:
        for name in archive.namelist():
            part = archive.read(name)
            if name == _CONFIG:
                config = json.loads(part)
                config.pop("compile_config", None)
                part = json.dumps(config).encode()
            elif name == _WEIGHTS:
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
    keras.saving.save_weights(model, path)


def load_weights(model: Any, path: str, skip_mismatch: bool) -> None:
    """Weights in Keras 3's layout, or out of a whole model, from a file of any name."""
    ending = ".keras" if is_archive(path) else ".weights.h5"
    with tempfile.TemporaryDirectory() as folder:
        link = os.path.join(folder, f"file{ending}")  # Keras goes by the name
        os.symlink(os.path.abspath(path), link)
        keras.saving.load_weights(model, link, skip_mismatch=skip_mismatch)
