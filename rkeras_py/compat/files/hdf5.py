"""Models and weights in HDF5 files, in the layout of Keras 2."""

from __future__ import annotations

import itertools
import json
import os
from typing import Any

import h5py  # type: ignore[import-untyped]
import keras

from rkeras_py.compat.files import compiled, configs, optimizer_states, safe_hdf5
from rkeras_py.compat.files.reading import all_or_none, naming
from rkeras_py.compat.models import added
from rkeras_py.compat.models.scores import name_outputs
from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import saving

#: The group of weights of the model that do not belong to a layer.
_TOP_LEVEL = "top_level_model_weights"


def save_model(model: Any, path: str, include_optimizer: bool) -> None:
    """Write a model: architecture, weights, compile configuration, optimizer state."""
    added.warn_of_losses(model)
    compiled_with = saving.compiled_with(model)
    before = dict(compiled_with or {})
    try:
        if compiled_with is not None:
            compiled_with.update(compiled.portable(before))
        saving.write_hdf5(model, path, include_optimizer)
        if _has_operations(model):
            _write_form_of_keras_3(model, path)
    finally:
        if compiled_with is not None:  # Keras does not write the optimizer
            compiled_with.update(before)


def _has_operations(model: Any) -> bool:
    """Whether the model has operations that are not layers, such as a sum of two tensors."""
    steps = getattr(model, "operations", [])
    return any(not isinstance(x, keras.layers.Layer) or _has_operations(x) for x in steps)


def _write_form_of_keras_3(model: Any, path: str) -> None:
    """Replace the architecture in a file: Keras 2's format, which Keras writes, has only layers."""
    form = keras.saving.serialize_keras_object(model)
    form.pop("compile_config", None)  # stored as training_config
    with h5py.File(path, "r+") as file:
        file.attrs["model_config"] = json.dumps(form)


def load_model(path: str, custom_objects: dict[str, Any], compile: bool) -> tuple[Any, Any]:
    """Read a model; custom objects are in scope.

    Returns: the model, and the arguments of ``compile()`` if it was compiled and is to be.
    """
    with safe_hdf5.opened(path) as file:
        if "model_config" not in file.attrs:
            raise ArgumentError(
                f'"{path}" contains no model. If it contains weights, create the model and call '
                "load_model_weights_hdf5()."
            )
        model = _model(file, custom_objects)
        training = _json(file, "training_config") if compile else None
        if training is None:
            return model, None
        name_outputs(model)
        outputs = list(getattr(model, "output_names", None) or [])
        return model, compiled.arguments(training, _version(file), outputs)


def _model(file: Any, custom_objects: dict[str, Any]) -> Any:
    config, weights = _json(file, "model_config"), saving.group_in(file, "model_weights")
    _check_names(weights)
    if _version(file) >= 3 and "module" not in config:
        return saving.read_hdf5(file, custom_objects)
    model = configs.model_from_config(config, custom_objects)
    saving.read_weights(weights, model)
    return model


def _version(file: Any) -> int:
    version = _text(file.attrs.get("keras_version", "2")).split(".")[0]
    if not version.isdecimal():
        raise ArgumentError(f'it has an invalid version of Keras, "{version}".')
    return int(version)


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _json(file: Any, name: str) -> Any:
    try:
        content = json.loads(_text(file.attrs.get(name, "null")))
    except ValueError as problem:
        raise ArgumentError(f"its {name} is not valid JSON: {problem}") from problem
    if content is not None and not isinstance(content, dict):
        raise ArgumentError(f"its {name} is {describe(content)}, not a JSON object.")
    return content


def restore_optimizer(model: Any, path: str) -> None:
    """Restore the optimizer state that was saved with a compiled model."""
    with safe_hdf5.opened(path) as file:
        if "optimizer_weights" not in file:
            return
        group = saving.group_in(file, "optimizer_weights")
        names = _names(group, "weight_names")
        values = [saving.dataset_in(group, name)[()] for name in names]
        version = _version(file)
    optimizer = model.optimizer
    if not optimizer.built:
        if version >= 3 and len(values) < 3:  # the optimizer was not used
            return
        optimizer.build(model.trainable_variables)
    if version >= 3:
        optimizer_states.assign_or_warn(optimizer, values)
    else:
        optimizer_states.restore_or_warn(optimizer, names, values)


def _names(group: Any, attribute: str) -> list[str]:
    """Names of layers or weights; long lists are split into several attributes (an HDF5 limit).

    Raises:
        ArgumentError: there are none, or some are equal: a file could make one array be read
            thousands of times.
    """
    there = group.attrs.__contains__
    numbered = itertools.takewhile(there, (f"{attribute}{i}" for i in itertools.count()))
    pieces = [group.attrs[part] for part in ([attribute] if there(attribute) else numbered)]
    if not pieces:
        raise ArgumentError(f'"{group.name}" in it has no attribute "{attribute}".')
    names = [_text(name) for piece in pieces for name in piece]
    places = {os.path.normpath(name) for name in names}
    if len(places) < len(names):
        raise ArgumentError(f'"{group.name}" in it has duplicate names in its "{attribute}".')
    return names


def _check_names(group: Any) -> None:
    """Check that the names of all layers and weights are present.

    Raises:
        ArgumentError: some are missing; Keras would treat the layer as one without weights.
    """
    layers = _names(group, "layer_names")
    if _TOP_LEVEL in group:
        layers.append(_TOP_LEVEL)
    for layer in layers:
        _names(saving.group_in(group, layer), "weight_names")


def save_weights(model: Any, path: str) -> None:
    with h5py.File(path, "w") as file:
        saving.write_weights(file, model)


def load_weights(model: Any, path: str, by_name: bool, skip_mismatch: bool) -> bool:
    """Read weights in Keras 2's layout, also from a complete model.

    Either all weights are set, or none.

    Returns: whether the file has this layout; nothing changes if it does not.
    """
    with naming(path), safe_hdf5.opened(path) as file:
        group = _weights(file)
        if group is None:
            return False
        _check_names(group)
        with all_or_none(model):
            try:
                saving.read_weights(group, model, by_name, skip_mismatch)
            except ValueError as problem:
                raise ArgumentError(f'"{path}" does not fit the model: {problem}') from None
    return True


def _weights(file: Any) -> Any:
    """The group of weights in Keras 2's layout; ``None`` if there is none."""
    if any(name.startswith("layer_names") for name in file.attrs):
        return file
    return saving.group_in(file, "model_weights") if "model_weights" in file else None
