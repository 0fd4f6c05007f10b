"""Losses: return values for ``y_true`` and ``y_pred``, otherwise a loss for ``compile()``."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.choices import Reduction
from rkeras_py.convert.deprecated import deprecated
from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.scalars import Axis1, Fraction, NonNegative
from rkeras_py.convert.tensors import Tensor
from rkeras_py.registry.define import export
from rkeras_py.registry.families import loss


@loss("BinaryCrossentropy", "binary_crossentropy")
def loss_binary_crossentropy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    from_logits: bool = False,
    label_smoothing: Fraction = 0,
    axis: Axis1 = -1,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "binary_crossentropy",
    **more: Any,
) -> Any:
    """Binary cross-entropy loss.

    For two classes. Computes ``-mean(t * log(p) + (1 - t) * log(1 - p))`` of true values ``t`` and
    predictions ``p``.

    Args:
        from_logits: Whether ``y_pred`` contains logits instead of probabilities.
        label_smoothing: Amount of label smoothing, from 0 (none) to 1: moves labels from 0 and 1
            towards the middle.
        axis: The axis of the mean, numbered from 1; -1 is the last.
        reduction: "none" for one value for each sample, "sum" for their sum, "sum_over_batch_size"
            or "auto" for their mean.
        name: Name of the loss.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_binary_crossentropy(rbind(c(0, 1)), rbind(c(0.1, 0.8)))
    """


@loss("CategoricalCrossentropy", "categorical_crossentropy")
def loss_categorical_crossentropy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    from_logits: bool = False,
    label_smoothing: Fraction = 0,
    axis: Axis1 = -1,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "categorical_crossentropy",
    **more: Any,
) -> Any:
    """Categorical cross-entropy loss.

    For several classes and one-hot labels. Computes ``-sum(t * log(p))`` of true values ``t`` and
    predictions ``p``.

    Args:
        from_logits: Whether ``y_pred`` contains logits instead of probabilities.
        label_smoothing: Amount of label smoothing, from 0 (none) to 1: moves labels from 0 and 1
            towards the middle.
        axis: The axis of the classes, numbered from 1; -1 is the last.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_categorical_crossentropy(rbind(c(0, 1, 0)), rbind(c(0.1, 0.8, 0.1)))
    """


@loss("CategoricalHinge", "categorical_hinge")
def loss_categorical_hinge(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "categorical_hinge",
    **more: Any,
) -> Any:
    """Categorical hinge loss.

    For several classes and one-hot labels. Computes ``max(0, 1 + max((1 - t) * p) - sum(t * p))``
    of true values ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_categorical_hinge(rbind(c(0, 1)), rbind(c(0.6, 0.4)))
    """


@loss("CosineSimilarity", "cosine_similarity")
def loss_cosine_similarity(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    axis: Axis1 = -1,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "cosine_similarity",
    **more: Any,
) -> Any:
    """Cosine similarity loss.

    The negative cosine of the angle between true values ``t`` and predictions ``p``:
    ``-sum(t * p) / (sqrt(sum(t^2)) * sqrt(sum(p^2)))``. -1 means the same direction.

    Args:
        axis: The axis of the vectors, numbered from 1; -1 is the last.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_cosine_similarity(rbind(c(0, 1)), rbind(c(1, 1)))
    """


@export(family="loss")
def loss_cosine_proximity(*rest: Any, **more: Any) -> Any:
    """Cosine proximity loss (deprecated).

    The former name of ``loss_cosine_similarity()``.

    Args:
        rest, more: Arguments of ``loss_cosine_similarity()``.

    Returns: the same as ``loss_cosine_similarity()``.

    Example:
        loss_cosine_proximity(rbind(c(0, 1)), rbind(c(1, 1)))
    """
    deprecated("loss_cosine_proximity()", "loss_cosine_similarity()")
    return loss_cosine_similarity(*rest, **more)


@loss("Hinge", "hinge")
def loss_hinge(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "hinge",
    **more: Any,
) -> Any:
    """Hinge loss.

    Computes ``mean(max(0, 1 - t * p))`` of true values ``t`` and predictions ``p``. Labels are -1
    and 1; labels 0 and 1 are converted.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_hinge(rbind(c(-1, 1)), rbind(c(-0.5, 2)))
    """


@loss("Huber", "huber")
def loss_huber(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    delta: NonNegative = 1.0,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "huber_loss",
    **more: Any,
) -> Any:
    """Huber loss.

    Quadratic for small errors, linear for large ones. Computes the mean of ``e^2 / 2`` where
    ``abs(e) <= delta``, and of ``delta * abs(e) - delta^2 / 2`` elsewhere; ``e`` is the error.

    Args:
        delta: Error above which the loss is linear.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_huber(rbind(c(0, 0)), rbind(c(0.5, 3)))
    """


@loss("KLDivergence", "kl_divergence")
def loss_kl_divergence(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "kl_divergence",
    **more: Any,
) -> Any:
    """Kullback-Leibler divergence loss.

    Computes ``sum(t * log(t / p))`` of true values ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_kl_divergence(rbind(c(0.4, 0.6)), rbind(c(0.5, 0.5)))
    """


@loss("KLDivergence", "kl_divergence")
def loss_kullback_leibler_divergence(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "kl_divergence",
    **more: Any,
) -> Any:
    """Kullback-Leibler divergence loss (former name).

    Computes ``sum(t * log(t / p))`` of true values ``t`` and predictions ``p``. The same as
    ``loss_kl_divergence()``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_kullback_leibler_divergence(rbind(c(0.4, 0.6)), rbind(c(0.5, 0.5)))
    """


@loss("LogCosh", "log_cosh")
def loss_logcosh(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "log_cosh",
    **more: Any,
) -> Any:
    """Log-cosh loss.

    The logarithm of the hyperbolic cosine of the error: ``mean(log(cosh(p - t)))`` of true values
    ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_logcosh(rbind(c(0, 0)), rbind(c(0.5, 3)))
    """


@loss("MeanAbsoluteError", "mean_absolute_error")
def loss_mean_absolute_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "mean_absolute_error",
    **more: Any,
) -> Any:
    """Mean absolute error loss.

    Computes ``mean(abs(t - p))`` of true values ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_mean_absolute_error(rbind(c(0, 0)), rbind(c(0.5, 3)))
    """


@loss("MeanAbsolutePercentageError", "mean_absolute_percentage_error")
def loss_mean_absolute_percentage_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "mean_absolute_percentage_error",
    **more: Any,
) -> Any:
    """Mean absolute percentage error loss.

    Computes ``100 * mean(abs((t - p) / t))`` of true values ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_mean_absolute_percentage_error(rbind(c(1, 2)), rbind(c(0.5, 3)))
    """


@loss("MeanSquaredError", "mean_squared_error")
def loss_mean_squared_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "mean_squared_error",
    **more: Any,
) -> Any:
    """Mean squared error loss.

    Computes ``mean((t - p)^2)`` of true values ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_mean_squared_error(rbind(c(0, 0)), rbind(c(0.5, 3)))
    """


@loss("MeanSquaredLogarithmicError", "mean_squared_logarithmic_error")
def loss_mean_squared_logarithmic_error(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "mean_squared_logarithmic_error",
    **more: Any,
) -> Any:
    """Mean squared logarithmic error loss.

    Computes ``mean((log(t + 1) - log(p + 1))^2)`` of true values ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_mean_squared_logarithmic_error(rbind(c(0, 1)), rbind(c(0.5, 3)))
    """


@loss("Poisson", "poisson")
def loss_poisson(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "poisson",
    **more: Any,
) -> Any:
    """Poisson loss.

    Computes ``mean(p - t * log(p))`` of true values ``t`` and predictions ``p``.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_poisson(rbind(c(0, 1)), rbind(c(0.5, 3)))
    """


@loss("SparseCategoricalCrossentropy", "sparse_categorical_crossentropy")
def loss_sparse_categorical_crossentropy(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    from_logits: bool = False,
    axis: Axis1 = -1,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "sparse_categorical_crossentropy",
    **more: Any,
) -> Any:
    """Sparse categorical cross-entropy loss.

    For several classes and labels that are whole numbers from 0. Computes ``-log(p[t + 1])`` of
    labels ``t`` and predictions ``p``.

    Args:
        from_logits: Whether ``y_pred`` contains logits instead of probabilities.
        axis: The axis of the classes, numbered from 1; -1 is the last.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_sparse_categorical_crossentropy(c(1), rbind(c(0.1, 0.8, 0.1)))
    """


@loss("SquaredHinge", "squared_hinge")
def loss_squared_hinge(
    y_true: Tensor | None = MISSING,
    y_pred: Tensor | None = MISSING,
    *rest: Any,
    reduction: Reduction = "auto",
    name: str = "squared_hinge",
    **more: Any,
) -> Any:
    """Squared hinge loss.

    Computes ``mean(max(0, 1 - t * p)^2)`` of true values ``t`` and predictions ``p``. Labels are -1
    and 1; labels 0 and 1 are converted.

    Returns: a loss for ``compile()``; with ``y_true`` and ``y_pred``, the loss of each sample.

    Example:
        loss_squared_hinge(rbind(c(-1, 1)), rbind(c(-0.5, 2)))
    """
