"""R values as Python sees them; the expected values are written by hand."""

import datetime
import math
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_LOGICAL


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("NULL", None),
        ("TRUE", True),
        ("5L", 5),
        ("2.5", 2.5),
        ("'a'", "a"),
        ("1:3", [1, 2, 3]),
        ("c(1.5, 2)", [1.5, 2.0]),
        ("c(TRUE, FALSE)", [True, False]),
        ("c('x', 'y')", ["x", "y"]),
        ("integer()", []),
        ("list()", []),
        ("list(1L, 'a', NULL)", [1, "a", None]),
        ("list(a = 1L, b = list(c = 'x'))", {"a": 1, "b": {"c": "x"}}),
        ("list(a = 1L, 2L)", [1, 2]),
        ("3+2i", 3 + 2j),
        ("as.raw(c(0, 255))", bytearray(b"\x00\xff")),
        ("NA", NA_LOGICAL),
        ("NA_integer_", NA_INTEGER),
        ("NA_character_", NA_CHARACTER),
        ("c(1L, NA)", [1, NA_INTEGER]),
        ("c('a', NA)", ["a", NA_CHARACTER]),
        ("'\\u00e9\\U1F600'", "é😀"),
        ("iconv('caf\\u00e9', 'UTF-8', 'latin1')", "café"),
        ("as.Date('2020-02-29')", datetime.date(2020, 2, 29)),
        (
            "as.POSIXct(1.5, origin = '1970-01-01', tz = 'UTC')",
            datetime.datetime(1970, 1, 1, 0, 0, 1, 500_000, ZoneInfo("UTC")),
        ),
        ("structure(4.94065645841247e-324, class = 'integer64')", 1),
    ],
)
def test_values(r, code, expected):
    got = r(code)
    assert got == expected
    assert type(got) is type(expected)


def test_na_integer_never_becomes_a_number(r):
    assert r("NA_integer_") != -(2**31)
    assert r("matrix(c(1L, NA), 1)").mask.tolist() == [[False, True]]


def test_missing_double_is_nan_and_returns_as_na(r):
    value = r("NA_real_")
    assert math.isnan(value)
    assert r("is.na(x) && !is.nan(x)", x=value) is True
    assert r("is.nan(x)", x=float("nan")) is True


def test_matrix_is_a_read_only_view_in_fortran_order(r):
    matrix = r("m <<- matrix(c(1, 2, 3, 4, 5, 6), 2)")
    assert matrix.tolist() == [[1, 3, 5], [2, 4, 6]]
    assert matrix.flags.f_contiguous
    assert not matrix.flags.writeable
    r("m[1, 1] <- 100")  # R copies: what Python holds does not change under it
    assert matrix[0, 0] == 1


def test_array_of_three_dimensions(r):
    array = r("array(1:24, c(2, 3, 4))")
    assert array.shape == (2, 3, 4)
    assert array.dtype == np.int32
    assert array[1, 2, 3] == 24
    assert array[0, 1, 0] == 3


def test_array_without_elements(r):
    assert r("matrix(0, 0, 3)").shape == (0, 3)
    assert r("array(1L, c(2, 0, 2))").shape == (2, 0, 2)


def test_logical_and_text_matrices(r):
    assert r("matrix(c(TRUE, FALSE), 1)").tolist() == [[True, False]]
    assert r("matrix(c('a', 'b', 'c', 'd'), 2)").tolist() == [["a", "c"], ["b", "d"]]


def test_factor(r):
    factor = r("factor(c('b', 'a', NA), levels = c('b', 'a'))")
    assert isinstance(factor, pd.Categorical)
    assert factor.codes.tolist() == [0, 1, -1]
    assert list(factor.categories) == ["b", "a"]


def test_data_frame(r):
    frame = r("data.frame(n = c(1L, NA), d = c(0.5, 1), s = c('x', NA), stringsAsFactors = FALSE)")
    assert list(frame.columns) == ["n", "d", "s"]
    assert frame["d"].tolist() == [0.5, 1.0]
    assert frame["n"][0] == 1
    assert pd.isna(frame["n"][1])
    assert frame["s"][0] == "x"
    assert pd.isna(frame["s"][1])


def test_sparse_matrix(r):
    matrix = r("Matrix::sparseMatrix(i = c(1, 3), j = c(2, 1), x = c(5, 7), dims = c(3, 2))")
    assert matrix.toarray().tolist() == [[0, 5], [0, 0], [7, 0]]


def test_list_with_a_name_twice_is_an_error(r):
    from rkeras_py import RError

    with pytest.raises(RError, match='must be unique, but "a" occurs twice'):
        r("keras:::call_python('.text', list(list(a = 1, a = 2)))")


def test_function(r):
    add = r("function(x, y = 2) x + y")
    assert add(1) == 3
    assert add(1, y=5) == 6


def test_environment_comes_back_as_it_was(r):
    env = r("e <<- new.env()")
    assert r("identical(x, e)", x=env) is True
