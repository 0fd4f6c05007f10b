"""Functions of each element, against NumPy and SciPy."""

from __future__ import annotations

import numpy as np
import pytest
from backend_calls import evaluated
from scipy import special

M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])
V = np.array([-2.5, -0.3, 0.0, 0.5, 1.5, 3.0])


def half_up_to_even(x):
    floor = np.floor(x)
    return np.where(x - floor == 0.5, 2 * np.round(x / 2), np.floor(x + 0.5))


CASES = [
    ("abs", (V,), np.where(V < 0, -V, V)),
    ("exp", (V,), np.e**V),
    ("log", (M,), np.log(M)),
    ("square", (V,), V * V),
    ("sqrt", (np.array([4.0, 2.25, -1.0]),), [2.0, 1.5, 0.0]),
    ("sign", (V,), [-1, -1, 0, 1, 1, 1]),
    ("round", (V,), half_up_to_even(V)),
    ("sin", (V,), np.sin(V)),
    ("cos", (V,), np.cos(V)),
    ("tanh", (V,), 1 - 2 / (np.exp(2 * V) + 1)),
    ("pow", (M, 2.0), M * M),
    ("pow", (2.0, V), np.exp(V * np.log(2))),
    ("clip", (V, -1.0, 1.0), [-1, -0.3, 0, 0.5, 1, 1]),
    ("clip", (V, 0.0), [0, 0, 0, 0.5, 1.5, 3]),
    ("clip", (V, None, 0.5), [-2.5, -0.3, 0, 0.5, 0.5, 0.5]),
    ("clip", (V, 1.0, -1.0), np.ones(6)),
    ("sigmoid", (V,), special.expit(V)),
    ("hard_sigmoid", (V,), [0, 0.44, 0.5, 0.6, 0.8, 1]),
    ("softplus", (V,), np.log1p(np.exp(V))),
    ("softsign", (V,), V / (1 + np.abs(V))),
    ("softmax", (M,), special.softmax(M, axis=1)),
    ("softmax", (M, 1), special.softmax(M, axis=0)),
    ("relu", (V,), [0, 0, 0, 0.5, 1.5, 3]),
    ("relu", (V, 0.1), [-0.25, -0.03, 0, 0.5, 1.5, 3]),
    ("relu", (V, 0.1, 1.0), [-0.25, -0.03, 0, 0.5, 1, 1]),
    ("elu", (V,), np.where(V > 0, V, np.expm1(V))),
    ("elu", (V, 2.0), np.where(V > 0, V, 2 * np.expm1(V))),
]


@pytest.mark.parametrize(("name", "args", "expected"), CASES)
def test_values(name, args, expected):
    result = evaluated(name, *args)
    assert np.shape(result) == np.shape(expected)
    np.testing.assert_allclose(result, expected, rtol=2e-5, atol=1e-6)


def test_whole_numbers_are_taken_where_floats_are_needed():
    np.testing.assert_allclose(evaluated("sigmoid", [0, 1]), special.expit([0, 1]), rtol=1e-6)
    np.testing.assert_allclose(evaluated("softmax", [0, 1]), special.softmax([0.0, 1.0]), rtol=1e-6)
    np.testing.assert_allclose(evaluated("mean", [1, 2]), 1.5)
