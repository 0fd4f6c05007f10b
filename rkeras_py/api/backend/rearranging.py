"""Rearranges the elements of tensors; batch-wise dot products."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.extents import Extents
from rkeras_py.convert.indices import Positions
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Axes1, Axis1, Count, Size
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_tensor, graph_step, operation, within


@export(family="backend")
@graph_step
def k_batch_flatten(x: Tensor) -> Any:
    """Flatten each sample of a batch.

    Returns a matrix with one row for each sample.

    Returns: (batch, elements of a sample) from (batch, ...).

    Example:
        k_batch_flatten(array(1:12, c(2, 3, 2)))
    """
    from math import prod

    from keras import ops

    x = as_tensor(x)
    rest = tuple(x.shape)[1:]
    if None in rest:
        return ops.reshape(x, (ops.shape(x)[0], -1))
    return ops.reshape(x, (-1, prod(rest)))


@export(family="backend")
def k_permute_dimensions(x: Tensor, pattern: Axes1) -> Any:
    """Permute the axes of a tensor.

    Args:
        pattern: The axes of ``x`` in their new order, numbered from 1.

    Returns: a tensor.

    Example:
        k_permute_dimensions(array(1:6, c(1, 2, 3)), c(1, 3, 2))
    """
    from keras import ops

    x = as_tensor(x)
    rank = len(x.shape)
    axes = [axis % rank if -rank <= axis < rank else axis for axis in _several(pattern)]
    if sorted(axes) != list(range(rank)):
        raise ArgumentError(
            f"`pattern` must have each of the {rank} axes of `x` once, "
            f"not c({', '.join(str(axis + 1) for axis in axes)})."
        )
    return ops.transpose(x, axes)


def _several(axes: int | tuple[int, ...]) -> tuple[int, ...]:
    return axes if isinstance(axes, tuple) else (axes,)


@export(family="backend")
def k_reverse(x: Tensor, axes: Axes1) -> Any:
    """Reverse a tensor along axes.

    Args:
        axes: The axis or axes, numbered from 1.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_reverse(rbind(c(1, 2), c(3, 5)), axes = 2)
    """
    from keras import ops

    x = as_tensor(x)
    return ops.flip(x, within(x, axes, "axes"))


@export(family="backend")
def k_repeat(x: Tensor, n: Size) -> Any:
    """Repeat each row of a matrix along a new axis.

    Args:
        x: A tensor with two axes.
        n: Number of repetitions.

    Returns: (samples, n, features) from (samples, features).

    Example:
        k_repeat(rbind(c(1, 2), c(3, 5)), 3)
    """
    from keras import ops

    x = as_tensor(x)
    if len(x.shape) != 2:
        raise ArgumentError(f"`x` must have 2 axes, not {len(x.shape)}.")
    return ops.repeat(ops.expand_dims(x, 1), n, axis=1)


@export(family="backend")
def k_repeat_elements(x: Tensor, rep: Count, axis: Axis1) -> Any:
    """Repeat elements along an axis.

    Args:
        rep: Number of repetitions.
        axis: The axis, numbered from 1; -1 is the last.

    Returns: a tensor that is ``rep`` times as large along the axis.

    Example:
        k_repeat_elements(rbind(c(1, 2), c(3, 5)), rep = 2, axis = 1)
    """
    from keras import ops

    x = as_tensor(x)
    return ops.repeat(x, rep, axis=within(x, axis, "axis")[0])


@operation("tile")
def k_tile(x: Tensor, n: Extents) -> Any:
    """Tile a tensor: repeat it along its axes.

    Args:
        n: Number of copies along each axis.

    Returns: a tensor that is ``n`` times as large along each axis.

    Example:
        k_tile(rbind(c(1, 2), c(3, 5)), c(1, 2))
    """


@export(family="backend")
def k_unstack(x: Tensor, axis: Axis1 = 1, num: Size | None = None, name: str | None = None) -> Any:
    """Split a tensor into slices along an axis.

    Args:
        axis: The axis, numbered from 1; -1 is the last.
        num: Number of slices, if the shape does not tell it.
        name: Not used.

    Returns: a list of tensors without this axis.

    Example:
        k_unstack(rbind(c(1, 2), c(3, 5)))
    """
    from keras import ops

    x = as_tensor(x)
    return list(ops.unstack(x, num, within(x, axis, "axis")[0]))


@export(family="backend")
def k_gather(reference: Tensor, indices: Positions) -> Any:
    """Select slices of a tensor by index.

    Selects along the first axis. Indices that are R numbers start at 1. Indices in a tensor, such
    as the result of ``k_argmax()``, start at 0.

    Args:
        reference: The tensor.
        indices: Indices: whole numbers from 1, or a tensor of whole numbers from 0.

    Returns: a tensor in which the axes of the indices replace the first axis.

    Example:
        k_gather(rbind(c(1, 2), c(3, 4), c(5, 6)), c(3, 1))
    """
    from keras import ops

    reference = as_tensor(reference)
    length = reference.shape[0] if len(reference.shape) else 0
    if not is_tensor(indices) and length is not None and (indices >= length).any():
        raise ArgumentError(
            f"`indices` must be at most {length}, the extent of `reference`, "
            f"not {indices.max() + 1}."
        )
    return ops.take(reference, ops.cast(indices, "int32"), axis=0)


@export(family="backend")
def k_batch_dot(x: Tensor, y: Tensor, axes: Axes1 | None) -> Any:
    """Batch-wise dot product.

    Multiplies two tensors sample by sample, and sums over one axis of each.

    Args:
        x: A tensor with the batch as its first axis.
        y: Another tensor with the batch as its first axis.
        axes: The axes of ``x`` and ``y`` to sum over, numbered from 1, or one number for both;
            ``NULL`` for the last axis of ``x`` and the last but one of ``y``.

    Returns: a tensor with the batch axis, the other axes of ``x`` and the other axes of ``y``; with
        an axis of size 1 at the end if there are no other axes.

    Example:
        k_batch_dot(matrix(1:6, 2), matrix(1:6, 2), axes = 2)
    """
    from keras import ops

    x, y = as_tensor(x), as_tensor(y)
    pair = (-1, -2 if len(y.shape) > 2 else -1) if axes is None else _several(axes)
    if len(pair) == 1:
        pair *= 2
    if len(pair) != 2:
        raise ArgumentError(f"`axes` must be one or two axes, not {len(pair)}.")
    along = [_axis(name, t, axis) for name, t, axis in zip("xy", (x, y), pair, strict=True)]
    letters = iter("bcdefghijklmnopqrstuvwxyz")
    next(letters)  # skip "b", the batch
    subscripts = []
    for tensor, axis in zip((x, y), along, strict=True):
        inner = [next(letters) for _ in tensor.shape[1:]]
        inner[axis - 1] = "a"
        subscripts.append("".join(inner))
    kept = "".join(subscripts).replace("a", "")
    result = ops.einsum(f"b{subscripts[0]},b{subscripts[1]}->b{kept}", x, y)
    return result if kept else ops.expand_dims(result, -1)


def _axis(name: str, tensor: Any, axis: int) -> int:
    """The number of the axis, from 1 after the batch axis."""
    rank = len(tensor.shape)
    found = axis + rank if axis < 0 else axis
    if not 0 < found < rank:
        raise ArgumentError(
            f"`axes` must be among the axes of `{name}` after the batch, 2 to {rank}, "
            f"not {axis + 1 if axis >= 0 else axis}."
        )
    return found
