"""Recurrent layers with weights in cuDNN's layout, as in Keras 2."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.deprecated import deprecated
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.families import layer


@layer("CuDNNGRU")
def layer_cudnn_gru(
    object: Composable | None,
    units: Size,
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
    return_sequences: bool = False,
    return_state: bool = False,
    stateful: bool = False,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Gated recurrent unit (GRU) layer with cuDNN weights.

    The same as ``layer_gru()``, except for the layout of the weights. It runs on any device. New
    scripts do not need it.

    Args:
        units: Number of units: the size of the output.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last state in addition to the output.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        weights: A list of three arrays, as returned by ``get_weights()``: a kernel of (features, 3
            * units), a recurrent kernel of (units, 3 * units), and a bias of 6 * units, first for
            the input and then for the state. The part of a gate in a kernel is a matrix of units by
            features, in row-major order.

    Returns: (batch, units), or (batch, steps, units) with ``return_sequences``,
        from (batch, steps, features).

    Example:
        keras_model_sequential() %>%
          layer_cudnn_gru(units = 8, input_shape = c(10, 4))
    """
    deprecated("layer_cudnn_gru()", "layer_gru()")
    return {}


@layer("CuDNNLSTM")
def layer_cudnn_lstm(
    object: Composable | None,
    units: Size,
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
    stateful: bool = False,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Long short-term memory (LSTM) layer with cuDNN weights.

    The same as ``layer_lstm()``, except for the layout of the weights. It runs on any device. New
    scripts do not need it.

    Args:
        units: Number of units: the size of the output.
        unit_forget_bias: Whether to initialize the bias of the forget gate with 1.
        return_sequences: Whether to return the outputs of all steps instead of the last output
            only.
        return_state: Whether to return the last state in addition to the output.
        stateful: Whether the last state of a batch is the initial state of the next batch. It needs
            a fixed batch size.
        weights: A list of three arrays, as returned by ``get_weights()``: a kernel of (features, 4
            * units), a recurrent kernel of (units, 4 * units), and a bias of 8 * units, first for
            the input and then for the state. The part of a gate in a kernel is a matrix of units by
            features, in row-major order.

    Returns: (batch, units), or (batch, steps, units) with ``return_sequences``,
        from (batch, steps, features).

    Example:
        keras_model_sequential() %>%
          layer_cudnn_lstm(units = 8, input_shape = c(10, 4))
    """
    deprecated("layer_cudnn_lstm()", "layer_lstm()")
    return {}
