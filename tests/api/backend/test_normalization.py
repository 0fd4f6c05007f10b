"""Normalization by its formula."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k, numbers

RNG = np.random.default_rng(2)
X = RNG.normal(size=(4, 3, 2))


@pytest.mark.parametrize("axis", [2, 3, -1])
def test_given_figures(axis):
    extent = X.shape[axis - 1 if axis > 0 else axis]
    mean, beta, gamma = RNG.normal(size=(3, extent))
    var = RNG.uniform(0.5, 2, size=extent)
    shape = [1, -1, 1] if axis == 2 else [1, 1, -1]
    m, v, b, g = (part.reshape(shape) for part in (mean, var, beta, gamma))
    wanted = (X - m) / np.sqrt(v + 1e-3) * g + b
    result = numbers(k("batch_normalization", X, mean, var, beta, gamma, axis))
    np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-5)
    result = numbers(k("batch_normalization", X, mean, var, None, None, axis, 0.1))
    np.testing.assert_allclose(result, (X - m) / np.sqrt(v + 0.1), rtol=1e-4, atol=1e-5)


def test_figures_in_a_shape_that_fits():
    mean, var = X.mean(axis=(0, 2), keepdims=True), X.var(axis=(0, 2), keepdims=True)
    result = numbers(k("batch_normalization", X, mean, var, 0.0, 1.0, epsilon=0))
    np.testing.assert_allclose(result, (X - mean) / np.sqrt(var), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("axes", "in_numpy", "features"), [([1, 2], (0, 1), 2), (1, 0, 2)])
def test_figures_of_the_batch(axes, in_numpy, features):
    x = X if axes != 1 else X[:, 0]
    gamma, beta = RNG.normal(size=(2, features))
    normed, mean, var = numbers(k("normalize_batch_in_training", x, gamma, beta, axes))
    np.testing.assert_allclose(mean, x.mean(axis=in_numpy), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(var, x.var(axis=in_numpy), rtol=1e-5, atol=1e-6)
    wanted = (x - x.mean(axis=in_numpy)) / np.sqrt(x.var(axis=in_numpy) + 1e-3) * gamma + beta
    np.testing.assert_allclose(normed, wanted, rtol=1e-4, atol=1e-5)


def test_features_along_an_inner_axis():
    symbolic = keras.Input(batch_shape=(None, 3, 2))
    outputs = k("normalize_batch_in_training", symbolic, [1.0, 2, 3], None, [1, 3], 0.01)
    normed, mean, var = numbers(keras.Model(symbolic, outputs)(X))
    m, v = X.mean(axis=(0, 2)), X.var(axis=(0, 2))
    np.testing.assert_allclose(mean, m, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(var, v, rtol=1e-5, atol=1e-6)
    wanted = (X - m[:, None]) / np.sqrt(v[:, None] + 0.01) * np.array([1, 2, 3])[:, None]
    np.testing.assert_allclose(normed, wanted, rtol=1e-4, atol=1e-5)
