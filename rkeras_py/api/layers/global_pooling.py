"""Global pooling layers."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.formats import DataFormat
from rkeras_py.convert.objects import Composable
from rkeras_py.registry.families import layer


@layer("GlobalAveragePooling1D")
def layer_global_average_pooling_1d(
    object: Composable | None,
    data_format: DataFormat = "channels_last",
    keepdims: bool = False,
    **options: Any,
) -> Any:
    """1D global average pooling layer.

    Computes the mean over all steps of a sequence, for each channel.

    Args:
        data_format: Position of the channel axis: "channels_last" or "channels_first".
        keepdims: Whether to keep the dimension of the steps with size 1.
        options: ``input_shape``, ``name`` and the other arguments of any layer.

    Returns: (batch, channels) from (batch, steps, channels).

    Example:
        keras_model_sequential(input_shape = c(20, 4)) %>%
          layer_global_average_pooling_1d()
    """


@layer("GlobalAveragePooling2D")
def layer_global_average_pooling_2d(
    object: Composable | None,
    data_format: DataFormat | None = None,
    keepdims: bool = False,
    **options: Any,
) -> Any:
    """2D global average pooling layer.

    Computes the mean over all pixels of an image, for each channel.

    Args:
        keepdims: Whether to keep the reduced dimensions with size 1.

    Returns: (batch, channels) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(28, 28, 3)) %>%
          layer_global_average_pooling_2d()
    """


@layer("GlobalAveragePooling3D")
def layer_global_average_pooling_3d(
    object: Composable | None,
    data_format: DataFormat | None = None,
    keepdims: bool = False,
    **options: Any,
) -> Any:
    """3D global average pooling layer.

    Computes the mean over all positions of a volume, for each channel.

    Args:
        keepdims: Whether to keep the reduced dimensions with size 1.

    Returns: (batch, channels) from (batch, depth, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(8, 8, 8, 2)) %>%
          layer_global_average_pooling_3d()
    """


@layer("GlobalMaxPooling1D")
def layer_global_max_pooling_1d(
    object: Composable | None,
    data_format: DataFormat = "channels_last",
    keepdims: bool = False,
    **options: Any,
) -> Any:
    """1D global max pooling layer.

    Computes the maximum over all steps of a sequence, for each channel.

    Args:
        keepdims: Whether to keep the dimension of the steps with size 1.

    Returns: (batch, channels) from (batch, steps, channels).

    Example:
        keras_model_sequential(input_shape = c(20, 4)) %>%
          layer_global_max_pooling_1d()
    """


@layer("GlobalMaxPooling2D")
def layer_global_max_pooling_2d(
    object: Composable | None,
    data_format: DataFormat | None = None,
    keepdims: bool = False,
    **options: Any,
) -> Any:
    """2D global max pooling layer.

    Computes the maximum over all pixels of an image, for each channel.

    Args:
        keepdims: Whether to keep the reduced dimensions with size 1.

    Returns: (batch, channels) from (batch, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(28, 28, 3)) %>%
          layer_global_max_pooling_2d()
    """


@layer("GlobalMaxPooling3D")
def layer_global_max_pooling_3d(
    object: Composable | None,
    data_format: DataFormat | None = None,
    keepdims: bool = False,
    **options: Any,
) -> Any:
    """3D global max pooling layer.

    Computes the maximum over all positions of a volume, for each channel.

    Args:
        keepdims: Whether to keep the reduced dimensions with size 1.

    Returns: (batch, channels) from (batch, depth, rows, columns, channels).

    Example:
        keras_model_sequential(input_shape = c(8, 8, 8, 2)) %>%
          layer_global_max_pooling_3d()
    """
