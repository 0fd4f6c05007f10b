"""Tensors, numbers that stand for them, and their types."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import ops

from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.tensors import DtypeRule, NumbersRule, TensorRule, TensorsRule

RULE = TensorRule()


@pytest.mark.parametrize("value", [3, 2.5, True])
def test_a_number_stays_a_number(value) -> None:
    assert RULE.accept(value) is value


def test_tensors_stay_what_they_are() -> None:
    for tensor in (ops.ones(2), keras.Variable([1.0]), keras.Input((3,)), tf.Variable([1])):
        assert RULE.accept(tensor) is tensor


@pytest.mark.parametrize(
    ("value", "dtype", "expected"),
    [
        ([1, 2], "int32", [1, 2]),
        ([1.5, 2], "float32", [1.5, 2]),
        ([True, False], "bool", [True, False]),
        ([True, 2], "int32", [1, 2]),
        (np.array([1.5]), "float32", [1.5]),
        (np.array([1], "int64"), "int64", [1]),
        (np.array([1.5], "float16"), "float16", [1.5]),
        ([[1, 2], [3, 4]], "int32", [[1, 2], [3, 4]]),
        ([np.array([1.0]), [2.0]], "float32", [[1], [2]]),
    ],
)
def test_vectors_become_arrays(value, dtype, expected) -> None:
    got = RULE.accept(value)
    assert got.dtype == dtype
    np.testing.assert_array_equal(got, expected)


def test_doubles_are_exact_where_the_type_comes_later() -> None:
    assert TensorRule(exact=True).accept(np.array([0.1]))[0] == 0.1
    assert RULE.accept(np.array([0.1]))[0] == np.float32(0.1)


def test_a_list_with_a_tensor_is_stacked() -> None:
    got = RULE.accept([ops.array([1.0, 2.0]), [3.0, 4.0]])
    np.testing.assert_array_equal(got, [[1, 2], [3, 4]])


@pytest.mark.parametrize(
    "value", [[1, NA_INTEGER], np.ma.array([1.0, 2.0], mask=[False, True]), [[1.0], [NA_INTEGER]]]
)
def test_missing_values_are_told(value) -> None:
    with pytest.raises(ArgumentError, match=r"\{argument\} has NA, which a tensor cannot hold"):
        RULE.accept(value)


@pytest.mark.parametrize(
    "value",
    ["é", None, [], (), {"a": 1}, [[1, 2], [3]], np.array(["a"]), np.array([1j]), [None], object()],
)
def test_what_is_no_tensor(value) -> None:
    with pytest.raises(Mismatch):
        RULE.accept(value)


def test_several_tensors() -> None:
    first, second = TensorsRule().accept([[1, 2], 3.0])
    np.testing.assert_array_equal(first, [1, 2])
    assert second == 3.0
    for value in ([], 3.0, ["a"], ops.ones(2), {"a": 1}):
        with pytest.raises(Mismatch):
            TensorsRule().accept(value)


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        (NumbersRule(), 2, 2.0),
        (NumbersRule(), np.array([1.0, 2.0]), [1.0, 2.0]),
        (NumbersRule(0, 1), [0, 0.5, 1], [0, 0.5, 1]),
        (NumbersRule(0), (3, 4), [3, 4]),
    ],
)
def test_numbers(rule, value, expected) -> None:
    assert rule.accept(value) == expected


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (NumbersRule(0, 1), 1.5),
        (NumbersRule(0, 1), [0.5, -0.1]),
        (NumbersRule(), "a"),
        (NumbersRule(), [1, NA_INTEGER]),
        (NumbersRule(), NA_CHARACTER),
        (NumbersRule(), [[1]]),
        (NumbersRule(), None),
    ],
)
def test_what_are_no_numbers(rule, value) -> None:
    with pytest.raises(Mismatch):
        rule.accept(value)


def test_what_numbers_are_expected_is_said() -> None:
    assert NumbersRule(0, 1).name == "one or several numbers from 0 to 1"
    assert NumbersRule(0).name == "one or several numbers of at least 0"
    assert NumbersRule().name == "one or several numbers"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("float64", "float64"), (tf.int32, "int32"), (np.dtype("bool"), "bool")],
)
def test_types(value, expected) -> None:
    assert DtypeRule().accept(value) == expected


@pytest.mark.parametrize("value", ["float33", "", "été", 3, object()])
def test_what_is_no_type(value) -> None:
    with pytest.raises(Mismatch):
        DtypeRule().accept(value)
