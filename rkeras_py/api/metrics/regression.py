"""Regression metrics: averages of errors."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.deprecated import deprecated
from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.scalars import Axis1
from rkeras_py.convert.tensors import ExactTensor, Tensor
from rkeras_py.registry.families import metric


@metric("MeanAbsoluteError", "mean_absolute_error")
def metric_mean_absolute_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "mean_absolute_error",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Mean absolute error metric.

    Computes ``mean(abs(t - p))`` of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_mean_absolute_error(rbind(c(1, 2)), rbind(c(0.5, 3)))
    """


@metric("MeanAbsolutePercentageError", "mean_absolute_percentage_error")
def metric_mean_absolute_percentage_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "mean_absolute_percentage_error",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Mean absolute percentage error metric.

    Computes ``100 * mean(abs((t - p) / t))`` of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_mean_absolute_percentage_error(rbind(c(1, 2)), rbind(c(0.5, 3)))
    """


@metric("MeanSquaredError", "mean_squared_error")
def metric_mean_squared_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "mean_squared_error",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Mean squared error metric.

    Computes ``mean((t - p)^2)`` of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_mean_squared_error(rbind(c(1, 2)), rbind(c(0.5, 3)))
    """


@metric("MeanSquaredLogarithmicError", "mean_squared_logarithmic_error")
def metric_mean_squared_logarithmic_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "mean_squared_logarithmic_error",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Mean squared logarithmic error metric.

    Computes ``mean((log(t + 1) - log(p + 1))^2)`` of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_mean_squared_logarithmic_error(rbind(c(1, 2)), rbind(c(0.5, 3)))
    """


@metric("RootMeanSquaredError")
def metric_root_mean_squared_error(
    *rest: Any, name: str | None = None, dtype: str | None = None, **more: Any
) -> Any:
    """Root mean squared error metric.

    Computes ``sqrt(mean((t - p)^2))`` of true values ``t`` and predictions ``p``, over all samples.

    Returns: a metric.

    Example:
        metric <- metric_root_mean_squared_error()
        metric$update_state(c(1, 2), c(1.5, 2))
        metric$result()
    """


@metric("MeanRelativeError")
def metric_mean_relative_error(
    *rest: Any,
    normalizer: ExactTensor,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Mean relative error metric.

    Computes ``mean(abs(t - p) / normalizer)`` of true values ``t`` and predictions ``p``. Where the
    normalizer is 0, the error is 0.

    Args:
        normalizer: A number, or numbers with the shape of the predictions.

    Returns: a metric.

    Example:
        metric <- metric_mean_relative_error(normalizer = 10)
        metric$update_state(c(1, 2), c(1.5, 2))
        metric$result()
    """


@metric("LogCoshError", "log_cosh")
def metric_logcosh_error(
    *rest: Any, name: str = "logcosh", dtype: str | None = None, **more: Any
) -> Any:
    """Log-cosh error metric.

    Computes ``mean(log(cosh(p - t)))`` of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric <- metric_logcosh_error()
        metric$update_state(rbind(c(1, 2)), rbind(c(1.5, 2)))
        metric$result()
    """


@metric("CosineSimilarity", "cosine_similarity")
def metric_cosine_similarity(
    *rest: Any,
    axis: Axis1 = -1,
    name: str = "cosine_similarity",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Cosine similarity metric.

    The cosine of the angle between true values ``t`` and predictions ``p``:
    ``sum(t * p) / (sqrt(sum(t^2)) * sqrt(sum(p^2)))``. 1 means the same direction.

    Args:
        axis: The axis of the vectors, numbered from 1; -1 is the last.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric <- metric_cosine_similarity()
        metric$update_state(rbind(c(1, 2)), rbind(c(1.5, 2)))
        metric$result()
    """


@metric("CosineSimilarity", "cosine_similarity")
def metric_cosine_proximity(
    y_true: Tensor | None = MISSING, y_pred: Tensor | None = MISSING
) -> Any:
    """Cosine proximity metric (deprecated).

    The former name of ``metric_cosine_similarity()``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_cosine_proximity(rbind(c(0, 1)), rbind(c(1, 1)))
    """
    deprecated("metric_cosine_proximity()", "metric_cosine_similarity()")
    return {"name": "cosine_proximity"}
