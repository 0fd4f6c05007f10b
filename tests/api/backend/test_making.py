"""Sequences, identity matrices, one-hot vectors."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from backend_calls import k, numbers
from keras import ops

from rkeras_py.convert.rule import ArgumentError


@pytest.mark.parametrize(
    ("args", "expected", "dtype"),
    [
        ((5.0,), [0, 1, 2, 3, 4], "int32"),
        ((1.0, 10.0, 3.0), [1, 4, 7], "int32"),
        ((5, 0, -2), [5, 3, 1], "int32"),
        ((0.0, 1.0, 0.25), [0, 0.25, 0.5, 0.75], "float32"),  # not cut to 0
        ((0, 3, 1, "float64"), [0, 1, 2], "float64"),
        ((1.5, 5.5, 2.5), [1, 3], "int32"),
        ((0.5, 3.5, 1, "float32"), [0, 1, 2], "float32"),
        ((3, 3), [], "int32"),
        ((-2,), [], "int32"),
    ],
)
def test_arange(args, expected, dtype):
    result = numbers(k("arange", *args))
    assert result.tolist() == expected and result.dtype == dtype


def test_arange_to_an_extent_that_is_a_tensor():
    rows = ops.convert_to_tensor(3, dtype="int32")
    assert numbers(k("arange", rows)).tolist() == [0, 1, 2]
    symbolic = keras.Input(batch_shape=(), dtype="int32")
    run = k("function", [symbolic], [k("arange", symbolic, 10, 2)])
    assert run([5])[0].tolist() == [5, 7, 9]


def test_eye():
    eye = k("eye", 3.0, name="unit")
    assert isinstance(eye, keras.Variable) and eye.name == "unit"
    np.testing.assert_array_equal(numbers(eye), np.diag([1, 1, 1]))
    assert k("eye", 2, "int32").dtype == "int32"


def test_one_hot():
    assert numbers(k("one_hot", [0.0, 2.0, 1.0], 3)).tolist() == np.eye(3)[[0, 2, 1]].tolist()
    assert numbers(k("one_hot", np.array([[1, 0]]), 2)).tolist() == [[[0, 1], [1, 0]]]
    assert numbers(k("one_hot", 1, 3.0)).tolist() == [0, 1, 0]
    assert numbers(k("one_hot", [-1, 5], 2)).tolist() == [[0, 0], [0, 0]]
    labels = keras.Input(batch_shape=(None,))
    model = keras.Model(labels, k("one_hot", labels, 2))
    assert numbers(model(np.array([1.0, 0.0]))).tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        (
            "arange",
            ([1.0, 2.0],),
            "`start` must be a number, or a tensor with one number, not c(1, 2).",
        ),
        ("arange", (0, 1, 0), "`step` must not be 0."),
        ("one_hot", ([float("inf")], 2), ("`indices` must be a tensor, or whole numbers: a vector, "
         "a matrix or an array, not list(Inf).")),
        ("one_hot", ([0], 0), "`num_classes` must be a whole number of at least 1, not 0."),
        ("eye", (-1,), "`size` must be a whole number of at least 1, not -1."),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
