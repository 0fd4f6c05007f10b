"""Metrics that scripts write themselves."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any


def custom_metric(name: str, metric_fn: Callable[..., Any]) -> Callable[..., Any]:
    """A function as a metric, under a name of its own.

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
    metric.name = name  # type: ignore[attr-defined]  # Keras would write that of a function otherwise
    return metric
