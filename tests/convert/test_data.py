"""Model data: what arrays, data frames, factors and lists of them become."""

from __future__ import annotations

import datetime
import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rkeras_py.convert import terms
from rkeras_py.convert.data import ArrayRule, DataRule, DataWarning, ValidationRule, WeightsRule
from rkeras_py.convert.na import NA_REAL
from rkeras_py.convert.rule import ArgumentError

X = DataRule("x")
ADVICE = ": losses, weights and predictions can become NaN. Remove or replace such values first."


@pytest.fixture(autouse=True)
def _no_warning() -> Any:
    """A warning that a test does not ask for is a failure."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.mark.parametrize(
    ("value", "dtype", "expected"),
    [
        (np.asfortranarray([[1.0, 2.0], [3.0, 4.0]]), "float32", [[1, 2], [3, 4]]),
        (np.array([[1, 2], [3, 4]], "int32", order="F"), "int32", [[1, 2], [3, 4]]),
        (np.array([True, False]), "bool", [True, False]),
        (0.5, "float32", [0.5]),
        (3, "int64", [3]),
        (pd.Series([1.5, 2.5]), "float32", [1.5, 2.5]),
        (pd.Categorical(["b", "a", "b"], ["b", "a"]), "int32", [0, 1, 0]),
        (pd.Series(["u", "v"], dtype="category"), "int32", [0, 1]),
        (
            pd.DataFrame({"i": [1, 2], "d": [0.5, 1.5], "f": pd.Categorical(["q", "p"])}),
            "float32",
            [[1, 0.5, 1], [2, 1.5, 0]],
        ),
        (pd.DataFrame({"l": [True, False]}), "float32", [[1], [0]]),
    ],
)
def test_arrays(value: Any, dtype: str, expected: Any) -> None:
    got = X.accept(value)
    assert got.dtype == dtype
    assert got.flags.c_contiguous
    assert got.tolist() == expected


def test_lists_and_named_lists_of_arrays() -> None:
    several = X.accept([np.zeros((2, 3)), {"a": np.array([1, 2])}])
    assert several[0].shape == (2, 3) and several[0].dtype == "float32"
    assert several[1]["a"].tolist() == [1, 2]


def test_text_is_left_to_the_model() -> None:
    words = np.array([["a"], ["b"]], object)
    assert X.accept(words).numpy().tolist() == [[b"a"], [b"b"]]


def test_other_objects_pass_as_they_are() -> None:
    thing = object()
    assert X.accept(thing) is thing


@pytest.mark.parametrize(
    ("value", "count", "expected"),
    [
        (np.array([1.0, NA_REAL, np.nan]), "2 missing values", [1, None, None]),
        (np.array([1.0, NA_REAL]), "1 missing value", [1, None]),
        (np.ma.masked_array([1, 2], [False, True]), "1 missing value", [1, None]),
        (pd.DataFrame({"a": [1.0, None]}), "1 missing value", [[1], [None]]),
        (pd.DataFrame({"a": pd.array([1, None], "Int64")}), "1 missing value", [[1], [None]]),
        (NA_REAL, "1 missing value", [None]),
    ],
)
def test_missing_values_bring_one_warning(value: Any, count: str, expected: Any) -> None:
    with pytest.warns(DataWarning) as raised:
        got = X.accept(value)
    assert [str(warning.message) for warning in raised] == [f"`x` has {count} (NA or NaN){ADVICE}"]
    assert got.dtype == "float32"
    assert np.where(np.isnan(got), None, got).tolist() == expected


def test_missing_values_of_several_inputs_are_counted_together() -> None:
    with pytest.warns(DataWarning) as raised:
        DataRule("validation_data").accept([np.array([np.nan]), np.array([np.nan, 1.0])])
    assert [str(warning.message) for warning in raised] == [
        f"`validation_data` has 2 missing values (NA or NaN){ADVICE}"
    ]


@pytest.mark.parametrize(
    ("value", "counts"),
    [
        ([np.inf, -np.inf, 1.0], "2 infinite values (inf or -inf)"),
        ([np.inf, 1.0], "1 infinite value (inf or -inf)"),
        (
            [np.nan, -np.inf, 1.0],
            "1 missing value (NA or NaN) and 1 infinite value (inf or -inf)",
        ),
    ],
)
def test_infinite_values_bring_one_warning(value: list[float], counts: str) -> None:
    with pytest.warns(DataWarning) as raised:
        got = X.accept(np.array(value))
    assert [str(warning.message) for warning in raised] == [f"`x` has {counts}{ADVICE}"]
    np.testing.assert_array_equal(got, value)


def test_numbers_whose_sum_is_infinite_bring_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        X.accept(np.array([3e38, 3e38]))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            pd.DataFrame({"age": [1, 2], "town": ["a", "b"]}),
            (
                '{argument} has a column of text: "town". Convert it to numbers, '
                "for instance with as.integer(factor(...)) - 1."
            ),
        ),
        (
            pd.Categorical(["a", None, None], ["a"]),
            "{argument} is a factor with 2 missing labels (NA).",
        ),
        (
            np.array([1j]),
            (
                "{argument} must be a numeric array, a data frame, a factor, or a list of them, "
                "not a complex vector of length 1."
            ),
        ),
    ],
)
def test_refused(value: Any, words: str) -> None:
    with pytest.raises(ArgumentError) as error:
        X.accept(value)
    assert str(error.value) == words


def test_array_rule_keeps_the_type() -> None:
    rule = ArrayRule()
    assert rule.accept(np.array([1, 2], "int32")).dtype == "int32"
    assert rule.accept(2.5).tolist() == [2.5]
    assert rule.accept([1, 2]).tolist() == [1, 2]
    assert rule.accept(pd.Categorical(["b", "a"], ["b", "a"])).tolist() == [0, 1]


def test_weights_are_a_list_of_arrays() -> None:
    kernel, bias = WeightsRule().accept([np.ones((2, 3)), [0.0, 0.0, 0.0]])
    assert kernel.shape == (2, 3)
    assert bias.tolist() == [0, 0, 0]


def test_data_frames_wait_for_the_model_where_it_says_what_they_become() -> None:
    frame = pd.DataFrame({"a": [1.0, 2.0]})
    assert DataRule("x", tables=True).accept(frame) is frame
    table, y = ValidationRule("validation_data").accept([frame, [1.0, 2.0]])
    assert table is frame
    assert [float(part[0]) for part in y] == [1, 2]


def test_days_are_refused_as_dates() -> None:
    frame = pd.DataFrame({"day": [None, datetime.date(2020, 1, 1)]})
    with pytest.raises(ArgumentError, match='column of dates: "day"'):
        X.accept(frame)


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([0, 1, 1], np.array([0, 1, 1])),
        ([1.5, 2], np.array([1.5, 2], "float32")),
        ([True, False], np.array([True, False])),
        ([[1, 2], [3, 4], [5, 6]], np.array([[1, 2], [3, 4], [5, 6]])),
        (([[1.0]], [[2.0]]), np.array([[[1]], [[2]]], "float32")),
    ],
)
def test_lists_of_numbers_are_arrays_in_python(lists: Any, expected: Any) -> None:
    array = DataRule("x").accept(lists)
    assert array.dtype == expected.dtype
    np.testing.assert_array_equal(array, expected)
    with terms.of_r():  # a list of R's is one part for each input
        assert len(DataRule("x").accept(lists)) == len(lists)
        assert isinstance(DataRule("x").accept(lists), list)


def test_lists_of_arrays_are_parts_in_python_too() -> None:
    parts = DataRule("x").accept([np.ones(2), [1, 2]])
    assert [type(part) for part in parts] == [np.ndarray, np.ndarray]
    x, y = ValidationRule("validation_data").accept([[[1, 2], [3, 4]], [0, 1]])
    assert (x.shape, y.shape) == ((2, 2), (2,))


def test_lists_of_different_lengths_are_no_array() -> None:
    with pytest.raises(ArgumentError, match="has lists of different lengths"):
        DataRule("x").accept([[1, 2], [3]])


def test_objects_that_are_numbers_are_no_text() -> None:
    table = pd.DataFrame({"a": [1, None], "b": [True, False], "c": [1, 2.5]}, dtype="object")
    with pytest.warns(DataWarning, match="1 missing value"):
        array = DataRule("x").accept(table)
    np.testing.assert_array_equal(array, np.array([[1, 1, 1], [np.nan, 0, 2.5]], "float32"))
    with pytest.warns(DataWarning):
        array = DataRule("x").accept(table.to_numpy())
    np.testing.assert_array_equal(array, np.array([[1, 1, 1], [np.nan, 0, 2.5]], "float32"))
    series = DataRule("y").accept(pd.Series([1, 2], dtype="object"))
    np.testing.assert_array_equal(series, np.array([1, 2], "float32"))
    with pytest.raises(ArgumentError, match='column of text: "a"'):
        DataRule("x").accept(pd.DataFrame({"a": [1, "2"]}, dtype="object"))
