"""Elements in other places, against NumPy; axes and positions count from 1."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import in_a_model, k, numbers
from keras import ops

from rkeras_py.convert.rule import ArgumentError

M = np.array([[1.0, 5.0, 2.0], [3.0, 2.0, 9.0]])
X = np.arange(24.0).reshape(2, 3, 4)

CASES = [
    ("batch_flatten", (X,), X.reshape(2, 12)),
    ("permute_dimensions", (X, [3, 1, 2]), np.transpose(X, (2, 0, 1))),
    ("permute_dimensions", (X, [1, -1, 2]), np.transpose(X, (0, 2, 1))),
    ("reverse", (M, 1.0), M[::-1]),
    ("reverse", (X, [1, 3]), X[::-1, :, ::-1]),
    ("repeat", (M, 2), np.stack([M, M], axis=1)),
    ("repeat_elements", (M, 2, 1), M[[0, 0, 1, 1]]),
    ("repeat_elements", (M, 3, -1), M[:, [0, 0, 0, 1, 1, 1, 2, 2, 2]]),
    ("tile", (M, [2, 3]), np.block([[M, M, M], [M, M, M]])),
    ("tile", (np.array([1.0, 2.0]), 2), [1, 2, 1, 2]),
    ("gather", (M, 2), M[1]),
    ("gather", (M, [2.0, 1.0, 2.0]), M[[1, 0, 1]]),
    ("gather", (M, np.array([[1, 2], [2, 2]])), M[[[0, 1], [1, 1]]]),
    ("batch_dot", (M, M + 1, 2), np.sum(M * (M + 1), axis=1)[:, None]),
    ("batch_dot", (X, X, [3, 3]), np.stack([a @ a.T for a in X])),
    ("batch_dot", (X, X, [2, 2]), np.stack([a.T @ a for a in X])),
    ("batch_dot", (X, np.swapaxes(X, 1, 2), None), np.stack([a @ a.T for a in X])),
    ("batch_dot", (X, M, [2, 2]), np.einsum("bij,bi->bj", X, M)),
    ("batch_dot", (M, X, [2, 2]), np.einsum("bi,bij->bj", M, X)),
    ("batch_dot", (X, X[..., None] + 1, [3, 3]), np.einsum("bia,bjak->bijk", X, X[..., None] + 1)),
]


@pytest.mark.parametrize(("name", "args", "expected"), CASES)
def test_values(name, args, expected):
    result = numbers(k(name, *args))
    assert result.shape == np.shape(expected)
    np.testing.assert_allclose(result, expected, rtol=1e-6)
    np.testing.assert_allclose(in_a_model(name, *args)[:2], result[:2], rtol=1e-6)


def test_unstack():
    for part, row in zip(k("unstack", M), M, strict=True):
        np.testing.assert_array_equal(numbers(part), row)
    columns = [numbers(part).tolist() for part in k("unstack", M, 2.0, 3)]
    assert columns == M.T.tolist()
    assert len(k("unstack", keras.Input((3,)), 2)) == 3


def test_a_tensor_of_positions_counts_from_0():
    best = ops.argmax(M, axis=1)  # 1, 2
    np.testing.assert_array_equal(numbers(k("gather", [10.0, 20.0, 30.0], best)), [20, 30])
    symbolic = keras.Input(batch_shape=(None,), dtype="int32")
    model = keras.Model(symbolic, k("gather", M, symbolic))
    np.testing.assert_array_equal(numbers(model(np.array([1, 0]))), M[[1, 0]])


def test_open_extents():
    x = keras.Input(batch_shape=(None, None, 2))
    model = keras.Model(x, k("batch_flatten", x))
    assert numbers(model(np.ones((3, 5, 2)))).shape == (3, 10)


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("gather", (M, 0), "`indices` must be positions, which start at 1, not 0."),
        ("gather", (M, [1, 3]), "`indices` must be at most 2, the extent of `reference`, not 3."),
        (
            "gather",
            (M, 0.5),
            "`indices` must be positions, which start at 1, not 0.",
        ),
        ("permute_dimensions", (X, [1, 2]), ("`pattern` must have each of the 3 axes of `x` once, "
         "not c(1, 2).")),
        ("permute_dimensions", (X, [1, 2, 4]), ("`pattern` must have each of the 3 axes of `x` "
         "once, not c(1, 2, 4).")),
        ("reverse", (M, [1, 3]), "`axes` must be among the 2 axes, not 3."),
        ("unstack", (M, -3), "`axis` must be among the 2 axes, not -3."),
        ("repeat", (X, 2), "`x` must have 2 axes, not 3."),
        ("batch_dot", (M, M, 1), ("`axes` must be among the axes of `x` after the batch, 2 to 2, "
         "not 1.")),
        ("batch_dot", (M, X, [2, 4]), ("`axes` must be among the axes of `y` after the batch, "
         "2 to 3, not 4.")),
        ("batch_dot", (M, X, [1, 2, 3]), "`axes` must be one or two axes, not 3."),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
