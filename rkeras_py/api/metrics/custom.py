"""Custom metrics."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any


def custom_metric(name: str, metric_fn: Callable[..., Any]) -> Callable[..., Any]:
    """Turn a function into a metric with a name.

    R's ``custom_metric()`` is written in R (``R/R/metrics.R``): there the name is an attribute.

    Args:
        name: The metric's name in the history.
        metric_fn: Function of ``y_true`` and ``y_pred``.
    """
    if not isinstance(name, str):
        raise TypeError(f"`name` must be a string, not {name!r}")
    if not callable(metric_fn):
        raise TypeError(f"`metric_fn` must be a function, not {metric_fn!r}")

    @functools.wraps(metric_fn, assigned=("__doc__", "__module__"))
    def metric(y_true: Any, y_pred: Any) -> Any:
        return metric_fn(y_true, y_pred)

    metric.__name__ = metric.__qualname__ = name
    metric.name = name  # type: ignore[attr-defined]  # otherwise Keras would change the function's name
    return metric
