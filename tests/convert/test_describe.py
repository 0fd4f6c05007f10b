"""Values in words, as error messages show them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rkeras_py.convert.describe import describe, near_matches, quoted
from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_REAL, is_na


class RFunction:
    pass


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "NULL"),
        (True, "TRUE"),
        (False, "FALSE"),
        (3, "3"),
        (2.0, "2"),
        (0.1, "0.1"),
        (1e-20, "1e-20"),
        (math.inf, "Inf"),
        (-math.inf, "-Inf"),
        (math.nan, "NaN"),
        (NA_REAL, "NA"),
        (NA_INTEGER, "NA"),
        (NA_CHARACTER, "NA"),
        ("a", 'the string "a"'),
        ("", 'the string ""'),
        ("x" * 61, f'the string "{"x" * 57}..."'),
        ([], "an empty list"),
        ([3.0], "list(3)"),  # c(3) is 3
        ([1.0, 2.5], "c(1, 2.5)"),
        (["a", "b"], 'c("a", "b")'),
        ([True, False], "c(TRUE, FALSE)"),
        ([1] * 6, "a numeric vector of length 6"),
        (["a"] * 6, "a character vector of length 6"),
        ([1, "a", None], "a list of length 3"),
        ({"a": 1}, "a named list of length 1"),
        (np.zeros(3), "a numeric vector of length 3"),
        (np.zeros((2, 3), "int32"), "an integer matrix of 2 x 3"),
        (np.zeros((2, 3, 4)), "a numeric array of shape (2, 3, 4)"),
        (np.array([["a"]]), "a character matrix of 1 x 1"),
        (np.array(["a"], object), "a character vector of length 1"),
        (pd.DataFrame({"a": [1]}), "a data frame"),
        (pd.Categorical(["a"]), "a factor"),
        (np.array([True]), "a logical vector of length 1"),
        (np.array([1j]), "a complex vector of length 1"),
        (RFunction(), "an R function"),
        (int, "the class int"),
        (math.sqrt, "the function sqrt()"),
        (object(), "an object of class object"),
    ],
)
def test_describe(value: Any, words: str) -> None:
    assert describe(value) == words


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("adamm", ' Did you mean "adam", "adamax"?'),
        ("ADAM", ' Did you mean "adam", "adamax"?'),
        ("sdg", ' Did you mean "sgd"?'),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_near_matches(word: str, hint: str) -> None:
    assert near_matches(word, ["adam", "adamax", "rmsprop", "sgd"]) == hint


def test_quoted() -> None:
    assert quoted(["a", "b"]) == '"a", "b"'


def test_is_na() -> None:
    assert [is_na(v) for v in (NA_REAL, NA_INTEGER, math.nan, 0.0, None, "NA")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_na_is_neither_true_nor_false() -> None:
    with pytest.raises(ValueError, match="NA is neither true nor false"):
        bool(NA_INTEGER)
