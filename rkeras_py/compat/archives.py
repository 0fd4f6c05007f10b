"""Models in Keras 3's own format, as files and as bytes."""

from __future__ import annotations

import io
import json
import os
import tempfile
import zipfile
from typing import Any

import h5py  # type: ignore[import-untyped]
import keras

_CONFIG, _WEIGHTS = "config.json", "model.weights.h5"


def is_archive(path: str) -> bool:
    return zipfile.is_zipfile(path)


def to_bytes(model: Any, include_optimizer: bool = True) -> bytes:
    """A model as the contents of a ``.keras`` file."""
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
