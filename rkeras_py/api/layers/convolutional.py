"""Convolutional layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import CausalEdges, DataFormat, Edges
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape, Sizes1, Sizes2, Sizes3
from rkeras_py.registry.families import layer


@layer("Conv1D")
def layer_conv_1d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes1,
    strides: Sizes1 = 1,
    padding: CausalEdges = "valid",
    data_format: DataFormat = "channels_last",
    dilation_rate: Sizes1 = 1,
    groups: Size = 1,
    activation: Activation | None = None,
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D convolution layer.

    Convolution over sequences, such as time series or texts.

    Args:
        filters: Number of filters: the number of channels of the output.
        kernel_size: Size of the filters.
        strides: Step size of the filters.
        padding: "valid" for no padding, "same" to keep the size, "causal" for outputs that depend
            only on earlier steps.
        data_format: Position of the channel axis: "channels_last" or "channels_first".
        dilation_rate: Distance between the inputs that a filter covers; 1 means no gaps.
        groups: Number of groups of channels that are convolved separately.

    Returns: (batch, new steps, filters) from (batch, steps, channels).

    Example:
        keras_model_sequential() %>%
          layer_conv_1d(filters = 8, kernel_size = 3, input_shape = c(20, 4))
    """


@layer("Conv2D")
def layer_conv_2d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes2,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = (1, 1),
    groups: Size = 1,
    activation: Activation | None = None,
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D convolution layer.

    Convolution over images.

    Args:
        filters: Number of filters: the number of channels of the output.
        kernel_size: Size of the filters: one number, or one for each dimension.
        strides: Step size of the filters.
        padding: "valid" for no padding, "same" to keep the size.
        data_format: Position of the channel axis: "channels_last" or "channels_first".
        dilation_rate: Distance between the inputs that a filter covers; 1 means no gaps.
        groups: Number of groups of channels that are convolved separately.

    Returns: (batch, new rows, new columns, filters) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential() %>%
          layer_conv_2d(filters = 8, kernel_size = c(3, 3), input_shape = c(28, 28, 1))
    """


@layer("Conv3D")
def layer_conv_3d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes3,
    strides: Sizes3 = (1, 1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes3 = (1, 1, 1),
    groups: Size = 1,
    activation: Activation | None = None,
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """3D convolution layer.

    Convolution over volumes, such as medical scans or short videos.

    Args:
        filters: Number of filters: the number of channels of the output.

    Returns: (batch, new depth, new rows, new columns, filters) from (batch, depth, rows, columns,
        channels).

    Example:
        keras_model_sequential() %>%
          layer_conv_3d(filters = 4, kernel_size = 3, input_shape = c(8, 8, 8, 1))
    """
