"""Calls layers with the arguments that Keras 2 accepted."""

from __future__ import annotations

import inspect
import itertools
import sys
from typing import Any

from rkeras_py.compat.backend import learning_phase
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.layers import mask_of


def call(function: Any, positional: list[Any], named: dict[str, Any]) -> Any:
    """Call something; a recurrent layer may get its states in a list with the sequences."""
    if positional and _is_recurrent(function):
        first, *rest = positional
        sequences, named = _with_states(function, first, named)
        positional = [sequences, *rest]
    with learning_phase.followed_by(function):
        return function(*positional, **named)


def _is_recurrent(function: Any) -> bool:
    keras = sys.modules.get("keras")  # without it there are no layers
    return keras is not None and isinstance(
        function, (keras.layers.RNN, keras.layers.Bidirectional)
    )


def _with_states(layer: Any, sequences: Any, named: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Split a list into the sequences and the initial states."""
    import keras

    named = dict(named)
    if isinstance(sequences, (list, tuple)):
        sequences, *states = sequences
        if states:
            if named.get("initial_state") is not None:
                raise ArgumentError("`initial_state` is given twice: by name and in the list.")
            named["initial_state"] = states
    states = keras.tree.flatten(named.get("initial_state"))
    if states and states[0] is not None:
        named["initial_state"] = _packed(layer, states)
        # With a second tensor, Keras 3 does not look for the mask of the first one.
        mask = mask_of(sequences)
        if mask is not None and named.get("mask") is None:
            named["mask"] = mask
    return sequences, named


def _packed(layer: Any, states: list[Any]) -> Any:
    """The states in the structure that the layer expects.

    Raises:
        ArgumentError: they are too many or too few.
    """
    import keras

    directions = [layer]
    if isinstance(layer, keras.layers.Bidirectional):
        directions = [layer.forward_layer, layer.backward_layer]
    wanted = [direction.state_size for direction in directions]
    if any(size is None or size == -1 for size in keras.tree.flatten(wanted)):
        return states  # such as those of ConvLSTM, whose shapes depend on the input
    number = len(keras.tree.flatten(wanted))
    if len(states) != number:
        word = "state" if number == 1 else "states"
        raise ArgumentError(f'"{layer.name}" needs {number} {word}, not {len(states)}.')
    packed = keras.tree.pack_sequence_as(wanted, states)
    return [state for part in packed for state in part]


#: Integer arguments of layers. Keras 2 accepted 32.0, which is R's 32.
_COUNTS = frozenset(
    {
        "axes", "axis", "batch_shape", "batch_size", "cropping", "depth_multiplier",
        "dilation_rate", "dims", "filters", "groups", "input_dim", "input_length", "input_shape",
        "key_dim", "kernel_size", "max_tokens", "n", "num_heads", "num_tokens", "output_dim",
        "output_padding", "output_sequence_length", "padding", "pool_size", "shape", "size",
        "strides", "target_shape", "units", "value_dim",
    }
)  # fmt: skip


def with_counts(
    function: Any, positional: list[Any], named: dict[str, Any]
) -> tuple[list[Any], dict[str, Any]]:
    """Arguments of a Keras layer class, with integers where integers are needed."""
    if not (inspect.isclass(function) or inspect.isfunction(function)) or not _is_of_layers(
        function
    ):
        return positional, named
    names = itertools.chain(inspect.signature(function).parameters, itertools.repeat(""))
    return (
        [_whole(v) if name in _COUNTS else v for name, v in zip(names, positional, strict=False)],
        {name: _whole(v) if name in _COUNTS else v for name, v in named.items()},
    )


def _is_of_layers(function: Any) -> bool:
    # while Keras is imported in the background it has no layers yet
    layers = getattr(sys.modules.get("keras"), "layers", None)
    return layers is not None and vars(layers).get(function.__name__) is function


def _whole(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return type(value)([_whole(part) for part in value])
    return int(value) if isinstance(value, float) and value.is_integer() else value
