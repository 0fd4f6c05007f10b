"""Pooling layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.data import Weights
from rkeras_py.convert.formats import DataFormat, Edges
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Sizes1, Sizes2, Sizes3
from rkeras_py.registry.families import layer


@layer("MaxPooling1D")
def layer_max_pooling_1d(
    object: Composable | None,
    pool_size: Sizes1 = 2,
    strides: Sizes1 | None = None,
    padding: Edges = "valid",
    data_format: DataFormat = "channels_last",
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D max pooling layer.

    Computes the maximum of each window of a sequence.

    Args:
        pool_size: Size of the windows.
        strides: Step size of the window; by default the size of the window.
        padding: "valid" for no padding; "same" also uses incomplete windows at the end.
        data_format: Position of the channel axis: "channels_last" or "channels_first".

    Returns: (batch, new steps, channels) from (batch, steps, channels).

    Example:
        keras_model_sequential(input_shape = c(20, 4)) %>%
          layer_max_pooling_1d()
    """


@layer("MaxPooling2D")
def layer_max_pooling_2d(
    object: Composable | None,
    pool_size: Sizes2 = (2, 2),
    strides: Sizes2 | None = None,
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D max pooling layer.

    Computes the maximum of each window of an image.

    Args:
        pool_size: Size of the windows.
        strides: Step size of the window; by default the size of the window.
        padding: "valid" for no padding; "same" also uses incomplete windows at the end.
        data_format: Position of the channel axis: "channels_last" or "channels_first".

    Returns: (batch, new rows, new columns, channels) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(28, 28, 1)) %>%
          layer_max_pooling_2d()
    """


@layer("MaxPooling3D")
def layer_max_pooling_3d(
    object: Composable | None,
    pool_size: Sizes3 = (2, 2, 2),
    strides: Sizes3 | None = None,
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """3D max pooling layer.

    Computes the maximum of each window of a volume.

    Args:
        pool_size: Size of the windows.
        strides: Step size of the window; by default the size of the window.
        padding: "valid" for no padding; "same" also uses incomplete windows at the end.

    Returns: (batch, new depth, new rows, new columns, channels) from (batch, depth, rows, columns,
        channels).

    Example:
        keras_model_sequential(input_shape = c(8, 8, 8, 1)) %>%
          layer_max_pooling_3d()
    """


@layer("pooling.AveragePooling1D")
def layer_average_pooling_1d(
    object: Composable | None,
    pool_size: Sizes1 = 2,
    strides: Sizes1 | None = None,
    padding: Edges = "valid",
    data_format: DataFormat = "channels_last",
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """1D average pooling layer.

    Computes the mean of each window of a sequence.

    Args:
        pool_size: Size of the windows.
        strides: Step size of the window; by default the size of the window.
        padding: "valid" for no padding; "same" also uses incomplete windows at the end.

    Returns: (batch, new steps, channels) from (batch, steps, channels).

    Example:
        keras_model_sequential(input_shape = c(20, 4)) %>%
          layer_average_pooling_1d()
    """


@layer("pooling.AveragePooling2D")
def layer_average_pooling_2d(
    object: Composable | None,
    pool_size: Sizes2 = (2, 2),
    strides: Sizes2 | None = None,
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """2D average pooling layer.

    Computes the mean of each window of an image.

    Args:
        pool_size: Size of the windows.
        strides: Step size of the window; by default the size of the window.
        padding: "valid" for no padding; "same" also uses incomplete windows at the end.

    Returns: (batch, new rows, new columns, channels) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(28, 28, 1)) %>%
          layer_average_pooling_2d()
    """


@layer("pooling.AveragePooling3D")
def layer_average_pooling_3d(
    object: Composable | None,
    pool_size: Sizes3 = (2, 2, 2),
    strides: Sizes3 | None = None,
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    batch_size: Size | None = None,
    name: str | None = None,
    trainable: bool | None = None,
    weights: Weights | None = None,
) -> Any:
    """3D average pooling layer.

    Computes the mean of each window of a volume.

    Args:
        pool_size: Size of the windows.
        strides: Step size of the window; by default the size of the window.
        padding: "valid" for no padding; "same" also uses incomplete windows at the end.

    Returns: (batch, new depth, new rows, new columns, channels) from (batch, depth, rows, columns,
        channels).

    Example:
        keras_model_sequential(input_shape = c(8, 8, 8, 1)) %>%
          layer_average_pooling_3d()
    """
