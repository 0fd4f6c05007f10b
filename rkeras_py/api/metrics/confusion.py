"""Metrics based on true and false positives and negatives."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.choices import Curve, Summation
from rkeras_py.convert.scalars import Count, Fraction, Size
from rkeras_py.convert.tensors import Fractions, Weightings
from rkeras_py.registry.families import metric


@metric("TruePositives")
def metric_true_positives(
    *rest: Any,
    thresholds: Fractions | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """True positives metric.

    The number of positives (label 1) that are predicted as positives.

    Args:
        thresholds: Predictions above the threshold count as positive. One number or several; 0.5 by
            default.

    Returns: a metric; with several thresholds, it has one value for each threshold.

    Example:
        metric <- metric_true_positives()
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("TrueNegatives")
def metric_true_negatives(
    *rest: Any,
    thresholds: Fractions | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """True negatives metric.

    The number of negatives (label 0) that are predicted as negatives.

    Args:
        thresholds: Predictions above the threshold count as positive. One number or several; 0.5 by
            default.

    Returns: a metric; with several thresholds, it has one value for each threshold.

    Example:
        metric <- metric_true_negatives()
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("FalsePositives")
def metric_false_positives(
    *rest: Any,
    thresholds: Fractions | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """False positives metric.

    The number of negatives (label 0) that are predicted as positives.

    Args:
        thresholds: Predictions above the threshold count as positive. One number or several; 0.5 by
            default.

    Returns: a metric; with several thresholds, it has one value for each threshold.

    Example:
        metric <- metric_false_positives()
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("FalseNegatives")
def metric_false_negatives(
    *rest: Any,
    thresholds: Fractions | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """False negatives metric.

    The number of positives (label 1) that are predicted as negatives.

    Args:
        thresholds: Predictions above the threshold count as positive. One number or several; 0.5 by
            default.

    Returns: a metric; with several thresholds, it has one value for each threshold.

    Example:
        metric <- metric_false_negatives()
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("Precision")
def metric_precision(
    *rest: Any,
    thresholds: Fractions | None = None,
    top_k: Size | None = None,
    class_id: Count | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Precision metric.

    The proportion of predicted positives that are positives: ``TP / (TP + FP)``.

    Args:
        thresholds: Predictions above the threshold count as positive. One number or several; 0.5 by
            default.
        top_k: Number of largest predictions of a sample that count as positive, instead of
            thresholds.
        class_id: Restrict the metric to this class, numbered from 0.

    Returns: a metric; with several thresholds, it has one value for each threshold.

    Example:
        metric <- metric_precision()
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("Recall")
def metric_recall(
    *rest: Any,
    thresholds: Fractions | None = None,
    top_k: Size | None = None,
    class_id: Count | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Recall metric.

    The proportion of positives that are predicted as positives: ``TP / (TP + FN)``.

    Args:
        thresholds: Predictions above the threshold count as positive. One number or several; 0.5 by
            default.
        top_k: Number of largest predictions of a sample that count as positive, instead of
            thresholds.
        class_id: Restrict the metric to this class, numbered from 0.

    Returns: a metric; with several thresholds, it has one value for each threshold.

    Example:
        metric <- metric_recall()
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("PrecisionAtRecall")
def metric_precision_at_recall(
    *rest: Any,
    recall: Fraction,
    num_thresholds: Size = 200,
    class_id: Count | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Precision at a given recall metric.

    The highest precision of all thresholds at which the recall is at least the given one.

    Args:
        recall: The minimum recall, from 0 to 1.
        num_thresholds: Number of thresholds.
        class_id: Restrict the metric to this class, numbered from 0.

    Returns: a metric.

    Example:
        metric <- metric_precision_at_recall(recall = 0.8)
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("RecallAtPrecision")
def metric_recall_at_precision(
    *rest: Any,
    precision: Fraction,
    num_thresholds: Size = 200,
    class_id: Count | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Recall at a given precision metric.

    The highest recall of all thresholds at which the precision is at least the given one.

    Args:
        precision: The minimum precision, from 0 to 1.
        num_thresholds: Number of thresholds.
        class_id: Restrict the metric to this class, numbered from 0.

    Returns: a metric.

    Example:
        metric <- metric_recall_at_precision(precision = 0.8)
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("SensitivityAtSpecificity")
def metric_sensitivity_at_specificity(
    *rest: Any,
    specificity: Fraction,
    num_thresholds: Size = 200,
    class_id: Count | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Sensitivity at a given specificity metric.

    The highest sensitivity of all thresholds at which the specificity is at least the given one.

    Args:
        specificity: The minimum specificity, from 0 to 1.
        num_thresholds: Number of thresholds.
        class_id: Restrict the metric to this class, numbered from 0.

    Returns: a metric.

    Example:
        metric <- metric_sensitivity_at_specificity(specificity = 0.8)
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("SpecificityAtSensitivity")
def metric_specificity_at_sensitivity(
    *rest: Any,
    sensitivity: Fraction,
    num_thresholds: Size = 200,
    class_id: Count | None = None,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Specificity at a given sensitivity metric.

    The highest specificity of all thresholds at which the sensitivity is at least the given one.

    Args:
        sensitivity: The minimum sensitivity, from 0 to 1.
        num_thresholds: Number of thresholds.
        class_id: Restrict the metric to this class, numbered from 0.

    Returns: a metric.

    Example:
        metric <- metric_specificity_at_sensitivity(sensitivity = 0.8)
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """


@metric("AUC")
def metric_auc(
    *rest: Any,
    num_thresholds: Size = 200,
    curve: Curve = "ROC",
    summation_method: Summation = "interpolation",
    thresholds: Fractions | None = None,
    multi_label: bool = False,
    num_labels: Size | None = None,
    label_weights: Weightings | None = None,
    from_logits: bool = False,
    name: str | None = None,
    dtype: str | None = None,
    **more: Any,
) -> Any:
    """Area under the curve (AUC) metric.

    The area under the ROC or the precision-recall curve, computed as a sum over thresholds.

    Args:
        num_thresholds: Number of thresholds.
        curve: "ROC" for recall over the false positive rate, "PR" for precision over recall.
        summation_method: "interpolation" between thresholds (trapezoids for "ROC"), "minoring" for
            the smaller or "majoring" for the larger of two neighbouring values.
        thresholds: Thresholds to use instead of ``num_thresholds`` evenly spaced ones.
        multi_label: Whether to compute a separate curve for each label and average the areas.
        num_labels: Number of labels, if ``multi_label`` is ``TRUE``.
        label_weights: Weight of each label in the average.
        from_logits: Whether ``y_pred`` contains logits instead of probabilities.

    Returns: a metric.

    Example:
        metric <- metric_auc(curve = "PR")
        metric$update_state(c(0, 1, 1), c(0.1, 0.8, 0.4))
        metric$result()
    """
