"""Transposed convolutions."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import DataFormat, Edges
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Extras1, Extras2, Extras3, Shape, Sizes1, Sizes2, Sizes3
from rkeras_py.registry.families import layer


@layer("Conv1DTranspose")
def layer_conv_1d_transpose(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes1,
    strides: Sizes1 = 1,
    padding: Edges = "valid",
    output_padding: Extras1 | None = None,
    data_format: DataFormat | None = None,
    dilation_rate: Sizes1 = 1,
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
    """1D transposed convolution layer.

    Also called deconvolution: each element of the input adds a copy of the kernel to the output.

    Args:
        strides: Distance between the copies of the kernel; above 1 the output is larger than the
            input.
        output_padding: Number of elements to add to the size of the output, less than the stride.
            ``NULL`` for the smallest output that contains all copies, or strides times the input
            size if ``padding`` is "same".

    Returns: (batch, new steps, filters) from (batch, steps, channels).

    Example:
        keras_model_sequential() %>%
          layer_conv_1d_transpose(filters = 2, kernel_size = 3, strides = 2, input_shape = c(10, 4))
    """


@layer("Conv2DTranspose")
def layer_conv_2d_transpose(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes2,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    output_padding: Extras2 | None = None,
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = (1, 1),
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
    """2D transposed convolution layer.

    Also called deconvolution: each element of the input adds a copy of the kernel to the output.

    Args:
        strides: Distance between the copies of the kernel; above 1 the output is larger than the
            input.
        output_padding: Number of elements to add to the size of the output, less than the stride.
            ``NULL`` for the smallest output that contains all copies, or strides times the input
            size if ``padding`` is "same".

    Returns: (batch, new rows, new columns, filters) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(7, 7, 16)) %>%
          layer_conv_2d_transpose(filters = 2, kernel_size = 3, strides = 2)
    """


@layer("Conv3DTranspose")
def layer_conv_3d_transpose(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes3,
    strides: Sizes3 = (1, 1, 1),
    padding: Edges = "valid",
    output_padding: Extras3 | None = None,
    data_format: DataFormat | None = None,
    dilation_rate: Sizes3 = (1, 1, 1),
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
    """3D transposed convolution layer.

    Also called deconvolution: each element of the input adds a copy of the kernel to the output.

    Args:
        strides: Distance between the copies of the kernel; above 1 the output is larger than the
            input.
        output_padding: Number of elements to add to the size of the output, less than the stride.
            ``NULL`` for the smallest output that contains all copies, or strides times the input
            size if ``padding`` is "same".

    Returns: (batch, new depth, new rows, new columns, filters) from (batch, depth, rows, columns,
        channels).

    Example:
        keras_model_sequential(input_shape = c(4, 4, 4, 2)) %>%
          layer_conv_3d_transpose(filters = 2, kernel_size = 3, strides = 2)
    """
