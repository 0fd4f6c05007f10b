"""Pads sequences and images with zeros, and enlarges images."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.formats import DataFormat, Margins1, Margins2, Margins3
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor


def channels_first(data_format: str | None) -> bool:
    """Whether the channel axis comes before the spatial axes."""
    import keras

    return (data_format or keras.config.image_data_format()) == "channels_first"


def of_rank(x: Any, rank: int, argument: str = "x") -> Any:
    """A tensor, after checking its number of axes."""
    x = as_tensor(x)
    if len(x.shape) != rank:
        raise ArgumentError(f"`{argument}` must have {rank} axes, not {len(x.shape)}.")
    return x


@export(family="backend", r_defaults={"padding": "c(1, 1)"})
def k_temporal_padding(x: Tensor, padding: Margins1 = ((1, 1),)) -> Any:
    """Pad the time dimension with zeros.

    Adds zeros before and after sequences.

    Args:
        x: A tensor of (batch, steps, features).
        padding: Number of steps to add before and after.

    Returns: (batch, more steps, features).

    Example:
        k_temporal_padding(array(1:6, c(1, 3, 2)), padding = c(2, 0))
    """
    from keras import ops

    return ops.pad(of_rank(x, 3), ((0, 0), *padding, (0, 0)))


@export(
    family="backend",
    r_defaults={"padding": "list(list(1, 1), list(1, 1))"},
)
def k_spatial_2d_padding(
    x: Tensor,
    padding: Margins2 = ((1, 1), (1, 1)),
    data_format: DataFormat | None = None,
) -> Any:
    """Pad the borders of images with zeros.

    Args:
        x: A tensor of images.
        padding: Number of rows to add before and after, and number of columns.
        data_format: Position of the channel axis: "channels_last" or "channels_first";
            ``k_image_data_format()`` by default.

    Returns: a tensor of larger images.

    Example:
        k_spatial_2d_padding(array(1:4, c(1, 2, 2, 1)), list(c(1, 1), c(0, 2)))
    """
    return _padded(of_rank(x, 4), padding, data_format)


@export(
    family="backend",
    r_defaults={"padding": "list(list(1, 1), list(1, 1), list(1, 1))"},
)
def k_spatial_3d_padding(
    x: Tensor,
    padding: Margins3 = ((1, 1), (1, 1), (1, 1)),
    data_format: DataFormat | None = None,
) -> Any:
    """Pad the borders of volumes with zeros.

    Args:
        x: A tensor of volumes.
        padding: Number of zeros to add before and after, for each of the three dimensions.
        data_format: Position of the channel axis: "channels_last" or "channels_first";
            ``k_image_data_format()`` by default.

    Returns: a tensor of larger volumes.

    Example:
        k_spatial_3d_padding(array(1, c(1, 2, 2, 2, 1)))
    """
    return _padded(of_rank(x, 5), padding, data_format)


def _padded(x: Any, padding: tuple[tuple[int, int], ...], data_format: str | None) -> Any:
    from keras import ops

    none = (0, 0)
    if channels_first(data_format):
        return ops.pad(x, (none, none, *padding))
    return ops.pad(x, (none, *padding, none))


@export(family="backend")
def k_resize_images(
    x: Tensor, height_factor: Size, width_factor: Size, data_format: DataFormat
) -> Any:
    """Enlarge images by repeating rows and columns.

    Args:
        x: A tensor of images.
        height_factor: Number of times to repeat each row.
        width_factor: Number of times to repeat each column.

    Returns: a tensor of larger images.

    Example:
        k_resize_images(array(1:4, c(1, 2, 2, 1)), 2, 3, "channels_last")
    """
    return _repeated(of_rank(x, 4), (height_factor, width_factor), data_format)


@export(family="backend")
def k_resize_volumes(
    x: Tensor, depth_factor: Size, height_factor: Size, width_factor: Size, data_format: DataFormat
) -> Any:
    """Enlarge volumes by repeating elements.

    Args:
        x: A tensor of volumes.
        depth_factor: Number of times to repeat each element along the first dimension.
        height_factor: Number of times to repeat each element along the second dimension.
        width_factor: Number of times to repeat each element along the third dimension.

    Returns: a tensor of larger volumes.

    Example:
        k_resize_volumes(array(1:8, c(1, 2, 2, 2, 1)), 2, 1, 1, "channels_last")
    """
    return _repeated(of_rank(x, 5), (depth_factor, height_factor, width_factor), data_format)


def _repeated(x: Any, factors: tuple[int, ...], data_format: str) -> Any:
    from keras import ops

    for axis, factor in enumerate(factors, 2 if channels_first(data_format) else 1):
        if factor > 1:
            x = ops.repeat(x, factor, axis=axis)
    return x
