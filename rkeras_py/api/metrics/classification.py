"""Classification metrics: accuracies, cross-entropies, hinges."""

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
    """Exact accuracy metric.

    The proportion of predictions that equal their labels. The string ``"accuracy"`` in
    ``compile()`` is different: it selects the accuracy that fits the shapes of labels and
    predictions.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Binary accuracy metric.

    The proportion of correct predictions of two classes: a prediction above the threshold counts as
    1.

    Args:
        threshold: Threshold: predictions above it count as 1.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Categorical accuracy metric.

    The proportion of samples for which the largest prediction is the true class. Labels are
    one-hot.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Sparse categorical accuracy metric.

    The proportion of samples for which the largest prediction is the true class. Labels are whole
    numbers from 0.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Top-k categorical accuracy metric.

    The proportion of samples for which the true class is among the ``k`` largest predictions.
    Labels are one-hot.

    Args:
        k: Number of largest predictions to consider.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Sparse top-k categorical accuracy metric.

    The proportion of samples for which the true class is among the ``k`` largest predictions.
    Labels are whole numbers from 0.

    Args:
        k: Number of largest predictions to consider.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Binary cross-entropy metric.

    For two classes. Computes ``-mean(t * log(p) + (1 - t) * log(1 - p))`` of true values ``t`` and
    predictions ``p``.

    Args:
        from_logits: Whether ``y_pred`` contains logits instead of probabilities.
        label_smoothing: Amount of label smoothing, from 0 (none) to 1: moves labels from 0 and 1
            towards the middle.
        axis: The axis of the mean, numbered from 1; -1 is the last.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_binary_crossentropy(rbind(c(0, 1)), rbind(c(0.1, 0.8)))
    """
    if y_true is not MISSING:
        return None
    if axis != -1:  # Keras's metric object has no axis
        raise ArgumentError("`axis` must be -1 unless `y_true` and `y_pred` are given.")
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
    """Categorical cross-entropy metric.

    For several classes and one-hot labels. Computes ``-sum(t * log(p))`` of true values ``t`` and
    predictions ``p``.

    Args:
        from_logits: Whether ``y_pred`` contains logits instead of probabilities.
        label_smoothing: Amount of label smoothing, from 0 (none) to 1: moves labels from 0 and 1
            towards the middle.
        axis: The axis of the classes, numbered from 1; -1 is the last.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Sparse categorical cross-entropy metric.

    For several classes and labels that are whole numbers from 0. Computes ``-log(p[t + 1])`` of
    labels ``t`` and predictions ``p``.

    Args:
        from_logits: Whether ``y_pred`` contains logits instead of probabilities.
        axis: The axis of the classes, numbered from 1; -1 is the last.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Kullback-Leibler divergence metric.

    Computes ``sum(t * log(t / p))`` of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Poisson metric.

    Computes ``mean(p - t * log(p))`` of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Hinge metric.

    Computes ``mean(max(0, 1 - t * p))`` of true values ``t`` and predictions ``p``. Labels are -1
    and 1; labels 0 and 1 are converted.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

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
    """Squared hinge metric.

    Computes ``mean(max(0, 1 - t * p)^2)`` of true values ``t`` and predictions ``p``. Labels are -1
    and 1; labels 0 and 1 are converted.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_squared_hinge(rbind(c(-1, 1)), rbind(c(-0.5, 2)))
    """


@metric("CategoricalHinge", "categorical_hinge")
def metric_categorical_hinge(
    *rest: Any, name: str | None = None, dtype: str | None = None, **more: Any
) -> Any:
    """Categorical hinge metric.

    For several classes and one-hot labels. Computes ``max(0, 1 + max((1 - t) * p) - sum(t * p))``
    of true values ``t`` and predictions ``p``.

    Returns: a metric for ``compile()``; with ``y_true`` and ``y_pred``, the value for each sample.

    Example:
        metric_categorical_hinge(rbind(c(0, 1)), rbind(c(0.6, 0.4)))
    """
