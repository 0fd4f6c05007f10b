"""Metrics of classification: accuracies, cross-entropies, hinges."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Axis1, Float, Fraction, Size
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.arguments import DROP
from rkeras_py.registry.families import metric


@metric("Accuracy", "accuracy")
def metric_accuracy(
    *rest: Any, name: str | None = None, dtype: str | None = None, **more: Any
) -> Any:
    """Share of predictions that equal their labels exactly.

    The string ``"accuracy"`` in ``compile()`` is another thing: it stands for the accuracy that
    fits the shapes of labels and predictions.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric <- metric_accuracy()
        metric$update_state(rbind(c(0, 1)), rbind(c(0.6, 0.4)))
        metric$result()
    """


@metric("BinaryAccuracy", "mean_binary_accuracy")
def metric_binary_accuracy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    threshold: Float = 0.5,
    *rest: Any,
    name: str = "binary_accuracy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Share of predictions on their label's side of the threshold.

    Args:
        threshold: Predictions above it are 1.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_binary_accuracy(rbind(c(0, 1)), rbind(c(0.1, 0.4)))
    """


@metric("CategoricalAccuracy", "categorical_accuracy")
def metric_categorical_accuracy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "categorical_accuracy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Share of samples whose largest prediction is at the label, labels one-hot.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_categorical_accuracy(rbind(c(0, 1)), rbind(c(0.1, 0.9)))
    """


@metric("SparseCategoricalAccuracy", "sparse_categorical_accuracy")
def metric_sparse_categorical_accuracy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "sparse_categorical_accuracy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Share of samples whose largest prediction is at the label, a whole number from 0.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_sparse_categorical_accuracy(c(1), rbind(c(0.1, 0.9)))
    """


@metric("TopKCategoricalAccuracy", "top_k_categorical_accuracy")
def metric_top_k_categorical_accuracy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    k: Size = 5,
    *rest: Any,
    name: str = "top_k_categorical_accuracy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Share of samples whose label, one-hot, is among the ``k`` largest predictions.

    Args:
        k: How many predictions count.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_top_k_categorical_accuracy(rbind(c(0, 1, 0)), rbind(c(0.5, 0.4, 0.1)), k = 2)
    """


@metric("SparseTopKCategoricalAccuracy", "sparse_top_k_categorical_accuracy")
def metric_sparse_top_k_categorical_accuracy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    k: Size = 5,
    *rest: Any,
    name: str = "sparse_top_k_categorical_accuracy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Share of samples whose label, a number from 0, is among the ``k`` largest predictions.

    Args:
        k: How many predictions count.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_sparse_top_k_categorical_accuracy(c(1), rbind(c(0.5, 0.4, 0.1)), k = 2)
    """


@metric("BinaryCrossentropy", "binary_crossentropy")
def metric_binary_crossentropy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    from_logits: bool = False,
    label_smoothing: Fraction = 0.0,
    axis: Axis1 = -1,
    *rest: Any,
    name: str = "binary_crossentropy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Cross-entropy of two classes: ``-mean(t * log(p) + (1 - t) * log(1 - p))``.

    Args:
        from_logits: Whether ``y_pred`` are logits, not probabilities.
        label_smoothing: From 0 to 1: how far labels are moved from 0 and 1 to the middle.
        axis: The axis of the mean, counted from 1; -1 is the last.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_binary_crossentropy(rbind(c(0, 1)), rbind(c(0.1, 0.8)))
    """
    if y_true is not MISSING:
        return None
    if axis != -1:  # Keras's metric object has no axis
        raise ArgumentError("`axis` must be -1 where `y_true` and `y_pred` are not given.")
    return {"axis": DROP}


@metric("CategoricalCrossentropy", "categorical_crossentropy")
def metric_categorical_crossentropy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    from_logits: bool = False,
    label_smoothing: Fraction = 0.0,
    axis: Axis1 = -1,
    *rest: Any,
    name: str = "categorical_crossentropy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Cross-entropy of several classes, labels one-hot: ``-sum(t * log(p))``.

    Args:
        from_logits: Whether ``y_pred`` are logits, not probabilities.
        label_smoothing: From 0 to 1: how far labels are moved from 0 and 1 to the middle.
        axis: The axis of the classes, counted from 1; -1 is the last.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_categorical_crossentropy(rbind(c(0, 1, 0)), rbind(c(0.1, 0.8, 0.1)))
    """


@metric("SparseCategoricalCrossentropy", "sparse_categorical_crossentropy")
def metric_sparse_categorical_crossentropy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    from_logits: bool = False,
    axis: Axis1 = -1,
    *rest: Any,
    name: str = "sparse_categorical_crossentropy",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Cross-entropy of several classes, labels whole numbers from 0: ``-log(p[t + 1])``.

    Args:
        from_logits: Whether ``y_pred`` are logits, not probabilities.
        axis: The axis of the classes, counted from 1; -1 is the last.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_sparse_categorical_crossentropy(c(1), rbind(c(0.1, 0.8, 0.1)))
    """


@metric("KLDivergence", "kl_divergence")
def metric_kullback_leibler_divergence(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "kullback_leibler_divergence",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Kullback-Leibler divergence: ``sum(t * log(t / p))``.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_kullback_leibler_divergence(rbind(c(0.4, 0.6)), rbind(c(0.5, 0.5)))
    """


@metric("Poisson", "poisson")
def metric_poisson(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "poisson",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Poisson: ``mean(p - t * log(p))``.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_poisson(rbind(c(0, 1)), rbind(c(0.5, 3)))
    """


@metric("Hinge", "hinge")
def metric_hinge(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "hinge",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Hinge: ``mean(max(0, 1 - t * p))``, labels -1 and 1; 0 and 1 are made so.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_hinge(rbind(c(-1, 1)), rbind(c(-0.5, 2)))
    """


@metric("SquaredHinge", "squared_hinge")
def metric_squared_hinge(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    name: str = "squared_hinge",
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Squared hinge: ``mean(max(0, 1 - t * p)^2)``, labels -1 and 1; 0 and 1 are made so.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_squared_hinge(rbind(c(-1, 1)), rbind(c(-0.5, 2)))
    """


@metric("CategoricalHinge", "categorical_hinge")
def metric_categorical_hinge(
    *rest: Any, name: str | None = None, dtype: str | None = None, **more: Any
) -> Any:
    """Hinge of several classes: ``max(0, 1 + max((1 - t) * p) - sum(t * p))``.

    Returns: a metric, or with ``y_true`` and ``y_pred`` its value for each sample.

    Example:
        metric_categorical_hinge(rbind(c(0, 1)), rbind(c(0.6, 0.4)))
    """
