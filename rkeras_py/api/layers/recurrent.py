"""Recurrent layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.recurrent import CellOrCells
from rkeras_py.convert.scalars import Fraction, Size
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.registry.arguments import DROP
from rkeras_py.registry.families import CLASS, layer


def _of_sequences(keras_name: str, options: dict[str, Any], time_major: bool) -> dict[str, Any]:
    """Convert former options of recurrent layers.

    ``implementation`` chose between equivalent implementations; ``input_length`` and ``input_dim``
    were the two extents of ``input_shape``.
    """
    changes: dict[str, Any] = {"time_major": DROP}
    for name in ("implementation", "input_length", "input_dim"):
        if name in options:
            changes[name] = DROP
    length, features = options.get("input_length"), options.get("input_dim")
    shape_given = any(options.get(n) is not None for n in ("input_shape", "batch_input_shape"))
    if features is not None and not shape_given:
        changes["input_shape"] = (length, features)
    if time_major:
        changes[CLASS] = f"TimeMajor{keras_name}"
    return changes


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
    """Long short-term memory (LSTM) layer.

    A recurrent layer for sequences, such as time series and texts. It can learn dependencies
    between steps that are far apart.

    Args:
        units: Number of units: the size of the output and of the state.
        activation: Activation of the candidate state and the output.
        recurrent_activation: Activation of the gates.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last states in addition to the output.
        go_backwards: Whether to process the sequence backwards.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        time_major: Whether inputs and outputs have the shape (steps, batch, ...) instead of (batch,
            steps, ...).
        unroll: Whether to unroll the loop: faster for short sequences, but it needs more memory.
        unit_forget_bias: Whether to initialize the bias of the forget gate with 1.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.
        options: ``input_shape``, ``name`` and the other arguments of any layer.

    Returns: (batch, units), or (batch, steps, units) with ``return_sequences``,
        from (batch, steps, features).

    Example:
        keras_model_sequential() %>%
          layer_lstm(units = 32, input_shape = c(8, 16))
    """
    return _of_sequences("LSTM", options, time_major)


@layer("GRU")
def layer_gru(
    object: Composable | None,
    units: Size,
    activation: Activation | None = "tanh",
    recurrent_activation: Activation | None = "sigmoid",
    use_bias: bool = True,
    return_sequences: bool = False,
    return_state: bool = False,
    go_backwards: bool = False,
    stateful: bool = False,
    unroll: bool = False,
    time_major: bool = False,
    reset_after: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    recurrent_initializer: Initializer = "orthogonal",
    bias_initializer: Initializer = "zeros",
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
    """Gated recurrent unit (GRU) layer.

    A recurrent layer for sequences, such as time series and texts. It works like an LSTM, with
    fewer weights.

    Args:
        units: Number of units: the size of the output and of the state.
        activation: Activation of the candidate state.
        recurrent_activation: Activation of the gates.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last state in addition to the output.
        go_backwards: Whether to process the sequence backwards.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        unroll: Whether to unroll the loop: faster for short sequences, but it needs more memory.
        time_major: Whether inputs and outputs have the shape (steps, batch, ...) instead of (batch,
            steps, ...).
        reset_after: Whether to apply the reset gate after the product with the state, as cuDNN
            does, or before it, as in the first version of the paper.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.

    Returns: (batch, units), or (batch, steps, units) with ``return_sequences``,
        from (batch, steps, features).

    Example:
        keras_model_sequential() %>%
          layer_gru(units = 32, input_shape = c(8, 16))
    """
    return _of_sequences("GRU", options, time_major)


@layer("SimpleRNN")
def layer_simple_rnn(
    object: Composable | None,
    units: Size,
    activation: Activation | None = "tanh",
    use_bias: bool = True,
    return_sequences: bool = False,
    return_state: bool = False,
    go_backwards: bool = False,
    stateful: bool = False,
    unroll: bool = False,
    kernel_initializer: Initializer = "glorot_uniform",
    recurrent_initializer: Initializer = "orthogonal",
    bias_initializer: Initializer = "zeros",
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
    """Simple recurrent layer.

    A fully connected recurrent layer: the output of each step is an input of the next step.

    Args:
        units: Number of units: the size of the output and of the state.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last state in addition to the output.
        go_backwards: Whether to process the sequence backwards.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        unroll: Whether to unroll the loop: faster for short sequences, but it needs more memory.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.

    Returns: (batch, units), or (batch, steps, units) with ``return_sequences``,
        from (batch, steps, features).

    Example:
        keras_model_sequential() %>%
          layer_simple_rnn(units = 32, input_shape = c(8, 16))
    """
    return _of_sequences("SimpleRNN", options, False)


@layer("RNN")
def layer_rnn(
    object: Composable | None,
    cell: CellOrCells,
    return_sequences: bool = False,
    return_state: bool = False,
    go_backwards: bool = False,
    stateful: bool = False,
    unroll: bool = False,
    time_major: bool = False,
    *more: Any,
    zero_output_for_mask: bool = False,
    **options: Any,
) -> Any:
    """Recurrent layer with a given cell.

    Applies a cell to each step of a sequence. The cell computes one step.

    Args:
        cell: A cell, such as ``layer_gru_cell()``, or a list of cells, which are stacked. It may be
            any object with a method ``call(inputs, states)`` and a ``state_size``.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last states in addition to the output.
        go_backwards: Whether to process the sequence backwards.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        unroll: Whether to unroll the loop: faster for short sequences, but it needs more memory.
        time_major: Whether inputs and outputs have the shape (steps, batch, ...) instead of (batch,
            steps, ...).
        zero_output_for_mask: Whether the output of a masked step is 0 instead of the output of the
            previous step.
        more, options: ``input_shape``, ``name`` and the other arguments of any layer.

    Returns: (batch, units), or (batch, steps, units) with ``return_sequences``,
        from (batch, steps, features).

    Example:
        cells <- list(layer_gru_cell(units = 16), layer_gru_cell(units = 8))
        keras_model_sequential() %>%
          layer_rnn(cells, input_shape = c(10, 4))
    """
    reject_unused({}, more)
    return _of_sequences("RNN", options, time_major)
