"""Cropping, zero padding and upsampling of sequences, images and volumes."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.choices import Interpolation
from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import DataFormat
from rkeras_py.convert.margins import Margins1, Margins2, Margins3
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Sizes1, Sizes2, Sizes3
from rkeras_py.registry.families import CLASS, layer


@layer("cropping.Cropping1D")
def layer_cropping_1d(
    object: Composable | None,
    cropping: Margins1 = (1, 1),
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D cropping layer.

    Removes steps at the start and the end of a sequence.

    Args:
        cropping: Number of steps to remove at the start and the end.

    Returns: the input with fewer steps.

    Example:
        keras_model_sequential(input_shape = c(8, 4)) %>%
          layer_cropping_1d(cropping = c(1, 2))
    """


@layer("cropping.Cropping2D")
def layer_cropping_2d(
    object: Composable | None,
    cropping: Margins2 = ((0, 0), (0, 0)),
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D cropping layer.

    Removes rows and columns at the borders of an image.

    Args:
        cropping: Number of rows and columns to remove at both ends: one number,
            ``c(rows, columns)``, or ``list(c(top, bottom), c(left, right))``.

    Returns: the input with fewer rows and columns.

    Example:
        keras_model_sequential(input_shape = c(8, 8, 3)) %>%
          layer_cropping_2d(cropping = list(c(1, 1), c(0, 2)))
    """


@layer("cropping.Cropping3D")
def layer_cropping_3d(
    object: Composable | None,
    cropping: Margins3 = ((1, 1), (1, 1), (1, 1)),
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """3D cropping layer.

    Removes the borders of a volume.

    Args:
        cropping: Number of elements to remove at both ends of each dimension: one number, three
            numbers, or a list of three pairs.

    Returns: the input with smaller dimensions.

    Example:
        keras_model_sequential(input_shape = c(6, 6, 6, 2)) %>%
          layer_cropping_3d(cropping = 2)
    """


@layer("ZeroPadding1D")
def layer_zero_padding_1d(
    object: Composable | None,
    padding: Margins1 = 1,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D zero padding layer.

    Adds zeros at the start and the end of a sequence.

    Args:
        padding: Number of steps to add at the start and the end: one number for both, or two
            numbers.

    Returns: the input with more steps.

    Example:
        keras_model_sequential(input_shape = c(8, 4)) %>%
          layer_zero_padding_1d(padding = c(1, 2))
    """


@layer("ZeroPadding2D")
def layer_zero_padding_2d(
    object: Composable | None,
    padding: Margins2 = (1, 1),
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D zero padding layer.

    Adds zeros at the borders of an image.

    Args:
        padding: Number of rows and columns to add at both ends: one number, ``c(rows, columns)``,
            or ``list(c(top, bottom), c(left, right))``.

    Returns: the input with more rows and columns.

    Example:
        keras_model_sequential(input_shape = c(8, 8, 3)) %>%
          layer_zero_padding_2d(padding = list(c(1, 1), c(0, 2)))
    """


@layer("ZeroPadding3D")
def layer_zero_padding_3d(
    object: Composable | None,
    padding: Margins3 = (1, 1, 1),
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """3D zero padding layer.

    Adds zeros at the borders of a volume.

    Args:
        padding: Number of elements to add at both ends of each dimension: one number, three
            numbers, or a list of three pairs.

    Returns: the input with larger dimensions.

    Example:
        keras_model_sequential(input_shape = c(6, 6, 6, 2)) %>%
          layer_zero_padding_3d(padding = 2)
    """


@layer("UpSampling1D")
def layer_upsampling_1d(
    object: Composable | None,
    size: Sizes1 = 2,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D upsampling layer.

    Repeats each step of a sequence.

    Args:
        size: Number of times to repeat each step.

    Returns: the input with more steps.

    Example:
        keras_model_sequential(input_shape = c(8, 4)) %>%
          layer_upsampling_1d(size = 3)
    """


@layer("UpSampling2D")
def layer_upsampling_2d(
    object: Composable | None,
    size: Sizes2 = (2, 2),
    data_format: DataFormat | None = None,
    interpolation: Interpolation = "nearest",
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D upsampling layer.

    Enlarges images by repeating or interpolating rows and columns.

    Args:
        size: Factors of rows and columns: one number or two.
        interpolation: Interpolation method; "nearest" repeats pixels.

    Returns: the input with more rows and columns.

    Example:
        keras_model_sequential(input_shape = c(8, 8, 3)) %>%
          layer_upsampling_2d(size = 3)
    """
    lost = interpolation in ("area", "gaussian", "mitchellcubic")
    return {CLASS: "reshaping.UpSampling2D"} if lost else None


@layer("UpSampling3D")
def layer_upsampling_3d(
    object: Composable | None,
    size: Sizes3 = (2, 2, 2),
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """3D upsampling layer.

    Enlarges volumes by repeating elements.

    Args:
        size: Factors of the three dimensions: one number or three.

    Returns: the input with larger dimensions.

    Example:
        keras_model_sequential(input_shape = c(6, 6, 6, 2)) %>%
          layer_upsampling_3d(size = 3)
    """
