"""TensorFlow operations in the configuration of a functional model of Keras 2.

Their tensors are inputs of the layer or values in its arguments, at any depth. Here all become
inputs, and the arguments refer to them by number.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.layers.tensorflow_ops import TENSOR, find
from rkeras_py.convert.rule import ArgumentError

_CLASSES = ("TFOpLambda", "SlicingOpLambda")
_CONSTANT = "_CONSTANT_VALUE"


def is_operation(layer: dict[str, Any]) -> bool:
    return layer["class_name"] in _CLASSES and "first" not in layer["config"]


def as_layer(layer: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """The configuration of an operation as that of a ``TFOpLambda`` of this package.

    Args:
        layer: As Keras 2 wrote it.
        names: The names of all layers of the model.

    Raises:
        ArgumentError: it cannot be built, or it is used in several ways.
    """
    config = layer["config"]
    calls = [_call(node, names) for node in layer["inbound_nodes"]]
    first, options, _ = calls[0]
    if any(call[:2] != (first, options) for call in calls):
        raise ArgumentError(
            f'the model calls its layer "{config["name"]}" of TensorFlow\'s operation '
            f"tf.{config['function']} with several sets of arguments, which cannot be built here."
        )
    find(config["function"], options)
    return {
        "class_name": "TFOpLambda",
        "name": layer["name"],
        "config": {
            "name": config["name"],
            "dtype": config.get("dtype"),
            "function": config["function"],
            "first": first,
            "options": options,
        },
        "inbound_nodes": [tensors for _, _, tensors in calls],
    }


def _call(node: list[Any], names: set[str]) -> tuple[Any, dict[str, Any], list[Any]]:
    """The first argument of a call, the other arguments, and the tensors that they refer to."""
    tensors: list[Any] = []

    def number(tensor: list[Any]) -> dict[str, int]:
        tensors.append([*tensor, {}])
        return {TENSOR: len(tensors) - 1}

    def one(part: list[Any]) -> Any:
        return part[2] if part[0] == _CONSTANT else number(part[:3])

    def replaced(value: Any) -> Any:
        if _is_tensor(value, names):
            return number(value)
        if isinstance(value, dict):
            return {key: replaced(part) for key, part in value.items()}
        return [replaced(part) for part in value] if isinstance(value, list) else value

    if isinstance(node[0], list):  # a list of tensors, each with the same arguments
        first: Any = [one(part) for part in node]
        return first, replaced(node[0][3]), tensors
    return one(node), replaced(node[3]), tensors


def _is_tensor(value: Any, names: set[str]) -> bool:
    """Whether this refers to an output of a layer: layer name, call and output number."""
    return (
        isinstance(value, list)
        and len(value) == 3
        and isinstance(value[0], str)
        and value[0] in names
        and all(isinstance(part, int) for part in value[1:])
    )
