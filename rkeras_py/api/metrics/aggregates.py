"""Metrics that aggregate values: means, sums, overlaps."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.objects import Callable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.families import metric


@metric("Mean")
def metric_mean(*rest: Any, name: str = "mean", dtype: str | None = None, **more: Any) -> Any:
    """Mean metric.

    The mean of all values passed to ``update_state()``, weighted if weights are given.

    Returns: a metric.

    Example:
        metric <- metric_mean()
        metric$update_state(c(1, 3, 5))
        metric$result()
    """


@metric("Sum")
def metric_sum(*rest: Any, name: str | None = None, dtype: str | None = None, **more: Any) -> Any:
    """Sum metric.

    The sum of all values passed to ``update_state()``, weighted if weights are given.

    Returns: a metric.

    Example:
        metric <- metric_sum()
        metric$update_state(c(1, 3, 5))
        metric$result()
    """


@metric("MeanTensor")
def metric_mean_tensor(
    *rest: Any,
    shape: Shape | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Element-wise mean metric of tensors.

    The mean of the tensors passed to ``update_state()``, element by element.

    Args:
        shape: Shape of the tensors; by default that of the first tensor.

    Returns: a metric, whose ``result()`` has the shape of the tensors.

    Example:
        metric <- metric_mean_tensor()
        metric$update_state(c(1, 3, 5))
        metric$result()
    """


@metric("MeanMetricWrapper")
def metric_mean_wrapper(
    *rest: Any, fn: Callable, name: str | None = None, dtype: str | None = None, **more: Any
) -> Any:
    """Mean metric of a function.

    The mean of the values that a function computes from true values and predictions.

    Args:
        fn: Function of ``y_true`` and ``y_pred`` that returns one value for each sample.
        rest, more: Further arguments of ``fn``.

    Returns: a metric.

    Example:
        metric_mean_wrapper(fn = function(y_true, y_pred) k_abs(y_true - y_pred), name = "gap")
    """


@metric("MeanIoU")
def metric_mean_iou(
    *rest: Any, num_classes: Size, name: str | None = None, dtype: str | None = None, **more: Any
) -> Any:
    """Mean intersection over union (IoU) metric.

    For each class, computes ``hits / (labelled + predicted - hits)``, then the mean over the
    classes. Classes are numbered from 0.

    Args:
        num_classes: Number of classes.

    Returns: a metric.

    Example:
        metric <- metric_mean_iou(num_classes = 3)
        metric$update_state(c(0, 1, 2), c(0, 1, 1))
        metric$result()
    """
