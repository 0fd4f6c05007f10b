"""Sums, means and the like along axes that count from 1."""

from __future__ import annotations

import numpy as np
import pytest
from backend_calls import evaluated
from keras import ops
from scipy import special

X = np.array([[[1.5, -2.0, 0.25], [3.0, 0.5, -1.0]], [[2.0, 4.0, -0.5], [0.0, 1.0, 2.5]]])
M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])


def logsumexp(x, axis=None, keepdims=False):
    return special.logsumexp(x, axis=axis, keepdims=keepdims)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mean", np.mean),
        ("sum", np.sum),
        ("prod", np.prod),
        ("max", np.max),
        ("min", np.min),
        ("std", np.std),
        ("var", np.var),
        ("any", np.any),
        ("all", np.all),
        ("logsumexp", logsumexp),
    ],
)
@pytest.mark.parametrize(
    ("axis", "in_numpy"), [(None, None), (1, 0), (3, 2), (-1, 2), ([1, 3], (0, 2))]
)
@pytest.mark.parametrize("keepdims", [False, True])
def test_reductions(name, expected, axis, in_numpy, keepdims):
    result = evaluated(name, X, axis, keepdims)
    wanted = expected(X, axis=in_numpy, keepdims=keepdims)
    assert result.shape == np.shape(wanted)
    np.testing.assert_allclose(result, wanted, rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("name", "args", "expected"),
    [
        ("argmax", (), [1, 2]),
        ("argmax", (1,), [1, 0, 1]),
        ("argmin", (), [0, 1]),
        ("argmin", (1,), [0, 1, 0]),
        ("cumsum", (), [[1, 5, 2], [4, 7, 11]]),
        ("cumsum", (2,), [[1, 6, 8], [3, 5, 14]]),
        ("cumprod", (), [[1, 5, 2], [3, 10, 18]]),
        ("cumprod", (-1,), [[1, 5, 10], [3, 6, 54]]),
    ],
)
def test_along_an_axis(name, args, expected):
    np.testing.assert_allclose(evaluated(name, M, *args), expected)


def test_a_list_of_tensors_is_stacked():
    parts = [ops.convert_to_tensor([1.0, 2.0]), [3.0, 4.0]]
    np.testing.assert_array_equal(evaluated("sum", parts, 1), [4, 6])
