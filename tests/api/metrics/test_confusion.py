"""Metrics that count hits and misses, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from metric_checks import A, B, P, T, check_result, metrics_of
from scipy import special

from rkeras_py.api import metrics as api
from rkeras_py.convert.rule import ArgumentError

LABELS = np.array([0, 0, 1, 1, 1, 0])
SCORES = np.array([0.1, 0.6, 0.35, 0.8, 0.7, 0.2])


def trapezoids(labels, scores, thresholds):
    """The area under the ROC curve through the points of these thresholds, from high to low."""
    above = scores[None] > np.sort(thresholds)[::-1][:, None]
    hits = (above & (labels == 1)).sum(axis=1) / (labels == 1).sum()
    alarms = (above & (labels == 0)).sum(axis=1) / (labels == 0).sum()
    return float(np.sum(np.diff(alarms) * (hits[1:] + hits[:-1]) / 2))


RANKS = float(np.mean(SCORES[LABELS == 1][:, None] > SCORES[LABELS == 0][None]))
TWO = np.array([[0, 1], [1, 1], [1, 0], [0, 0]])
TWO_SCORES = np.array([[0.1, 0.9], [0.4, 0.2], [0.3, 0.6], [0.35, 0.4]])
AREAS = [3 / 4, 2 / 4]  # by pairs of a one and a zero, label by label

# metrics that count: their result
RESULTS = [
    ("true_positives", {}, (LABELS, SCORES), 2),
    ("true_negatives", {}, (LABELS, SCORES), 2),
    ("false_positives", {}, (LABELS, SCORES), 1),
    ("false_negatives", {}, (LABELS, SCORES), 1),
    ("true_positives", {"thresholds": [0.3, 0.75]}, (LABELS, SCORES), [3, 1]),
    ("precision", {}, (LABELS, SCORES), 2 / 3),
    ("precision", {"thresholds": 0.65}, (LABELS, SCORES), 1),
    ("precision", {"top_k": 2, "class_id": 2}, (T, P), 0),
    ("precision", {"top_k": 1}, (T, P), 2 / 3),
    ("recall", {}, (LABELS, SCORES), 2 / 3),
    ("recall", {"class_id": 0}, (T, P), 1),
    ("precision_at_recall", {"recall": 0.6}, (LABELS, SCORES), 1),
    ("precision_at_recall", {"recall": 0.9}, (LABELS, SCORES), 3 / 4),
    ("recall_at_precision", {"precision": 0.9}, (LABELS, SCORES), 2 / 3),
    ("recall_at_precision", {"precision": 0.7}, (LABELS, SCORES), 1),
    ("sensitivity_at_specificity", {"specificity": 0.9}, (LABELS, SCORES), 2 / 3),
    ("sensitivity_at_specificity", {"specificity": 0.5}, (LABELS, SCORES), 1),
    ("specificity_at_sensitivity", {"sensitivity": 0.9}, (LABELS, SCORES), 2 / 3),
    ("specificity_at_sensitivity", {"sensitivity": 0.6}, (LABELS, SCORES), 1),
    ("auc", {}, (LABELS, SCORES), RANKS),
    ("auc", {"thresholds": [0.3, 0.65]}, (LABELS, SCORES),
     trapezoids(LABELS, SCORES, np.array([-1, 0.3, 0.65, 2]))),
    ("auc", {"from_logits": True}, (LABELS, special.logit(SCORES)), RANKS),
    ("auc", {"multi_label": True}, (TWO, TWO_SCORES), np.mean(AREAS)),
    ("auc", {"multi_label": True, "num_labels": 2, "label_weights": [3.0, 1.0]}, (TWO, TWO_SCORES),
     (3 * AREAS[0] + AREAS[1]) / 4),
]  # fmt: skip


@pytest.mark.parametrize(("name", "options", "data", "expected"), RESULTS)
def test_results(name, options, data, expected):
    check_result(name, options, data, expected)


def test_every_metric_has_a_case():
    assert {case[0] for case in RESULTS} == metrics_of("confusion")


def test_metrics_that_are_no_function_take_no_data():
    with pytest.raises(ArgumentError, match=r"unused argument \(a numeric matrix of 3 x 3\)"):
        api.metric_auc(A, B)
