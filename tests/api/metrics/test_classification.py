"""Metrics of classes, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from metric_checks import A, B, P, T, check_samples, mean, metrics_of
from scipy import special

OF_TRUE = np.array([0.5, 0.7, 0.25])
CODES = np.array([1, 0, 2])
SIGNS = 2 * T - 1
Q = A / A.sum(axis=1, keepdims=True)


def binary(t, p):
    return -mean(t * np.log(p) + (1 - t) * np.log(1 - p))


HINGE = np.maximum(0, 1 - SIGNS * B)

# metrics that are means of a function: its values for each sample
CASES = [
    ("accuracy", (A, B), {}, A == B),
    ("binary_accuracy", (T, P), {}, [2 / 3, 1.0, 2 / 3]),
    ("binary_accuracy", (T, P), {"threshold": 0.25}, [2 / 3, 1.0, 0.0]),
    ("categorical_accuracy", (T, P), {}, [1, 1, 0]),
    ("sparse_categorical_accuracy", (CODES, P), {}, [1, 1, 0]),
    ("top_k_categorical_accuracy", (T, P), {"k": 2}, [1, 1, 0]),
    ("top_k_categorical_accuracy", (T, P), {"k": 3}, [1, 1, 1]),
    ("sparse_top_k_categorical_accuracy", (CODES, P), {"k": 2}, [1, 1, 0]),
    ("binary_crossentropy", (T, P), {}, binary(T, P)),
    ("binary_crossentropy", (T, P), {"label_smoothing": 0.2}, binary(T * 0.8 + 0.1, P)),
    ("categorical_crossentropy", (T, P), {}, -np.log(OF_TRUE)),
    ("categorical_crossentropy", (T, np.log(P) + 2), {"from_logits": True}, -np.log(OF_TRUE)),
    ("categorical_crossentropy", (T.T, P.T), {"axis": 1}, -np.log(OF_TRUE)),
    ("sparse_categorical_crossentropy", (CODES, P), {}, -np.log(OF_TRUE)),
    ("kullback_leibler_divergence", (Q, P), {}, special.rel_entr(Q, P).sum(axis=1)),
    ("poisson", (A, B), {}, mean(B - A * np.log(B))),
    ("hinge", (SIGNS, B), {}, mean(HINGE)),
    ("squared_hinge", (SIGNS, B), {}, mean(HINGE**2)),
    ("categorical_hinge", (T, P), {}, [1 + 0.3 - 0.5, 1 + 0.2 - 0.7, 1 + 0.45 - 0.25]),
]


@pytest.mark.parametrize(("name", "data", "options", "expected"), CASES)
def test_values_and_their_mean(name, data, options, expected):
    check_samples(name, data, options, expected)


def test_every_metric_has_a_case():
    assert {case[0] for case in CASES} == metrics_of("classification")
