"""Models and weights in HDF5 files, in the layout of Keras 2."""

from __future__ import annotations

import json
from typing import Any

import h5py  # type: ignore[import-untyped]
from keras.src.legacy.saving import legacy_h5_format

from rkeras_py.compat import added, compiled, configs, optimizer_states
from rkeras_py.convert.rule import ArgumentError


def is_hdf5(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(8) == b"\x89HDF\r\n\x1a\n"


def save_model(model: Any, path: str, include_optimizer: bool) -> None:
    """Write a model: its architecture, weights, how it is compiled, the optimizer's state."""
    added.warn_of_losses(model)
    compiled_with = getattr(model, "_compile_config", None)
    before = dict(compiled_with.config) if compiled_with is not None else {}
    try:
        if compiled_with is not None:
            compiled_with.config.update(compiled.portable(before))
        legacy_h5_format.save_model_to_hdf5(model, path, include_optimizer=include_optimizer)
    finally:
        if compiled_with is not None:  # Keras takes the optimizer out
            compiled_with.config.update(before)


def load_model(path: str, custom_objects: dict[str, Any], compile: bool) -> tuple[Any, Any]:
    """Read a model; custom objects are in scope.

    Returns: the model, and the arguments of ``compile()`` where it was compiled and is to be.
    """
    with h5py.File(path, "r") as file:
        if "model_config" not in file.attrs:
            raise ArgumentError(
                f'"{path}" holds no model. If it holds weights, make the model and call '
                "load_model_weights_hdf5()."
            )
        model = _model(file, custom_objects)
        training = _json(file.attrs.get("training_config")) if compile else None
        if training is None:
            return model, None
        outputs = list(getattr(model, "output_names", None) or [])
        return model, compiled.arguments(training, _version(file), outputs)


def _model(file: Any, custom_objects: dict[str, Any]) -> Any:
    if _version(file) >= 3:
        return legacy_h5_format.load_model_from_hdf5(file, custom_objects, compile=False)
    model = configs.model_from_config(_json(file.attrs["model_config"]), custom_objects)
    legacy_h5_format.load_weights_from_hdf5_group(file["model_weights"], model)
    return model


def _version(file: Any) -> int:
    return int(_text(file.attrs.get("keras_version", "2")).split(".")[0])


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _json(value: Any) -> Any:
    return None if value is None else json.loads(_text(value))


def restore_optimizer(model: Any, path: str) -> None:
    """Give a compiled model's optimizer the state that was saved with the model."""
    with h5py.File(path, "r") as file:
        group = file.get("optimizer_weights")
        if group is None:
            return
        names = [_text(name) for name in _attribute(group, "weight_names")]
        values = [group[name][()] for name in names]
        version = _version(file)
    optimizer = model.optimizer
    if not optimizer.built:
        if version >= 3 and len(values) < 3:  # it had not been used
            return
        optimizer.build(model.trainable_variables)
    if version >= 3:
        for variable, value in zip(optimizer.variables, values, strict=True):
            variable.assign(value)
        return
    optimizer_states.restore_or_warn(optimizer, names, values)


def _attribute(group: Any, name: str) -> list[Any]:
    """An attribute that may be in pieces, as HDF5 limits their sizes."""
    if name in group.attrs:
        return list(group.attrs[name])
    pieces: list[Any] = []
    while f"{name}{len(pieces)}" in group.attrs:
        pieces.append(list(group.attrs[f"{name}{len(pieces)}"]))
    return [value for piece in pieces for value in piece]


def save_weights(model: Any, path: str) -> None:
    with h5py.File(path, "w") as file:
        legacy_h5_format.save_weights_to_hdf5_group(file, model)


def load_weights(model: Any, path: str, by_name: bool, skip_mismatch: bool) -> None:
    """Read weights in the layout of Keras 2, also out of a whole model.

    Either all weights are set, or none.
    """
    read = (
        legacy_h5_format.load_weights_from_hdf5_group_by_name
        if by_name
        else legacy_h5_format.load_weights_from_hdf5_group
    )
    before = model.get_weights()
    with h5py.File(path, "r") as file:
        group = file if "layer_names" in file.attrs else file["model_weights"]
        try:
            read(group, model, skip_mismatch=skip_mismatch)
        except ValueError as problem:
            model.set_weights(before)
            raise ArgumentError(f'"{path}" does not fit the model: {problem}') from None


def has_old_layout(path: str) -> bool:
    with h5py.File(path, "r") as file:
        return "model_weights" in file or any(name.startswith("layer_names") for name in file.attrs)
