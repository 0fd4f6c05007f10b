"""Noise, variants of dropout, and activity regularization."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import DataFormat
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Fraction, Int, NonNegative, Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.families import CLASS, layer


def _none_for_all(rate: float) -> dict[str, Any]:
    """With a rate of 1, inputs are unchanged, as in Keras 2; Keras 3 divides by zero."""
    return {"rate": 0.0} if rate == 1 else {}


@layer("ActivityRegularization")
def layer_activity_regularization(
    object: Composable | None,
    l1: NonNegative = 0.0,
    l2: NonNegative = 0.0,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """Activity regularization layer.

    Returns its input unchanged, and adds a penalty on it to the loss. The penalty of a batch is
    divided by the number of its samples.

    Args:
        l1: Factor of the sum of absolute values.
        l2: Factor of the sum of squares.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = 4) %>%
          layer_activity_regularization(l1 = 0.01)
    """


@layer("AlphaDropout")
def layer_alpha_dropout(
    object: Composable | None,
    rate: Fraction,
    noise_shape: Shape | None = None,
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Alpha dropout layer.

    Dropout that keeps mean and variance, for networks with SELU activations. Dropped inputs get the
    negative saturation value of SELU, not 0.

    Args:
        rate: Dropout rate: the proportion of inputs to drop, from 0 to 1.
        noise_shape: Shape of the random mask, with the batch dimension, if parts are to be dropped
            together.
        seed: Random seed of the layer.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = 16) %>%
          layer_alpha_dropout(rate = 0.1)
    """
    return _none_for_all(rate)


@layer("GaussianDropout")
def layer_gaussian_dropout(
    object: Composable | None,
    rate: Fraction,
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Gaussian dropout layer.

    Multiplies the inputs by normal noise with mean 1 during training. The standard deviation of the
    noise is ``sqrt(rate / (1 - rate))``.

    Args:
        rate: The rate of ``layer_dropout()`` with the same variance.
        seed: Random seed of the layer.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = 16) %>%
          layer_gaussian_dropout(rate = 0.2)
    """
    return _none_for_all(rate)


@layer("GaussianNoise")
def layer_gaussian_noise(
    object: Composable | None,
    stddev: NonNegative,
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Gaussian noise layer.

    Adds normal noise with mean 0 during training.

    Args:
        stddev: Standard deviation of the noise.
        seed: Random seed of the layer.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = 16) %>%
          layer_gaussian_noise(stddev = 0.1)
    """
    return {CLASS: "noise.GaussianNoise"} if stddev > 1 else None  # refused by Keras 3


@layer("SpatialDropout1D")
def layer_spatial_dropout_1d(
    object: Composable | None,
    rate: Fraction,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D spatial dropout layer.

    Drops whole channels of sequences at random during training.

    Args:
        rate: Dropout rate: the proportion of channels to drop, from 0 to 1.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = c(8, 4)) %>%
          layer_spatial_dropout_1d(rate = 0.3)
    """


@layer("SpatialDropout2D")
def layer_spatial_dropout_2d(
    object: Composable | None,
    rate: Fraction,
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D spatial dropout layer.

    Drops whole channels of images at random during training.

    Args:
        rate: Dropout rate: the proportion of channels to drop, from 0 to 1.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = c(8, 8, 3)) %>%
          layer_spatial_dropout_2d(rate = 0.3)
    """


@layer("SpatialDropout3D")
def layer_spatial_dropout_3d(
    object: Composable | None,
    rate: Fraction,
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """3D spatial dropout layer.

    Drops whole channels of volumes at random during training.

    Args:
        rate: Dropout rate: the proportion of channels to drop, from 0 to 1.

    Returns: the shape of the input.

    Example:
        keras_model_sequential(input_shape = c(4, 4, 4, 2)) %>%
          layer_spatial_dropout_3d(rate = 0.3)
    """
