"""ConvLSTM layers: long short-term memory with convolutions."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import DataFormat, Edges
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Fraction, Size
from rkeras_py.convert.shapes import Shape, Sizes1, Sizes2, Sizes3
from rkeras_py.registry.families import layer


@layer("ConvLSTM1D")
def layer_conv_lstm_1d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes1,
    strides: Sizes1 = 1,
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes1 = 1,
    activation: Activation | None = "tanh",
    recurrent_activation: Activation | None = "hard_sigmoid",
    use_bias: bool = True,
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
    return_sequences: bool = False,
    return_state: bool = False,
    go_backwards: bool = False,
    stateful: bool = False,
    dropout: Fraction = 0.0,
    recurrent_dropout: Fraction = 0.0,
    **options: Any,
) -> Any:
    """1D convolutional LSTM layer.

    An LSTM for sequences of sequences: the products with the input and with the state are
    convolutions.

    Args:
        activation: Activation of the candidate state and the output.
        recurrent_activation: Activation of the gates.
        unit_forget_bias: Whether to initialize the bias of the forget gate with 1.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last states in addition to the output.
        go_backwards: Whether to process the steps from the last to the first.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.

    Returns: (batch, new length, filters) from (batch, steps, length, channels); (batch, steps, new
        length, filters) with ``return_sequences``.

    Example:
        keras_model_sequential() %>%
          layer_conv_lstm_1d(filters = 2, kernel_size = 3, input_shape = c(5, 12, 2))
    """


@layer("ConvLSTM2D")
def layer_conv_lstm_2d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes2,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = (1, 1),
    activation: Activation | None = "tanh",
    recurrent_activation: Activation | None = "hard_sigmoid",
    use_bias: bool = True,
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
    return_sequences: bool = False,
    return_state: bool = False,
    go_backwards: bool = False,
    stateful: bool = False,
    dropout: Fraction = 0.0,
    recurrent_dropout: Fraction = 0.0,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
    input_shape: Shape | None = None,
) -> Any:
    """2D convolutional LSTM layer.

    An LSTM for sequences of images: the products with the input and with the state are
    convolutions.

    Args:
        activation: Activation of the candidate state and the output.
        recurrent_activation: Activation of the gates.
        unit_forget_bias: Whether to initialize the bias of the forget gate with 1.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last states in addition to the output.
        go_backwards: Whether to process the steps from the last to the first.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.

    Returns: (batch, new rows, new columns, filters) from (batch, steps, rows, columns, channels);
        (batch, steps, new rows, new columns, filters) with ``return_sequences``.

    Example:
        keras_model_sequential() %>%
          layer_conv_lstm_2d(filters = 2, kernel_size = 3, input_shape = c(5, 8, 8, 1))
    """


@layer("ConvLSTM3D")
def layer_conv_lstm_3d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes3,
    strides: Sizes3 = (1, 1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes3 = (1, 1, 1),
    activation: Activation | None = "tanh",
    recurrent_activation: Activation | None = "hard_sigmoid",
    use_bias: bool = True,
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
    return_sequences: bool = False,
    return_state: bool = False,
    go_backwards: bool = False,
    stateful: bool = False,
    dropout: Fraction = 0.0,
    recurrent_dropout: Fraction = 0.0,
    **options: Any,
) -> Any:
    """3D convolutional LSTM layer.

    An LSTM for sequences of volumes: the products with the input and with the state are
    convolutions.

    Args:
        activation: Activation of the candidate state and the output.
        recurrent_activation: Activation of the gates.
        unit_forget_bias: Whether to initialize the bias of the forget gate with 1.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last states in addition to the output.
        go_backwards: Whether to process the steps from the last to the first.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        dropout: Dropout rate of the inputs during training.
        recurrent_dropout: Dropout rate of the recurrent state during training.

    Returns: (batch, new depth, new rows, new columns, filters) from (batch, steps, depth, rows,
        columns, channels); with ``return_sequences``, (batch, steps, new depth, new rows, new
        columns, filters).

    Example:
        keras_model_sequential() %>%
          layer_conv_lstm_3d(filters = 2, kernel_size = 3, input_shape = c(3, 4, 4, 4, 1))
    """
