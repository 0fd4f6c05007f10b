"""Shapes of tensors, and reshaping."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.scalars import Axes1, Axis1
from rkeras_py.convert.shapes import TargetShape
from rkeras_py.convert.tensors import Tensor, Tensors
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor, operation


@export(family="backend")
def k_ndim(x: Tensor) -> Any:
    """Number of axes of a tensor.

    Returns: a whole number.

    Example:
        k_ndim(rbind(c(1, 2), c(3, 5)))
    """
    return len(as_tensor(x).shape)


@export(family="backend")
def k_shape(x: Tensor) -> Any:
    """Shape of a tensor, as a tensor.

    Unlike ``k_int_shape()``, it knows the size of open dimensions when the model runs.

    The batch size is ``k_shape(x)[1]``, counted from 1 as in R, or ``k_shape(x)[[0]]``: ``[[ ]]``
    of a tensor counts from 0, as in Python. The sampling step of variational autoencoders uses this
    in ``k_random_normal(shape = k_shape(z_mean)[[1]])``, which draws one number for each latent
    dimension.

    Returns: whole numbers; for a symbolic tensor the same as ``k_int_shape()``.

    Example:
        k_shape(rbind(c(1, 2), c(3, 5)))
    """
    from keras import ops

    from rkeras_py.compat.backend import known_shapes

    x = as_tensor(x)
    shape = ops.shape(x)
    return shape if None in shape else known_shapes.as_tensor(shape, of=x)


@export(family="backend")
def k_int_shape(x: Tensor) -> Any:
    """Shape of a tensor, as integers.

    Open dimensions are ``NULL``.

    Returns: a vector, or a list if a dimension is open.

    Example:
        k_int_shape(rbind(c(1, 2), c(3, 5)))
    """
    return tuple(as_tensor(x).shape)


@operation("dot")
def k_dot(x: Tensor, y: Tensor) -> Any:
    """Matrix product of two tensors.

    If there are more axes, sums over the last axis of ``x`` and the last but one of ``y``.

    Returns: a tensor with the shape (rows of ``x``, columns of ``y``).

    Example:
        k_dot(diag(2), rbind(c(1, 2), c(3, 4)))
    """


@export(family="backend")
def k_flatten(x: Tensor) -> Any:
    """Flatten a tensor.

    Elements are taken in row-major order: the last axis varies fastest.

    Returns: a tensor with one axis.

    Example:
        k_flatten(rbind(c(1, 2), c(3, 5)))
    """
    from keras import ops

    return ops.reshape(x, (-1,))


@operation("reshape")
def k_reshape(x: Tensor, shape: TargetShape) -> Any:
    """Reshape a tensor.

    Elements are taken in row-major order: the last axis varies fastest.

    Args:
        shape: The new shape. One dimension may be -1: it is computed.

    Returns: a tensor of this shape.

    Example:
        k_reshape(rbind(c(1, 2), c(3, 5)), c(4, 1))
    """


@operation("expand_dims")
def k_expand_dims(x: Tensor, axis: Axis1 = -1) -> Any:
    """Insert an axis of size 1.

    Args:
        axis: Position of the new axis in the result, numbered from 1; -1 is the end.

    Returns: a tensor with one more axis.

    Example:
        k_expand_dims(rbind(c(1, 2), c(3, 5)), axis = 1)
    """


@operation("squeeze")
def k_squeeze(x: Tensor, axis: Axes1 | None = None) -> Any:
    """Remove axes of size 1.

    Args:
        axis: The axes to remove, numbered from 1; by default all axes of size 1.

    Returns: a tensor with fewer axes.

    Example:
        k_squeeze(array(1:4, c(4, 1)), axis = 2)
    """


@operation("concatenate")
def k_concatenate(tensors: Tensors, axis: Axis1 = -1) -> Any:
    """Concatenate tensors along an axis.

    Args:
        tensors: A list of tensors.
        axis: The axis, numbered from 1; -1 is the last.

    Returns: a tensor with the same number of axes.

    Example:
        k_concatenate(list(rbind(c(1, 2), c(3, 5)), rbind(c(1, 2), c(3, 5))), axis = 1)
    """


@operation("stack")
def k_stack(x: Tensors, axis: Axis1 = 1) -> Any:
    """Stack tensors along a new axis.

    The tensors must have the same shape.

    Args:
        x: A list of tensors.
        axis: Position of the new axis, numbered from 1; -1 is the end.

    Returns: a tensor with one more axis.

    Example:
        k_stack(list(c(1, 2), c(3, 4)))
    """


@operation("transpose")
def k_transpose(x: Tensor) -> Any:
    """Transpose a tensor.

    Reverses the order of the axes.

    Returns: a tensor.

    Example:
        k_transpose(rbind(c(1, 2), c(3, 5)))
    """
