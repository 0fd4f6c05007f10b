"""One-hot labels, norms, shapes and padding."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import rkeras_py as rk
from rkeras_py.convert.na import NA_INTEGER


@pytest.mark.parametrize(
    ("labels", "options", "expected"),
    [
        ([0, 2, 1], {}, [[1, 0, 0], [0, 0, 1], [0, 1, 0]]),
        (np.array([0.0, 1.0]), {"num_classes": 3}, [[1, 0, 0], [0, 1, 0]]),
        (np.array([[1], [0]]), {}, [[0, 1], [1, 0]]),  # a column is a vector
        (np.array([[0, 1], [1, 1]]), {}, [[[1, 0], [0, 1]], [[0, 1], [0, 1]]]),
        (pd.Series(pd.Categorical(["b", "a"], categories=["a", "b"])), {}, [[0, 1], [1, 0]]),
        (np.array([], "int64"), {"num_classes": 2}, np.zeros((0, 2))),
        (pd.Categorical(["1", "2"]), {}, [[0, 1, 0], [0, 0, 1]]),  # by label, as in R keras
        (pd.Categorical([3, 1]), {}, [[0, 0, 0, 1], [0, 1, 0, 0]]),
        (pd.Series(["0", "2"]), {}, [[1, 0, 0], [0, 0, 1]]),
        (pd.DataFrame({"a": pd.Categorical(["1", "0"])}), {}, [[0, 1], [1, 0]]),
        (["0", " 1"], {}, [[1, 0], [0, 1]]),
        (np.array([0.9, 1.2]), {}, [[1, 0], [0, 1]]),
    ],
)
def test_one_hot(labels, options, expected):
    got = rk.to_categorical(labels, **options)
    assert got.dtype == np.float32 and got.shape == np.shape(expected)
    np.testing.assert_array_equal(got, expected)


def test_the_type_of_one_hot_labels():
    assert rk.to_categorical([1], dtype="int8").dtype == np.int8


@pytest.mark.parametrize(
    ("labels", "options", "message"),
    [
        ([], {}, "`y` is empty: specify `num_classes`"),
        ([-1, 0], {}, "`y` must be labels from 0, but the smallest is -1"),
        ([0, 3], {"num_classes": 3}, "labels below `num_classes`, 3, but the largest is 3"),
        ([1, 2, 3], {"num_classes": 3}, r"the largest is 3\. Labels start at 0: subtract 1\.$"),
        (pd.Series(["a", "b"]), {}, "`y` must be whole numbers from 0, or a factor"),
        (["0", "1.0"], {}, "`y` must be whole numbers from 0, or a factor"),
        (pd.Categorical(["1", None]), {}, "`y` is a factor with 1 missing label"),
        (["1", None], {}, "`y` has missing values"),
        (np.array([0.0, np.nan]), {}, "`y` has missing values"),
        (np.ma.array([0, 1], mask=[False, True]), {}, "`y` has missing values"),
        ("a", {}, "`y` must be whole numbers from 0, or a factor, not the string"),
    ],
)
def test_labels_that_cannot_be_used(labels, options, message):
    if isinstance(labels, list) and not any(isinstance(label, str) for label in labels):
        labels = np.array(labels, "int64")
    with pytest.raises(rk.ArgumentError, match=message):
        rk.to_categorical(labels, **options)


def test_norms():
    x = np.array([[3.0, 4.0], [0.0, 0.0]])
    np.testing.assert_allclose(rk.normalize(x), [[0.6, 0.8], [0, 0]])
    np.testing.assert_allclose(rk.normalize(x, axis=1), [[1, 1], [0, 0]])
    np.testing.assert_allclose(rk.normalize(x, order=1), [[3 / 7, 4 / 7], [0, 0]])
    with pytest.raises(rk.ArgumentError, match="`axis` must be at most 2, not 3"):
        rk.normalize(x, axis=3)


def test_shapes_are_filled_row_by_row_or_column_by_column():
    x = np.array([[1, 2, 3], [4, 5, 6]])
    np.testing.assert_array_equal(rk.array_reshape(x, [3, 2]), [[1, 2], [3, 4], [5, 6]])
    np.testing.assert_array_equal(rk.array_reshape(x, [3, -1]), [[1, 2], [3, 4], [5, 6]])
    np.testing.assert_array_equal(rk.array_reshape(x, 6, order="F"), [1, 4, 2, 5, 3, 6])
    np.testing.assert_array_equal(rk.array_reshape(x, [3, 2], "F"), [[1, 5], [4, 3], [2, 6]])
    with pytest.raises(rk.ArgumentError, match=r"as many elements as `x`, 6, not c\(4, 2\)"):
        rk.array_reshape(x, [4, 2])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [[0, 0, 1], [2, 3, 4], [0, 0, 0]]),
        ({"padding": "post"}, [[1, 0, 0], [2, 3, 4], [0, 0, 0]]),
        ({"maxlen": 2}, [[0, 1], [3, 4], [0, 0]]),
        ({"maxlen": 2, "truncating": "post"}, [[0, 1], [2, 3], [0, 0]]),
        ({"maxlen": 2, "value": 9}, [[9, 1], [3, 4], [9, 9]]),
        ({"maxlen": 4, "padding": "post"}, [[1, 0, 0, 0], [2, 3, 4, 0], [0, 0, 0, 0]]),
    ],
)
def test_sequences_of_one_length(options, expected):
    got = rk.pad_sequences([[1], [2, 3, 4], []], **options)
    assert got.dtype == np.int32
    np.testing.assert_array_equal(got, expected)


def test_sequences_of_other_types():
    got = rk.pad_sequences([[0.5], np.array([1.5, 2.5])], dtype="float32", value=-1)
    np.testing.assert_array_equal(got, [[-1, 0.5], [1.5, 2.5]])
    for wrong in ("abc", [["a"]], [np.ones((2, 2))], {"a": [1]}):
        with pytest.raises(rk.ArgumentError, match="`sequences` must be a list of numeric vectors"):
            rk.pad_sequences(wrong)


def test_missing_numbers_do_not_become_others():
    with pytest.raises((rk.ArgumentError, ValueError, TypeError)):
        rk.pad_sequences([[1, NA_INTEGER]])
    with pytest.raises(rk.ArgumentError, match="`sequences` has missing values"):
        rk.pad_sequences([[1, np.nan]])
    assert np.isnan(rk.pad_sequences([[1, np.nan]], dtype="float32")).tolist() == [[False, True]]
    masked = np.ma.array([7, 0], mask=[False, True])
    padded = rk.pad_sequences([masked, [1, 2, 3]], dtype="float32", maxlen=2)
    assert padded[0, 0] == 7
    assert np.isnan(padded[0, 1])
    assert padded[1].tolist() == [2, 3]


def test_padding_of_many_sequences_is_that_of_each():
    random = np.random.default_rng(5)
    vectors = [random.integers(0, 2**40, random.integers(0, 12)) for _ in range(300)]
    options = {"maxlen": 7, "dtype": "int64", "value": -1}
    for padding in ("pre", "post"):
        for truncating in ("pre", "post"):
            expected = []
            for vector in vectors:
                cut = list(vector[-7:] if truncating == "pre" else vector[:7])
                gap = [-1] * (7 - len(cut))
                expected.append(gap + cut if padding == "pre" else cut + gap)
            found = rk.pad_sequences(vectors, padding=padding, truncating=truncating, **options)
            assert found.tolist() == expected
    assert rk.pad_sequences([]).shape == (0, 0)
