"""Recurrent layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.families import DROP, layer
from rkeras_py.convert.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Fraction, Size


@layer("LSTM")
def layer_lstm(
    object: Composable | None,
    units: Size,
    activation: Activation | None = "tanh",
    recurrent_activation: Activation | None = "sigmoid",
    use_bias: bool = True,
    return_sequences: bool = False,
    return_state: bool = False,
    go_backwards: bool = False,
    stateful: bool = False,
    time_major: bool = False,
    unroll: bool = False,
    kernel_initializer: Initializer = "glorot_uniform",
    recurrent_initializer: Initializer = "orthogonal",
    bias_initializer: Initializer = "zeros",
    unit_forget_bias: bool = True,
    kernel_regularizer: Regularizer | None = None,
    recurrent_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    recurrent_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    dropout: Fraction = 0.0,
    recurrent_dropout: Fraction = 0.0,
    **options: Any,
) -> Any:
    """Long short-term memory (Hochreiter and Schmidhuber, 1997).

    Args:
        units: Width of the output and of the state.
        activation: Of the candidate and the output.
        recurrent_activation: Of the gates.
        return_sequences: Whether every step's output is returned, not the last alone.
        return_state: Whether the last states are returned beside the output.
        go_backwards: Whether the sequence is read from its end.
        stateful: Whether the state after a batch starts the next; needs a fixed batch size.
        time_major: Whether steps come before samples; only ``FALSE`` is possible.
        unroll: Whether the loop is written out: faster for short sequences, more memory.
        unit_forget_bias: Whether the bias of the forget gate starts at 1.
        dropout: Fraction of the inputs to drop while training.
        recurrent_dropout: Fraction of the state to drop while training.
        options: ``input_shape``, ``name`` and the other options of every layer.

    Returns: (batch, units), or (batch, steps, units) with ``return_sequences``,
        from (batch, steps, features).

    Example:
        keras_model_sequential() %>%
          layer_lstm(units = 32, input_shape = c(8, 16))
    """
    if time_major:
        raise ArgumentError(
            "`time_major` must be FALSE: Keras 3 has samples first. "
            "Swap the first two dimensions of the data, for instance with aperm()."
        )
    return {"time_major": DROP}
