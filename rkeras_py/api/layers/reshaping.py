"""Layers that change the shape of samples: reshaping, permuting, repeating; masking."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.data import Weights
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.positions import Order
from rkeras_py.convert.scalars import Float, Size
from rkeras_py.convert.shapes import Shape, TargetShape
from rkeras_py.registry.families import layer


@layer("Masking")
def layer_masking(
    object: Composable | None,
    mask_value: Float = 0.0,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Masking layer: skip steps of a sequence.

    Marks steps that the following layers skip.

    Args:
        mask_value: A step is skipped if all its features have this value.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = c(8, 4)) %>%
          layer_masking(mask_value = -1)
    """


@layer("Permute")
def layer_permute(
    object: Composable | None,
    dims: Order,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Permute layer: reorder dimensions.

    Changes the order of the dimensions of each sample.

    Args:
        dims: The dimensions in their new order, numbered from 1 without the batch dimension.

    Returns: the dimensions of the input in the new order.

    Example:
        keras_model_sequential(input_shape = c(8, 4)) %>%
          layer_permute(dims = c(2, 1))
    """


@layer("RepeatVector")
def layer_repeat_vector(
    object: Composable | None,
    n: Size,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Repeat vector layer.

    Returns a sequence in which each step is the input.

    Args:
        n: Number of steps.

    Returns: (batch, n, features) from (batch, features).

    Example:
        keras_model_sequential(input_shape = 4) %>%
          layer_repeat_vector(n = 3)
    """


@layer("Reshape")
def layer_reshape(
    object: Composable | None,
    target_shape: TargetShape,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Reshape layer.

    Changes the shape of each sample. Elements are taken in row-major order: the last dimension
    varies fastest.

    Args:
        target_shape: The new shape without the batch dimension. One dimension may be -1: it is
            computed.

    Returns: (batch, target_shape).

    Example:
        keras_model_sequential(input_shape = 12) %>%
          layer_reshape(target_shape = c(3, 4))
    """
