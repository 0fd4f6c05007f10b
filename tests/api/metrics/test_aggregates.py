"""Metrics that add up and average, against NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from keras import ops
from metric_checks import A, B, E, check_result, metrics_of

from rkeras_py.api import metrics as api

# metrics that count: their result
RESULTS = [
    ("mean_iou", {"num_classes": 2}, ([0, 0, 1, 1], [0, 1, 0, 1]), 1 / 3),
    ("mean_wrapper", {"fn": lambda t, p: ops.abs(t - p)}, (A, B), np.mean(np.abs(E))),
    ("mean", {}, ([1.0, 3.0, 5.0, 7.0],), 4),
    ("mean", {}, ([1.0, 3.0, 5.0, 7.0], [1.0, 1.0, 0.0, 0.0]), 2),
    ("sum", {}, ([1.0, 3.0, 5.0, 7.0],), 16),
    ("sum", {}, ([1.0, 3.0, 5.0, 7.0], [1.0, 1.0, 0.0, 0.0]), 4),
    ("mean_tensor", {}, ([1.0, 3.0, 5.0],), [1, 3, 5]),
    ("mean_tensor", {"shape": [2]}, ([1.0, 3.0], [0.0, 2.0]), [0, 3]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "options", "data", "expected"), RESULTS)
def test_results(name, options, data, expected):
    check_result(name, options, data, expected)


def test_every_metric_has_a_case():
    assert {case[0] for case in RESULTS} == metrics_of("aggregates")


def test_mean_tensor_gathers_batches_and_starts_again():
    metric = api.metric_mean_tensor()
    with pytest.raises(ValueError, match="has no value yet"):
        metric.result()
    metric.update_state([[1.0, 2.0], [3.0, 4.0]])
    metric.update_state([[3.0, 2.0], [1.0, 0.0]], sample_weight=[3.0, 1.0])
    np.testing.assert_allclose(metric.result(), [[10 / 4, 2], [2, 2]])
    with pytest.raises(ValueError, match=r"tensors of shape \(2, 2\), not \(3,\)"):
        metric.update_state([1.0, 2.0, 3.0])
    metric.reset_state()
    metric.update_state([[5.0, 6.0], [7.0, 8.0]])
    np.testing.assert_allclose(metric.result(), [[5, 6], [7, 8]])
