"""Metrics that gather values: means, sums, overlaps."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.objects import Callable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.families import metric


@metric("Mean")
def metric_mean(*rest: Any, name: str = "mean", dtype: str | None = None, **more: Any) -> Any:
    """Mean of all values given to ``update_state()``, weighted where there are weights.

    Returns: a metric.

    Example:
        metric <- metric_mean()
        metric$update_state(c(1, 3, 5))
        metric$result()
    """


@metric("Sum")
def metric_sum(*rest: Any, name: str | None = None, dtype: str | None = None, **more: Any) -> Any:
    """Sum of all values given to ``update_state()``, weighted where there are weights.

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
    """Mean of the tensors given to ``update_state()``, element by element.

    Args:
        shape: Shape of the tensors; that of the first one by default.

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
    """Mean of what a function makes of labels and predictions.

    Args:
        fn: Function of ``y_true`` and ``y_pred`` that gives a value for each sample.
        rest, more: Further arguments of ``fn``.

    Returns: a metric.

    Example:
        metric_mean_wrapper(fn = function(y_true, y_pred) k_abs(y_true - y_pred), name = "gap")
    """


@metric("MeanIoU")
def metric_mean_iou(
    *rest: Any, num_classes: Size, name: str | None = None, dtype: str | None = None, **more: Any
) -> Any:
    """Intersection over union of labels and predictions, averaged over classes.

    For each class ``hits / (labelled + predicted - hits)``; both count from 0.

    Args:
        num_classes: Number of classes.

    Returns: a metric.

    Example:
        metric <- metric_mean_iou(num_classes = 3)
        metric$update_state(c(0, 1, 2), c(0, 1, 1))
        metric$result()
    """
