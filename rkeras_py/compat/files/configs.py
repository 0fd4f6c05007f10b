"""Converts Keras 2's model configurations for Keras 3."""

from __future__ import annotations

import copy
import inspect
from typing import Any

import keras

from rkeras_py.compat.layers.normalization import FUSED
from rkeras_py.compat.names.unknown import unknown
from rkeras_py.compat.safe_mode import no_part, safe_mode
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.signatures import argument_names
from rkeras_py.keras_private import saving, slashes

#: Arguments that Keras 3's layers no longer have, and the values that can be dropped.
_NEUTRAL: dict[str, tuple[Any, ...]] = {
    "time_major": (False,),
    "implementation": (0, 1, 2),
    "groups": (1,),
    "experimental_run_tf_function": (True, False),
    # the random generator of augmentation layers: Keras 3 has only one kind
    "rng_type": ("stateful", "stateless", "legacy_stateful"),
}
#: Arguments about a layer's input, which the model also defines.
_OF_INPUT = ("batch_input_shape", "input_shape", "input_dim", "input_length", "ragged", "sparse")
#: Functions that Keras's reader finds by name; they could create any object.
_HELPERS = ("deserialize", "serialize")
#: Parts of a wrapper that are layers themselves.
_WRAPPED = ("layer", "forward_layer", "backward_layer", "cell")


def model_from_config(config: dict[str, Any], custom_objects: dict[str, Any] | None) -> Any:
    """A model from its configuration, of Keras 3 or Keras 2; custom objects are in scope.

    Raises:
        ArgumentError: it is not a configuration, or has something that Keras 3 removed.
    """
    if not isinstance(config, dict) or "class_name" not in config:
        raise ArgumentError("this is not the configuration of a model: it has no class_name.")
    custom_objects = dict(custom_objects or {})
    if "module" in config and not _of_keras_2(config):
        with safe_mode():
            return keras.saving.deserialize_keras_object(config)
    with safe_mode():
        return saving.model_of_keras_2(
            _modern(config, custom_objects), {**lost_classes(), **custom_objects}
        )


def _of_keras_2(config: dict[str, Any]) -> bool:
    return str(config.get("keras_version", "")).startswith("2.")


def lost_classes() -> dict[str, Any]:
    """The layers that Keras 3 removed and this package provides."""
    from rkeras_py.compat import layers

    return {
        name: value
        for name in layers.__all__
        if inspect.isclass(value := getattr(layers, name))
        and issubclass(value, keras.layers.Layer)
        and not hasattr(keras.layers, name)
    }


def _modern(config: dict[str, Any], custom_objects: dict[str, Any]) -> dict[str, Any]:
    """The configuration of a model for Keras 3's HDF5 reader."""
    return _layer(slashes.in_config(copy.deepcopy(config)), custom_objects)


def _layer(config: dict[str, Any], custom_objects: dict[str, Any]) -> dict[str, Any]:
    name = config["class_name"].rsplit(">", 1)[-1]
    if not inspect.isclass(saving.names_of_layers().get(name, object)):
        raise unknown(name, compile=False)  # a function or module, not a layer
    inner = config["config"]
    if isinstance(inner, list):  # sequential model of early versions
        inner = {"name": "sequential", "layers": inner}
    for value in inner.values():
        if isinstance(value, str) and value in _HELPERS and value not in custom_objects:
            raise no_part(f"keras.layers.{value}")
    if "layers" in inner:
        inner["layers"] = _layers(inner["layers"], custom_objects)
        inputs = inner.get("input_layers")
        if isinstance(inputs, list) and len(inputs) == 1:
            inner["input_layers"] = inputs[0]  # with a list of one, the model would expect a list
        inner["layers"] = _with_input(inner["layers"], name == "Sequential")
    else:
        inner = _arguments(name, inner, custom_objects)
    kept: dict[str, Any] = {key: config[key] for key in ("name", "inbound_nodes") if key in config}
    return {"class_name": {"Model": "Functional"}.get(name, name), "config": inner, **kept}


def _layers(layers: list[dict[str, Any]], custom_objects: dict[str, Any]) -> list[dict[str, Any]]:
    from rkeras_py.compat.files import operation_nodes

    names = {layer["name"] for layer in layers if "name" in layer}
    return [
        operation_nodes.as_layer(part, names)
        if operation_nodes.is_operation(part)
        else _layer(part, custom_objects)
        for part in layers
    ]


def _with_input(layers: list[dict[str, Any]], sequential: bool) -> list[dict[str, Any]]:
    """The layers of a sequential model with its input, which may be stored in the first layer."""
    first = layers[0]["config"] if layers else {}
    shapes = [layer["config"].pop("_batch_input_shape", None) for layer in layers]
    shape = shapes[0] if sequential and shapes else None
    if shape is None:
        return layers
    dtype = first.get("dtype") if isinstance(first.get("dtype"), str) else "float32"
    input_layer = {"class_name": "InputLayer", "config": {"batch_shape": shape, "dtype": dtype}}
    return [input_layer, *layers]


def _arguments(
    name: str, arguments: dict[str, Any], custom_objects: dict[str, Any]
) -> dict[str, Any]:
    """A layer's arguments, without those that Keras 3 does not need."""
    arguments = dict(arguments)
    shape = arguments.get("batch_input_shape")
    if name == "InputLayer":
        return {
            "batch_shape": shape or arguments.get("batch_shape"),
            "dtype": arguments.get("dtype"),
            "sparse": bool(arguments.get("sparse")),
            "name": arguments.get("name"),
        }
    for part in _WRAPPED:
        if isinstance(arguments.get(part), dict):
            arguments[part] = _wrapped(arguments[part], custom_objects)
    if isinstance(arguments.get("cells"), list):
        arguments["cells"] = [_wrapped(cell, custom_objects) for cell in arguments["cells"]]
    if isinstance(arguments.get("dtype"), dict):  # a policy
        arguments["dtype"] = arguments["dtype"]["config"]["name"]
    axis = arguments.get("axis")
    if isinstance(axis, list) and len(axis) == 1 and name == "BatchNormalization":
        arguments["axis"] = axis[0]
    if name == "BatchNormalization" and not arguments.get("renorm"):
        arguments.update(FUSED)
    cls = custom_objects.get(name) or getattr(keras.layers, name, None) or lost_classes().get(name)
    if cls is not None and name not in custom_objects:
        known = argument_names(cls)
        for key in [key for key in arguments if key not in known]:
            _drop(name, key, arguments.pop(key))
    if shape is not None:
        arguments["_batch_input_shape"] = shape
    return arguments


def _wrapped(config: dict[str, Any], custom_objects: dict[str, Any]) -> dict[str, Any]:
    """A layer in the arguments of another layer, which Keras reads in its newer format."""
    modernised = _layer(config, custom_objects)
    modernised["config"].pop("_batch_input_shape", None)
    name = modernised["class_name"]
    module = "keras.layers" if hasattr(keras.layers, name) else config.get("module")
    return {**modernised, "module": module, "registered_name": config.get("registered_name")}


def _drop(layer: str, argument: str, value: Any) -> None:
    """Drop an argument if that changes nothing.

    Raises:
        ArgumentError: it would change something.
    """
    if argument in _OF_INPUT or not value or value in _NEUTRAL.get(argument, ()):
        return
    raise ArgumentError(
        f"the model has a layer {layer} with {argument} = {value!r}, which Keras 3 does not have."
    )
