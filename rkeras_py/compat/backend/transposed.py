"""Transposed convolutions to a given shape: what a convolution's input gets of its output."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keras import ops

from rkeras_py.convert import backends


def transposed(
    images: Any, kernel: Any, shape: tuple[int, ...], strides: tuple[int, ...], padding: str
) -> Any:
    """Images of this shape, with their channels last.

    Args:
        images: What a convolution of the result would give the shape of.
        kernel: Rows, columns, channels of the result, channels of ``images``.
        shape: The shape of the result, with the batch.
        strides: Of that convolution.
        padding: "valid" or "same".
    """

    def convolved(result: Any) -> Any:
        return ops.conv(result, kernel, strides, padding, "channels_last")

    if backends.on_tensorflow():
        return _by_tensorflow(images, kernel, shape, strides, padding)
    if backends.current() == "jax":
        return _by_jax(convolved, images, shape)
    return _by_torch(convolved, images, shape)


def _by_tensorflow(images: Any, kernel: Any, shape: Any, strides: Any, padding: str) -> Any:
    import tensorflow as tf

    convolve = tf.nn.conv2d_transpose if len(shape) == 4 else tf.nn.conv3d_transpose
    return convolve(images, kernel, tf.stack(shape), strides, padding.upper())


def _by_jax(convolved: Callable[[Any], Any], images: Any, shape: tuple[int, ...]) -> Any:
    import jax

    images = ops.convert_to_tensor(images)
    (result,) = jax.linear_transpose(convolved, jax.ShapeDtypeStruct(shape, images.dtype))(images)
    return result


def _by_torch(convolved: Callable[[Any], Any], images: Any, shape: tuple[int, ...]) -> Any:
    import torch

    images = ops.convert_to_tensor(images)
    with torch.enable_grad():
        start = torch.zeros(shape, dtype=images.dtype, device=images.device, requires_grad=True)
        (result,) = torch.autograd.grad(
            convolved(start), start, grad_outputs=images, create_graph=True
        )
    return result
