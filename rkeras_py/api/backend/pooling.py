"""Pooling of tensors."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.backend.convolutions import channels_last
from rkeras_py.api.backend.padding import of_rank
from rkeras_py.convert.formats import DataFormat, Edges, PoolMode
from rkeras_py.convert.shapes import Sizes2, Sizes3
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, graph_step


@export(family="backend")
@graph_step
def k_pool2d(
    x: Tensor,
    pool_size: Sizes2,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    pool_mode: PoolMode = "max",
) -> Any:
    """2D pooling.

    Computes the maximum or the mean of windows of images.

    Args:
        x: A tensor of images.
        pool_size: Size of the windows.
        pool_mode: "max" for the maximum, "avg" for the mean.

    Returns: a tensor of smaller images.

    Example:
        k_pool2d(array(1:16, c(1, 4, 4, 1)), pool_size = c(2, 2), strides = c(2, 2))
    """
    return _pooled(of_rank(x, 4), pool_size, strides, padding, data_format, pool_mode)


@export(family="backend")
@graph_step
def k_pool3d(
    x: Tensor,
    pool_size: Sizes3,
    strides: Sizes3 = (1, 1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    pool_mode: PoolMode = "max",
) -> Any:
    """3D pooling.

    Computes the maximum or the mean of windows of volumes.

    Args:
        x: A tensor of volumes.
        pool_size: Size of the windows.
        pool_mode: "max" for the maximum, "avg" for the mean.

    Returns: a tensor of smaller volumes.

    Example:
        k_pool3d(array(1:8, c(1, 2, 2, 2, 1)), pool_size = c(2, 2, 2), pool_mode = "avg")
    """
    return _pooled(of_rank(x, 5), pool_size, strides, padding, data_format, pool_mode)


def _pooled(
    x: Any, size: Any, strides: Any, padding: str, data_format: str | None, mode: str
) -> Any:
    from keras import ops

    from rkeras_py.compat.backend.pooling import average_pool

    pool = ops.max_pool if mode == "max" else average_pool

    def work(images: Any) -> Any:
        return pool(images, size, strides, padding, "channels_last")

    return channels_last(work, as_float(x), data_format)
