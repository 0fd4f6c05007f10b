"""Locally connected layers: convolutions with a separate kernel for each position."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.names.identifiers import Activation, Constraint, Initializer, Regularizer
from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import DataFormat, Edges
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Int, Size
from rkeras_py.convert.shapes import Sizes1, Sizes2
from rkeras_py.registry.families import layer


@layer("LocallyConnected1D")
def layer_locally_connected_1d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes1,
    strides: Sizes1 = 1,
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    activation: Activation | None = None,
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    implementation: Int = 1,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D locally connected layer.

    A convolution over sequences without shared weights: each position has its own kernel.

    Args:
        padding: "valid" for no padding; "same" to keep the size needs ``implementation`` 2 or 3.
        implementation: How weights are stored. 1: an array of (positions, inputs of a position,
            filters); 2: an array of all inputs by all outputs, most of which are not used; 3: a
            vector of the used weights. The results are the same.

    Returns: (batch, new steps, filters) from (batch, steps, channels).

    Example:
        keras_model_sequential(input_shape = c(20, 4)) %>%
          layer_locally_connected_1d(filters = 2, kernel_size = 3)
    """


@layer("LocallyConnected2D")
def layer_locally_connected_2d(
    object: Composable | None,
    filters: Size,
    kernel_size: Sizes2,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    activation: Activation | None = None,
    use_bias: bool = True,
    kernel_initializer: Initializer = "glorot_uniform",
    bias_initializer: Initializer = "zeros",
    kernel_regularizer: Regularizer | None = None,
    bias_regularizer: Regularizer | None = None,
    activity_regularizer: Regularizer | None = None,
    kernel_constraint: Constraint | None = None,
    bias_constraint: Constraint | None = None,
    implementation: Int = 1,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D locally connected layer.

    A convolution over images without shared weights: each position has its own kernel.

    Args:
        padding: "valid" for no padding; "same" to keep the size needs ``implementation`` 2 or 3.
        implementation: How weights are stored. 1: an array of (positions, inputs of a position,
            filters); 2: an array of all inputs by all outputs, most of which are not used; 3: a
            vector of the used weights. The results are the same.

    Returns: (batch, new rows, new columns, filters) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(12, 12, 3)) %>%
          layer_locally_connected_2d(filters = 2, kernel_size = 3)
    """
