"""Crossentropies and what else compares predictions with labels."""

from __future__ import annotations

import numpy as np
import pytest
from backend_calls import evaluated
from scipy import special

M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])
P = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])
ONE_HOT = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
LOGITS = np.log(P) + 0.7


ELEMENTWISE = [
    ("l2_normalize", (M,), M / np.linalg.norm(M)),
    ("l2_normalize", (M, 2), M / np.linalg.norm(M, axis=1, keepdims=True)),
    ("l2_normalize", (np.zeros(3),), np.zeros(3)),
]


PREDICTIONS = [
    ("binary_crossentropy", (ONE_HOT, P), -np.log(np.where(ONE_HOT == 1, P, 1 - P))),
    (
        "binary_crossentropy",
        (ONE_HOT, LOGITS, True),
        -np.log(special.expit(np.where(ONE_HOT == 1, LOGITS, -LOGITS))),
    ),
    ("categorical_crossentropy", (ONE_HOT, P), -np.log([0.5, 0.2])),
    ("categorical_crossentropy", (ONE_HOT, LOGITS, True), -np.log([0.5, 0.2])),
    ("categorical_crossentropy", (ONE_HOT.T, P.T, False, 1), -np.log([0.5, 0.2])),
    ("sparse_categorical_crossentropy", (np.array([1, 2]), P), -np.log([0.5, 0.2])),
    ("sparse_categorical_crossentropy", (np.array([1.0, 2.0]), LOGITS, True), -np.log([0.5, 0.2])),
    ("in_top_k", (P, np.array([0.0, 2.0]), 2), [False, True]),
    ("in_top_k", (P, np.array([1, 1]), 1), [True, False]),
    ("in_top_k", (P[:1], 1.0, 1), [True]),
    ("sparse_categorical_crossentropy", (1.0, P[:1]), -np.log([0.5])),
]


@pytest.mark.parametrize(("name", "args", "expected"), ELEMENTWISE + PREDICTIONS)
def test_values(name, args, expected):
    result = evaluated(name, *args)
    assert np.shape(result) == np.shape(expected)
    np.testing.assert_allclose(result, expected, rtol=2e-5, atol=1e-6)
