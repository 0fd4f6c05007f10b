"""Methods and properties of Keras 2's objects that Keras 3's lack."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from rkeras_py.compat.models import nodes
from rkeras_py.compat.optimizers import shared
from rkeras_py.keras_private.layers import parts_of


def reset_states(layer: Any) -> None:
    """Reset the state of a stateful layer, or of all stateful layers of a model, to zero."""
    for part in getattr(layer, "layers", None) or [layer]:
        if getattr(part, "layers", None):
            reset_states(part)
        elif getattr(part, "stateful", False) and hasattr(part, "reset_state"):
            part.reset_state()


def _stateful(layer: Any) -> bool:
    return any(getattr(part, "stateful", False) for part in parts_of(layer))


def _itself(tensor: Any) -> Any:
    return tensor


def _shape(tensor: Any) -> Any:
    return tuple(tensor.shape)


def _at(side: int, of: Callable[[Any], Any]) -> Callable[[Any], Callable[[int], Any]]:
    """A method that returns something about a call of a layer, numbered from 0."""
    return lambda layer: lambda node_index: nodes.at(layer, int(node_index), side, of)


#: A property of layers, and a function that returns it for any layer.
LAYER: dict[str, Any] = {
    "inbound_nodes": lambda layer: nodes.nodes(layer),
    "stateful": _stateful,
    "dynamic": lambda layer: False,
    "updates": lambda layer: [],
    "variables": "weights",  # without random states, which Keras 3 includes
    "submodules": lambda layer: tuple(parts_of(layer)[1:]),
    "get_input_at": _at(0, _itself),
    "get_output_at": _at(1, _itself),
    "get_input_shape_at": _at(0, _shape),
    "get_output_shape_at": _at(1, _shape),
}

INPUT_LAYER: dict[str, Any] = {
    "input_shape": lambda layer: [tuple(layer.batch_shape)],
    "output_shape": lambda layer: [tuple(layer.batch_shape)],
    "batch_size": lambda layer: layer.batch_shape[0],
}

MODEL: dict[str, Any] = {
    "reset_states": lambda model: partial(reset_states, model),
    "state_updates": lambda model: [],
    "stop_training": lambda model: False,
    "fit_generator": "fit",
    "evaluate_generator": "evaluate",
    "predict_generator": "predict",
}

METRIC: dict[str, Any] = {
    "reset_states": "reset_state",
    "weights": "variables",
    "non_trainable_weights": "variables",
    "non_trainable_variables": "variables",
    "trainable_weights": lambda metric: [],
    "trainable_variables": lambda metric: [],
    "get_weights": lambda metric: lambda: [variable.numpy() for variable in metric.variables],
    "set_weights": lambda metric: partial(_set_variables, metric),
}

OPTIMIZER: dict[str, Any] = {
    "compute_gradients": lambda optimizer: _gradients,
    "minimize": lambda optimizer: partial(_minimize, optimizer),
}


def _set_variables(metric: Any, weights: Any) -> None:
    for variable, value in zip(metric.variables, weights, strict=True):
        variable.assign(value)


def _gradients(loss: Any, var_list: Any, tape: Any = None) -> list[tuple[Any, Any]]:
    """The gradient of a loss for each variable, with the variable.

    Args:
        loss: A function without arguments; with a ``tape`` also a tensor that it recorded.
        var_list: The variables, or a function that returns them after the loss is computed.
        tape: The tape that recorded the loss.
    """
    import tensorflow as tf

    if not callable(loss) and tape is None:
        raise ValueError(
            "without `tape`, `loss` must be a function without arguments, not a tensor."
        )
    tape = tape or tf.GradientTape()
    if callable(loss):
        with tape:
            loss = loss()
    variables = var_list() if callable(var_list) else var_list
    variables = list(variables) if isinstance(variables, (list, tuple)) else [variables]
    return list(zip(tape.gradient(loss, variables), variables, strict=True))


def _minimize(optimizer: Any, loss: Any, var_list: Any, tape: Any = None) -> None:
    """One optimizer step that minimizes a loss."""
    shared.apply_gradients(optimizer, _gradients(loss, var_list, tape))
