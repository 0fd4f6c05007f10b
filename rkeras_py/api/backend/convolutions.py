"""Convolutions of tensors with given kernels."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.backend.padding import channels_first, of_rank
from rkeras_py.convert.formats import CausalEdges, DataFormat, Edges
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.shapes import Shape, Sizes1, Sizes2, Sizes3
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, as_tensor, graph_step


@export(family="backend")
@graph_step
def k_conv1d(
    x: Tensor,
    kernel: Tensor,
    strides: Sizes1 = 1,
    padding: CausalEdges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes1 = 1,
) -> Any:
    """1D convolution.

    Convolution of sequences.

    Args:
        x: A tensor of (batch, steps, channels).
        kernel: The kernel: (steps, channels, filters).
        padding: "valid" for no padding, "same" to keep the size, "causal" for outputs that depend
            only on earlier steps.

    Returns: (batch, new steps, filters).

    Example:
        k_conv1d(array(1:5, c(1, 5, 1)), array(1, c(2, 1, 1)))
    """
    from keras import ops

    x, kernel = _operands(x, kernel, 3)
    if padding == "causal":
        before = (dilation_rate if isinstance(dilation_rate, int) else dilation_rate[0]) * (
            kernel.shape[0] - 1
        )
        first = channels_first(data_format)
        x = ops.pad(x, ((0, 0), (0, 0), (before, 0)) if first else ((0, 0), (before, 0), (0, 0)))
        padding = "valid"
    return _convolved("conv", x, (kernel,), strides, padding, data_format, dilation_rate)


@export(family="backend")
@graph_step
def k_conv2d(
    x: Tensor,
    kernel: Tensor,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = (1, 1),
) -> Any:
    """2D convolution.

    Convolution of images.

    Args:
        x: A tensor of images.
        kernel: The kernel: (rows, columns, channels, filters).

    Returns: a tensor of images with one channel for each filter.

    Example:
        k_conv2d(array(1:9, c(1, 3, 3, 1)), array(1, c(2, 2, 1, 1)))
    """
    x, kernel = _operands(x, kernel, 4)
    return _convolved("conv", x, (kernel,), strides, padding, data_format, dilation_rate)


@export(family="backend")
@graph_step
def k_conv3d(
    x: Tensor,
    kernel: Tensor,
    strides: Sizes3 = (1, 1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes3 = (1, 1, 1),
) -> Any:
    """3D convolution.

    Convolution of volumes.

    Args:
        x: A tensor of volumes.
        kernel: The kernel: its three sizes, channels, filters.

    Returns: a tensor of volumes with one channel for each filter.

    Example:
        k_conv3d(array(1, c(1, 3, 3, 3, 1)), array(1, c(2, 2, 2, 1, 1)))
    """
    x, kernel = _operands(x, kernel, 5)
    return _convolved("conv", x, (kernel,), strides, padding, data_format, dilation_rate)


@export(family="backend")
@graph_step
def k_depthwise_conv2d(
    x: Tensor,
    depthwise_kernel: Tensor,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = (1, 1),
) -> Any:
    """2D depthwise convolution.

    Convolves each channel of images with its own kernels.

    Args:
        x: A tensor of images.
        depthwise_kernel: The kernel: (rows, columns, channels, filters of a channel).

    Returns: a tensor of images with one channel for each filter of each input channel.

    Example:
        k_depthwise_conv2d(array(1:18, c(1, 3, 3, 2)), array(1, c(2, 2, 2, 1)))
    """
    x, kernel = _operands(x, depthwise_kernel, 4, "depthwise_kernel")
    return _convolved("depthwise_conv", x, (kernel,), strides, padding, data_format, dilation_rate)


@export(family="backend")
@graph_step
def k_separable_conv2d(
    x: Tensor,
    depthwise_kernel: Tensor,
    pointwise_kernel: Tensor,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
    dilation_rate: Sizes2 = (1, 1),
) -> Any:
    """2D separable convolution.

    Convolves each channel of images separately, then combines the channels.

    Args:
        x: A tensor of images.
        depthwise_kernel: The first kernel: (rows, columns, channels, filters of a channel).
        pointwise_kernel: The second kernel: (1, 1, channels times filters of a channel, filters).

    Returns: a tensor of images with one channel for each filter.

    Example:
        k_separable_conv2d(array(1:18, c(1, 3, 3, 2)), array(1, c(2, 2, 2, 1)),
                           array(1, c(1, 1, 2, 1)))
    """
    x, kernel = _operands(x, depthwise_kernel, 4, "depthwise_kernel")
    pointwise = as_float(of_rank(pointwise_kernel, 4, "pointwise_kernel"))
    kernels = (kernel, pointwise)
    return _convolved("separable_conv", x, kernels, strides, padding, data_format, dilation_rate)


def _operands(x: Any, kernel: Any, rank: int, name: str = "kernel") -> tuple[Any, Any]:
    """Input and kernel, both of the same float type."""
    from keras import ops

    x = as_float(of_rank(x, rank))
    return x, ops.cast(of_rank(kernel, rank, name), x.dtype)


def _convolved(
    operation: str,
    x: Any,
    kernels: tuple[Any, ...],
    strides: Any,
    padding: str,
    data_format: str | None,
    dilation_rate: Any,
) -> Any:
    from keras import ops

    convolve = getattr(ops, operation)

    def work(images: Any) -> Any:
        return convolve(
            images,
            *kernels,
            strides=strides,
            padding=padding,
            data_format="channels_last",
            dilation_rate=dilation_rate,
        )

    return channels_last(work, x, data_format)


def channels_last(work: Any, x: Any, data_format: str | None) -> Any:
    """Do something to images with channels last; CPUs support little else."""
    from keras import ops

    if not channels_first(data_format):
        return work(x)
    rank = len(x.shape)
    result = work(ops.transpose(x, (0, *range(2, rank), 1)))
    return ops.transpose(result, (0, rank - 1, *range(1, rank - 1)))


@export(family="backend")
@graph_step
def k_conv2d_transpose(
    x: Tensor,
    kernel: Tensor,
    output_shape: Shape,
    strides: Sizes2 = (1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
) -> Any:
    """2D transposed convolution (deconvolution).

    Args:
        x: A tensor of images.
        kernel: The kernel: (rows, columns, filters, channels).
        output_shape: Shape of the result; ``NULL`` for the batch size means that of ``x``.

    Returns: a tensor of images of this shape.

    Example:
        k_conv2d_transpose(array(1:4, c(1, 2, 2, 1)), array(1, c(2, 2, 1, 1)),
                           output_shape = c(1, 4, 4, 1), strides = c(2, 2))
    """
    return _transposed(x, kernel, output_shape, strides, padding, data_format, 4)


@export(family="backend")
@graph_step
def k_conv3d_transpose(
    x: Tensor,
    kernel: Tensor,
    output_shape: Shape,
    strides: Sizes3 = (1, 1, 1),
    padding: Edges = "valid",
    data_format: DataFormat | None = None,
) -> Any:
    """3D transposed convolution (deconvolution).

    Args:
        x: A tensor of volumes.
        kernel: The kernel: its three sizes, filters, channels.
        output_shape: Shape of the result; ``NULL`` for the batch size means that of ``x``.

    Returns: a tensor of volumes of this shape.

    Example:
        k_conv3d_transpose(array(1, c(1, 2, 2, 2, 1)), array(1, c(2, 2, 2, 1, 1)),
                           output_shape = c(1, 3, 3, 3, 1))
    """
    return _transposed(x, kernel, output_shape, strides, padding, data_format, 5)


def _transposed(
    x: Any, kernel: Any, shape: Any, strides: Any, padding: str, data_format: str | None, rank: int
) -> Any:
    from keras import ops

    from rkeras_py.compat.backend.transposed import transposed

    x, kernel = _operands(x, kernel, rank)
    if len(shape) != rank or None in shape[1:]:
        raise ArgumentError(f"`output_shape` must be {rank} whole numbers; the first may be NULL.")
    inner = shape[2:] if channels_first(data_format) else shape[1:-1]
    _check_inverse(x, kernel, inner, strides, padding, data_format)
    filters = shape[1] if channels_first(data_format) else shape[-1]

    def work(images: Any) -> Any:
        batch = ops.shape(images)[0] if shape[0] is None else shape[0]
        return transposed(images, kernel, (batch, *inner, filters), strides, padding)

    return channels_last(work, x, data_format)


def _check_inverse(
    x: Any, kernel: Any, inner: Any, strides: Any, padding: str, data_format: str | None
) -> None:
    """Check that a convolution of an output of this shape has the extents of ``x``."""
    there = tuple(x.shape)[2:] if channels_first(data_format) else tuple(x.shape)[1:-1]
    steps = strides if isinstance(strides, tuple) else (strides,) * len(inner)
    for extent, size, width, step in zip(inner, there, kernel.shape, steps, strict=False):
        taken = extent if padding == "same" else extent - width + 1
        if size is not None and -(-taken // step) != size:
            raise ArgumentError(
                f"`output_shape` has the extent {extent}, which a convolution would turn into "
                f"{max(0, -(-taken // step))}, not {size} as `x` has."
            )


@export(family="backend")
def k_bias_add(x: Tensor, bias: Tensor, data_format: DataFormat | None = None) -> Any:
    """Add a bias to a tensor.

    Args:
        bias: One number for each channel, or a tensor with the shape of a sample.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_bias_add(matrix(0, 2, 3), c(1, 2, 3))
    """
    from keras import ops

    x, bias = as_tensor(x), as_tensor(bias)
    rank, own = len(x.shape), len(bias.shape)
    if own not in (1, rank - 1):
        raise ArgumentError(
            f"`bias` must have 1 axis or one less than `x`, {max(1, rank - 1)}, not {own}."
        )
    bias = ops.cast(bias, x.dtype)
    if own == 1 and rank > 2 and channels_first(data_format):
        bias = ops.reshape(bias, (-1, *[1] * (rank - 2)))
    return x + bias
