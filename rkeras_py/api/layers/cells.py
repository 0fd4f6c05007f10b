"""Cells: one step of a recurrent layer."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.recurrent import Cells
from rkeras_py.convert.scalars import Fraction, Size
from rkeras_py.registry.arguments import DROP
from rkeras_py.registry.families import layer


def _changes(options: dict[str, Any]) -> dict[str, Any]:
    """Drop ``implementation``, which chose between equivalent implementations."""
    return {"implementation": DROP} if "implementation" in options else {}


@layer("GRUCell")
def layer_gru_cell(
    units: Size,
    activation: Activation | None = "tanh",
    recurrent_activation: Activation | None = "sigmoid",
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    recurrent_initializer: Initializer = "orthogonal",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    recurrent_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    recurrent_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    dropout: Fraction = 0.0,
    recurrent_dropout: Fraction = 0.0,
    reset_after: bool = True,
    **options: Any,
) -> Any:
    """Gated recurrent unit (GRU) cell.

    Computes one step of a GRU, for ``layer_rnn()``.

    Args:
        units: Number of units: the size of the output and of the state.
        activation: Activation of the candidate state.
        recurrent_activation: Activation of the gates.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.
        options: ``name``, ``dtype`` and ``trainable``.
        reset_after: Whether to apply the reset gate after the product with the state.

    Returns: a cell.

    Example:
        keras_model_sequential() %>%
          layer_rnn(layer_gru_cell(units = 8), input_shape = c(10, 4))
    """
    return _changes(options)


@layer("LSTMCell")
def layer_lstm_cell(
    units: Size,
    activation: Activation | None = "tanh",
    recurrent_activation: Activation | None = "sigmoid",
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    recurrent_initializer: Initializer = "orthogonal",
    bias_initializer: Initializer = "zeros",
    unit_forget_bias: bool = True,
    kernel_regularizer: Regularizer | None = None,
    recurrent_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    recurrent_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    dropout: Fraction = 0.0,
    recurrent_dropout: Fraction = 0.0,
    **options: Any,
) -> Any:
    """Long short-term memory (LSTM) cell.

    Computes one step of an LSTM, for ``layer_rnn()``.

    Args:
        units: Number of units: the size of the output and of each of the two states.
        activation: Activation of the candidate state and the output.
        recurrent_activation: Activation of the gates.
        unit_forget_bias: Whether to initialize the bias of the forget gate with 1.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.
        options: ``name``, ``dtype`` and ``trainable``.

    Returns: a cell.

    Example:
        keras_model_sequential() %>%
          layer_rnn(layer_lstm_cell(units = 8), input_shape = c(10, 4))
    """
    return _changes(options)


@layer("SimpleRNNCell")
def layer_simple_rnn_cell(
    units: Size,
    activation: Activation | None = "tanh",
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    recurrent_initializer: Initializer = "orthogonal",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    recurrent_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    recurrent_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    dropout: Fraction = 0.0,
    recurrent_dropout: Fraction = 0.0,
    **options: Any,
) -> Any:
    """Simple recurrent cell.

    Computes one step of ``layer_simple_rnn()``, for ``layer_rnn()``.

    Args:
        units: Number of units: the size of the output and of the state.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.
        options: ``name``, ``dtype`` and ``trainable``.

    Returns: a cell.

    Example:
        keras_model_sequential() %>%
          layer_rnn(layer_simple_rnn_cell(units = 8), input_shape = c(10, 4))
    """
    return _changes(options)


@layer("StackedRNNCells")
def layer_stacked_rnn_cells(cells: Cells, **options: Any) -> Any:
    """Stack of recurrent cells.

    Combines several cells into one. Each cell takes the output of the cell before it.

    Args:
        cells: A list of cells.
        options: ``name``, ``dtype`` and ``trainable``.

    Returns: a cell.

    Example:
        cells <- list(layer_lstm_cell(units = 8), layer_lstm_cell(units = 4))
        keras_model_sequential() %>%
          layer_rnn(layer_stacked_rnn_cells(cells), input_shape = c(10, 4))
    """
