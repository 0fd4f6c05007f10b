"""Normalization with mean and variance."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.scalars import Axes1, Axis1, NonNegative
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.operation import as_float, graph_step, within


@export(family="backend")
@graph_step
def k_batch_normalization(
    x: Tensor,
    mean: Tensor,
    var: Tensor,
    beta: Tensor | None,
    gamma: Tensor | None,
    axis: Axis1 = -1,
    epsilon: NonNegative = 1e-3,
) -> Any:
    """Batch normalization with given mean and variance.

    Computes ``gamma * (x - mean) / sqrt(var + epsilon) + beta``.

    Args:
        mean: Mean: one number for each feature, or a tensor that is broadcast to ``x``.
        var: Variance, in the same form.
        beta: Offset, in the same form; ``NULL`` for 0.
        gamma: Scale, in the same form; ``NULL`` for 1.
        axis: The axis of the features, numbered from 1; -1 is the last.
        epsilon: Small number that is added to the variance.

    Returns: a tensor with the shape of ``x``.

    Example:
        k_batch_normalization(matrix(1:6, 3), mean = c(2, 5), var = c(1, 1),
                              beta = c(0, 0), gamma = c(1, 1))
    """
    x = as_float(x)
    axis = within(x, axis, "axis")[0]
    mean, var, beta, gamma = (_along(part, x, axis) for part in (mean, var, beta, gamma))
    return _normalized(x, mean, var, beta, gamma, epsilon)


def _along(part: Any, x: Any, axis: int) -> Any:
    """A vector of features, reshaped to be broadcast along the other axes of ``x``."""
    from keras import ops

    if part is None:
        return None
    part = ops.cast(part, x.dtype)
    if len(part.shape) != 1 or len(x.shape) < 2:
        return part
    shape = [1] * len(x.shape)
    shape[axis] = -1
    return ops.reshape(part, shape)


def _normalized(x: Any, mean: Any, var: Any, beta: Any, gamma: Any, epsilon: float) -> Any:
    from keras import ops

    result = (x - mean) * ops.rsqrt(var + epsilon)
    if gamma is not None:
        result = result * gamma
    return result if beta is None else result + beta


@export(family="backend")
@graph_step
def k_normalize_batch_in_training(
    x: Tensor,
    gamma: Tensor | None,
    beta: Tensor | None,
    reduction_axes: Axes1,
    epsilon: NonNegative = 1e-3,
) -> Any:
    """Batch normalization with the statistics of the batch.

    Normalizes by the mean and the variance of the tensor itself.

    Args:
        gamma: Scale: one number for each feature; ``NULL`` for 1.
        beta: Offset, in the same form; ``NULL`` for 0.
        reduction_axes: The axes over which the mean is computed, numbered from 1.
        epsilon: Small number that is added to the variance.

    Returns: a list of three tensors: the normalized tensor, the mean and the variance.

    Example:
        k_normalize_batch_in_training(matrix(1:6, 3), gamma = c(1, 1), beta = c(0, 0),
                                      reduction_axes = 1)
    """
    from keras import ops

    x = as_float(x)
    rank = len(x.shape)
    axes = within(x, reduction_axes, "reduction_axes")
    mean, var = ops.moments(x, axes, keepdims=True)
    shape = [1 if axis in axes else -1 for axis in range(rank)]
    scale, offset = (
        ops.reshape(ops.cast(part, x.dtype), shape)
        if part is not None and shape.count(-1) == 1
        else part
        for part in (gamma, beta)
    )
    result = _normalized(x, mean, var, offset, scale, epsilon)
    return [result, ops.squeeze(mean, axes), ops.squeeze(var, axes)]
