"""Metrics that Keras 3 lacks, against NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

from rkeras_py.compat import metrics

A, B = numbers(4, 3), numbers(4, 3, seed=1)


def test_equal_elements_count_one() -> None:
    got = metrics.accuracy([[1, 2], [3, 4]], np.array([[1.0, 0.0], [3.0, 4.5]], "float32"))
    np.testing.assert_array_equal(got, [[1, 0], [1, 0]])


def test_binary_accuracy_of_each_sample() -> None:
    labels, scores = np.array([[1, 0], [1, 1]]), np.array([[0.9, 0.6], [0.2, 0.6]])
    np.testing.assert_allclose(metrics.mean_binary_accuracy(labels, scores), [0.5, 0.5])
    np.testing.assert_allclose(metrics.mean_binary_accuracy(labels, scores, 0.7), [1.0, 0.0])


@pytest.mark.parametrize("axis", [-1, 0])
def test_the_cosine(axis) -> None:
    expected = (A * B).sum(axis) / np.linalg.norm(A, axis=axis) / np.linalg.norm(B, axis=axis)
    np.testing.assert_allclose(metrics.cosine_similarity(A, B, axis), expected, rtol=1e-4)


@pytest.mark.parametrize(
    ("labels", "scores", "expected"),
    [
        ([[1.0], [0.0]], [[0.25], [0.25]], -np.log([0.25, 0.75])),
        ([1, 0], [[0.25, 0.75], [0.25, 0.75]], -np.log([0.75, 0.25])),
        ([[1], [0]], [[0.25, 0.75], [0.25, 0.75]], -np.log([0.75, 0.25])),
        ([[0.0, 1.0], [1.0, 0.0]], [[0.25, 0.75], [0.25, 0.75]], -np.log([0.75, 0.25])),
    ],
)
def test_the_crossentropy_that_fits(labels, scores, expected) -> None:
    got = metrics.crossentropy(np.array(labels), np.array(scores))
    np.testing.assert_allclose(got, expected, rtol=1e-5)


def test_errors_relative_to_a_normalizer() -> None:
    metric = metrics.MeanRelativeError([2.0, 0.0, 4.0])
    metric.update_state([1.0, 5.0, 2.0], [3.0, 1.0, 1.0])
    assert float(metric.result()) == pytest.approx((2 / 2 + 0 + 1 / 4) / 3)
    metric.reset_state()
    metric.update_state([[1.0], [5.0], [2.0]], [3.0, 1.0, 1.0], sample_weight=[1.0, 1.0, 2.0])
    assert float(metric.result()) == pytest.approx((1 + 0 + 2 * 0.25) / 4)


@pytest.mark.parametrize(
    "metric", [metrics.MeanRelativeError([1.0, 2.0], name="é"), metrics.MeanTensor((2, 2))]
)
def test_they_come_back_from_their_configuration(metric) -> None:
    copy = keras.metrics.deserialize(keras.metrics.serialize(metric))
    assert type(copy) is type(metric) and copy.get_config() == metric.get_config()


def test_the_mean_of_tensors() -> None:
    metric = metrics.MeanTensor()
    metric.update_state(A)
    metric.update_state(B, sample_weight=3.0)
    np.testing.assert_allclose(metric.result(), (A + 3 * B) / 4, rtol=1e-5)
    metric.reset_state()
    np.testing.assert_array_equal(metric.result(), np.zeros((4, 3)))
    with pytest.raises(ValueError, match=r"tensors of shape \(4, 3\), not \(3,\)"):
        metric.update_state([1.0, 2.0, 3.0])
    with pytest.raises(ValueError, match="has no value yet"):
        metrics.MeanTensor().result()
