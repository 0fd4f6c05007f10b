"""Shapes of tensors, and tensors in other shapes."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import evaluated

from rkeras_py.registry.define import REGISTRY

X = np.array([[[1.5, -2.0, 0.25], [3.0, 0.5, -1.0]], [[2.0, 4.0, -0.5], [0.0, 1.0, 2.5]]])
M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])
P = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])


CASES = [
    ("dot", (M, P.T), M @ P.T),
    ("dot", (X, M.T), np.einsum("abc,cd->abd", X, M.T)),
    ("flatten", (M,), [1, 5, 2, 3, 2, 9]),
    ("reshape", (M, [3, 2]), [[1, 5], [2, 3], [2, 9]]),
    ("reshape", (M, [-1]), [1, 5, 2, 3, 2, 9]),
    ("expand_dims", (M,), M[:, :, None]),
    ("expand_dims", (M, 1), M[None]),
    ("squeeze", (M[None, :, :, None],), M),
    ("squeeze", (M[None, :, :, None], 1), M[:, :, None]),
    ("concatenate", ([M, P],), np.hstack([M, P])),
    ("concatenate", ([M, P], 1), np.vstack([M, P])),
    ("stack", ([M, P],), [M, P]),
    ("stack", ([M, P], -1), np.dstack([M, P])),
    ("transpose", (M,), [[1, 3], [5, 2], [2, 9]]),
    ("shape", (X,), [2, 2, 3]),
    ("int_shape", (X,), (2, 2, 3)),
    ("ndim", (X,), 3),
    ("ndim", (2.0,), 0),
]


@pytest.mark.parametrize(("name", "args", "expected"), CASES)
def test_values(name, args, expected):
    result = evaluated(name, *args)
    assert np.shape(result) == np.shape(expected)
    np.testing.assert_allclose(result, expected, rtol=2e-5, atol=1e-6)


def test_symbolic_tensors():
    x = keras.Input((4, 3))
    mean = REGISTRY["k_mean"].python(x, axis=2)
    model = keras.Model(x, mean)
    data = np.arange(12.0).reshape(1, 4, 3)
    np.testing.assert_allclose(model.predict(data, verbose=0), data.mean(axis=1))
    assert evaluated("int_shape", x) == (None, 4, 3)
    assert evaluated("shape", x) == (None, 4, 3)
