"""Convolutions with a separate kernel for each position."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.backend.padding import channels_first, of_rank
from rkeras_py.convert.formats import DataFormat
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.shapes import Sizes1, Sizes2
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, graph_step


@export(family="backend")
@graph_step
def k_local_conv1d(
    inputs: Tensor,
    kernel: Tensor,
    kernel_size: Sizes1,
    strides: Sizes1,
    data_format: DataFormat | None = None,
) -> Any:
    """1D convolution with unshared weights.

    Convolution of sequences in which each position has its own kernel.

    Args:
        inputs: A tensor of (batch, steps, channels).
        kernel: The kernels: (new steps, kernel size * channels, filters).

    Returns: (batch, new steps, filters).

    Example:
        k_local_conv1d(array(1:4, c(1, 4, 1)), array(1, c(3, 2, 1)), kernel_size = 2, strides = 1)
    """
    x, kernel = as_float(of_rank(inputs, 3, "inputs")), of_rank(kernel, 3, "kernel")
    places = (kernel.shape[0],)
    return _local(x, kernel, _each(kernel_size, 1), _each(strides, 1), places, data_format)


@export(family="backend")
@graph_step
def k_local_conv2d(
    inputs: Tensor,
    kernel: Tensor,
    kernel_size: Sizes2,
    strides: Sizes2,
    output_shape: Sizes2,
    data_format: DataFormat | None = None,
) -> Any:
    """2D convolution with unshared weights.

    Convolution of images in which each position has its own kernel.

    Args:
        inputs: A tensor of images.
        kernel: The kernels: (new rows * new columns, kernel size * channels, filters).
        output_shape: Number of rows and columns of the output.

    Returns: a tensor of images with one channel for each filter.

    Example:
        k_local_conv2d(array(1:9, c(1, 3, 3, 1)), array(1, c(4, 4, 1)), kernel_size = c(2, 2),
                       strides = c(1, 1), output_shape = c(2, 2))
    """
    x, kernel = as_float(of_rank(inputs, 4, "inputs")), of_rank(kernel, 3, "kernel")
    places = _each(output_shape, 2)
    return _local(x, kernel, _each(kernel_size, 2), _each(strides, 2), places, data_format)


def _each(sizes: Any, rank: int) -> tuple[int, ...]:
    return sizes if isinstance(sizes, tuple) else (sizes,) * rank


def _local(
    x: Any,
    kernel: Any,
    sizes: tuple[int, ...],
    strides: tuple[int, ...],
    places: tuple[int, ...],
    data_format: str | None,
) -> Any:
    """Multiply each window of the input by its own kernel.

    A window is a vector in the order of the input's axes, like the kernels of Keras 2: channels
    first if they are first in the input.
    """
    from math import prod

    import numpy as np
    from keras import ops

    first = channels_first(data_format)
    rank = len(sizes)
    channels = x.shape[1 if first else -1]
    wanted = (prod(places), prod(sizes) * channels)
    if tuple(kernel.shape)[:2] != wanted:
        raise ArgumentError(
            f"`kernel` must be of shape ({wanted[0]}, {wanted[1]}, filters), "
            f"not ({', '.join(map(str, kernel.shape))})."
        )
    axis = 2 if first else 1
    for size, step, count in zip(sizes, strides, places, strict=True):
        if x.shape[axis] is not None and (count - 1) * step + size > x.shape[axis]:
            raise ArgumentError(
                f"`inputs` has the extent {x.shape[axis]}, too small for {count} windows of "
                f"{size} at a distance of {step}."
            )
        rows = np.arange(count)[:, None] * step + np.arange(size)
        x = ops.take(x, rows, axis=axis)
        axis += 2  # replaced by two axes: the position, and the position within the window
    start = 2 if first else 1
    outer = [start + 2 * i for i in range(rank)]
    inner = [start + 2 * i + 1 for i in range(rank)]
    order = (0, *outer, 1, *inner) if first else (0, *outer, *inner, 2 * rank + 1)
    windows = ops.reshape(ops.transpose(x, order), (-1, *wanted))
    result = ops.einsum("bpw,pwf->bpf", windows, ops.cast(kernel, windows.dtype))
    result = ops.reshape(result, (-1, *places, kernel.shape[2]))
    return ops.transpose(result, (0, rank + 1, *range(1, rank + 1))) if first else result
