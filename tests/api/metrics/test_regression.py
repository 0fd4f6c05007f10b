"""Metrics of errors, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from metric_checks import A, B, E, check_result, check_samples, mean, metrics_of

from rkeras_py.api import metrics as api


def cosine(axis):
    norms = np.sqrt((A**2).sum(axis=axis)) * np.sqrt((B**2).sum(axis=axis))
    return (A * B).sum(axis=axis) / norms


# metrics that are means of a function: its values for each sample
CASES = [
    ("mean_absolute_error", (A, B), {}, mean(np.abs(E))),
    ("mean_absolute_percentage_error", (A, B), {}, 100 * mean(np.abs(E / A))),
    ("mean_squared_error", (A, B), {}, mean(E**2)),
    ("mean_squared_logarithmic_error", (A, B), {}, mean((np.log(A + 1) - np.log(B + 1)) ** 2)),
    ("logcosh_error", (A, B), {}, mean(np.log(np.cosh(E)))),
    ("cosine_similarity", (A, B), {}, cosine(1)),
    ("cosine_similarity", (A, B), {"axis": 1}, cosine(0)),
    ("cosine_proximity", (A, B), {}, cosine(1)),
]


# metrics that count: their result
RESULTS = [
    ("root_mean_squared_error", {}, (A, B), np.sqrt(np.mean(E**2))),
    ("mean_relative_error", {"normalizer": [1.0, 3.0, 2.0, 0.0]},
     ([1.0, 3.0, 2.0, 3.0], [2.0, 4.0, 6.0, 8.0]), (1 + 1 / 3 + 2 + 0) / 4),
    ("mean_relative_error", {"normalizer": 2.0}, (A, B), np.mean(np.abs(E)) / 2),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "options", "expected"), CASES)
def test_values_and_their_mean(name, data, options, expected):
    check_samples(name, data, options, expected)


@pytest.mark.parametrize(("name", "options", "data", "expected"), RESULTS)
def test_results(name, options, data, expected):
    check_result(name, options, data, expected)


def test_every_metric_has_a_case():
    assert {case[0] for case in CASES + RESULTS} == metrics_of("regression")


def test_mean_relative_error_of_a_column():
    metric = api.metric_mean_relative_error(normalizer=[1.0, 2.0])
    metric.update_state([[1.0], [2.0]], [[2.0], [6.0]], sample_weight=[1.0, 3.0])
    assert float(metric.result()) == pytest.approx((1 * 1 + 3 * 2) / 4)
