"""Depthwise and separable convolutions."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import CausalEdges, DataFormat, Edges
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape, Sizes1, Sizes2
from rkeras_py.registry.families import CLASS, layer


@layer("DepthwiseConv1D")
def layer_depthwise_conv_1d(
    object: Composable | None,
    kernel_size: Sizes1,
    strides: Sizes1 = 1,
    padding: Edges = "valid",
    depth_multiplier: Size = 1,
    data_format: DataFormat | None = None,
    dilation_rate: Sizes1 = 1,
    activation: Activation | None = None,
    use_bias: bool = True,
    depthwise_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    depthwise_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    depthwise_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    **options: Any,
) -> Any:
    """1D depthwise convolution layer.

    Convolves each channel of a sequence with its own kernels.

    Args:
        depth_multiplier: Number of kernels, and of output channels, for each input channel.

    Returns: (batch, new steps, channels * depth_multiplier) from (batch, steps, channels).

    Example:
        keras_model_sequential(input_shape = c(20, 4)) %>%
          layer_depthwise_conv_1d(kernel_size = 3, depth_multiplier = 2)
    """


@layer("DepthwiseConv2D")
def layer_depthwise_conv_2d(
    object: Composable | None,
    kernel_size: Sizes2,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    depth_multiplier: Size = 1,
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = (1, 1),
    activation: Activation | None = None,
    use_bias: bool = True,
    depthwise_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    depthwise_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    depthwise_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D depthwise convolution layer.

    Convolves each channel of an image with its own kernels.

    Args:
        depth_multiplier: Number of kernels, and of output channels, for each input channel.

    Returns: (batch, new rows, new columns, channels * depth_multiplier)
        from (batch, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(12, 12, 3)) %>%
          layer_depthwise_conv_2d(kernel_size = 3, depth_multiplier = 2)
    """


@layer("SeparableConv1D")
def layer_separable_conv_1d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes1,
    strides: Sizes1 = 1,
    padding: CausalEdges = "valid",
    data_format: DataFormat = "channels_last",
    dilation_rate: Sizes1 = 1,
    depth_multiplier: Size = 1,
    activation: Activation | None = None,
    use_bias: bool = True,
    depthwise_initializer: Initializer = "glorot_uniform",
    pointwise_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    depthwise_regularizer: Regularizer | None = None,
    pointwise_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    depthwise_constraint: Constraint | None = None,
    pointwise_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D separable convolution layer.

    Convolves each channel of a sequence separately (depthwise), then combines the channels of each
    step (pointwise).

    Args:
        padding: "valid" for no padding, "same" to keep the size, "causal" for outputs that depend
            only on earlier steps.
        depth_multiplier: Number of depthwise output channels for each input channel.

    Returns: (batch, new steps, filters) from (batch, steps, channels).

    Example:
        keras_model_sequential() %>%
          layer_separable_conv_1d(filters = 8, kernel_size = 3, input_shape = c(20, 4))
    """
    return {CLASS: "CausalSeparableConv1D"} if padding == "causal" else None


@layer("SeparableConv2D")
def layer_separable_conv_2d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes2,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = 1,
    depth_multiplier: Size = 1,
    activation: Activation | None = None,
    use_bias: bool = True,
    depthwise_initializer: Initializer = "glorot_uniform",
    pointwise_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    depthwise_regularizer: Regularizer | None = None,
    pointwise_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    depthwise_constraint: Constraint | None = None,
    pointwise_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D separable convolution layer.

    Convolves each channel of an image separately (depthwise), then combines the channels of each
    pixel (pointwise).

    Args:
        depth_multiplier: Number of depthwise output channels for each input channel.

    Returns: (batch, new rows, new columns, filters) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential() %>%
          layer_separable_conv_2d(filters = 8, kernel_size = 3, input_shape = c(12, 12, 3))
    """
