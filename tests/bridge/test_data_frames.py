"""pandas's objects and sparse matrices in R: each is held against an R expression."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

DENSE = np.array([[0.0, 5.0, 0.0], [7.0, 0.0, 9.0]])


def identical(r: Any, value: Any, code: str) -> bool:
    same: bool = r(f"identical(x, {code})", x=value)
    return same


@pytest.mark.parametrize(
    ("column", "code"),
    [
        (pd.Series([1, 2]), "1:2"),
        (pd.Series([1.5, None]), "c(1.5, NaN)"),
        (pd.Series([1, None], dtype="Int64"), "c(1L, NA)"),
        (pd.Series([200, None], dtype="UInt8"), "c(200L, NA)"),
        (pd.Series([True, None], dtype="boolean"), "c(TRUE, NA)"),
        (pd.Series([True, False]), "c(TRUE, FALSE)"),
        (pd.Series(["a", None], dtype="string"), "c('a', NA)"),
        (pd.Series(["a", None], dtype=object), "c('a', NA)"),
        (pd.Series(["a", 1], dtype=object), "list('a', 1L)"),
        (pd.Series([datetime.date(2020, 2, 29), None]), "as.Date(c('2020-02-29', NA))"),
        (pd.Series(["b", "a", None], dtype="category"), "factor(c('b', 'a', NA))"),
        (
            pd.Series(pd.to_datetime(["2020-02-29 12:00", None])),
            "structure(as.POSIXct(c('2020-02-29 12:00', NA), tz = 'UTC'), tzone = NULL)",
        ),
        (
            pd.Series(pd.to_datetime(["2020-02-29 12:00"])).dt.tz_localize("America/New_York"),
            "as.POSIXct('2020-02-29 12:00', tz = 'America/New_York')",
        ),
    ],
)  # fmt: skip
def test_a_column_is_a_vector(r: Any, column: Any, code: str) -> None:
    r("f <- x", x=pd.DataFrame({"v": column}))
    assert r(f"identical(f$v, {code})") is True


@pytest.mark.parametrize(
    ("series", "code"),
    [
        (pd.Series([1, 2], ["a", "b"]), "array(1:2, 2, list(c('a', 'b')))"),
        (pd.Series(["u"], [7]), "array('u', 1, list('7'))"),
        (pd.Series(["u", 1], dtype=object), "list(`0` = 'u', `1` = 1L)"),
        (pd.Series(["b"], dtype="category"), "structure(factor('b'), names = '0')"),
    ],
)
def test_a_series_has_its_index_as_names(r: Any, series: Any, code: str) -> None:
    assert identical(r, series, code)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (
            pd.Categorical(["low", "high", None], ["low", "mid", "high"], ordered=True),
            "factor(c('low', 'high', NA), c('low', 'mid', 'high'), ordered = TRUE)",
        ),
        (pd.Categorical([], ["a"]), "factor(character(), 'a')"),
    ],
)
def test_a_categorical_is_a_factor(r: Any, value: Any, code: str) -> None:
    assert identical(r, value, code)


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (pd.DataFrame({"n": [1, 2], "x": [0.5, 1]}), "data.frame(n = 1:2, x = c(0.5, 1))"),
        (
            pd.DataFrame({"n": [1, 2]}, index=["a", "b"]),
            "data.frame(n = 1:2, row.names = c('a', 'b'))",
        ),
        (
            pd.DataFrame({"n": [1, 2]}, index=[7, 9]),
            "data.frame(n = 1:2, row.names = c('7', '9'))",
        ),
        (
            pd.DataFrame({"n": [1, 2]}, index=["a", "a"]),
            "data.frame(n = 1:2, row.names = c('a', 'a.1'))",
        ),
        (
            pd.DataFrame([[1, 2]], columns=["a", "a"]),
            "data.frame(a = 1L, a = 2L, check.names = FALSE)",
        ),
        (pd.DataFrame([[1, 2]]), "data.frame(`0` = 1L, `1` = 2L, check.names = FALSE)"),
        (pd.DataFrame({"n": []}), "data.frame(n = numeric())"),
    ],
)  # fmt: skip
def test_a_data_frame(r: Any, frame: pd.DataFrame, code: str) -> None:
    r("index <- attr(x, 'pandas.index'); attr(x, 'pandas.index') <- NULL; y <- x", x=frame)
    assert r(f"identical(y, {code})") is True
    if list(frame.index) == list(range(len(frame))):
        assert r("index") is None  # row names tell as much
    else:
        assert r("index").equals(frame.index)


@pytest.mark.parametrize("form", [sparse.csc_matrix, sparse.csr_matrix, sparse.coo_matrix])
def test_a_sparse_matrix_is_one_of_matrix(r: Any, form: Any) -> None:
    if not r("requireNamespace('Matrix', quietly = TRUE)"):
        pytest.skip("R's package Matrix is not installed")
    r("m <- x", x=form(DENSE))
    assert r("as.vector(class(m))") == "dgCMatrix"
    assert r("c(m@p, m@i, m@Dim)") == [0, 1, 2, 3, 1, 0, 1, 2, 3]
    np.testing.assert_array_equal(r("as.matrix(m)"), DENSE)


def test_entries_of_a_sparse_matrix_that_are_out_of_order(r: Any) -> None:
    """R's matrices have the rows of each column in order."""
    if not r("requireNamespace('Matrix', quietly = TRUE)"):
        pytest.skip("R's package Matrix is not installed")
    unsorted = sparse.csc_matrix((np.array([1.0, 2.0]), np.array([1, 0]), np.array([0, 2])))
    assert r("x@i", x=unsorted) == [0, 1]
    np.testing.assert_array_equal(r("as.matrix(x)"), [[2], [1]])


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("methods::as(matrix(c(0, 1, 1, 0), 2) > 0, 'CsparseMatrix')", sparse.csc_matrix),
        ("Matrix::Diagonal(2)[2:1, ]", sparse.csc_matrix),
        ("Matrix::Matrix(matrix(c(0, 1, 1, 0), 2))", np.ndarray),
        ("methods::as(2:1, 'pMatrix')", sparse.csc_matrix),
    ],
)
def test_objects_of_matrix_come_to_python(r: Any, code: str, form: Any) -> None:
    if not r("requireNamespace('Matrix', quietly = TRUE)"):
        pytest.skip("R's package Matrix is not installed")
    got = r(code)
    assert isinstance(got, form)
    assert np.asarray(getattr(got, "toarray", lambda: got)()).tolist() == [[0, 1], [1, 0]]


def test_a_sparse_vector_of_matrix_comes_as_its_numbers(r: Any) -> None:
    if not r("requireNamespace('Matrix', quietly = TRUE)"):
        pytest.skip("R's package Matrix is not installed")
    assert r("Matrix::sparseVector(c(1, 2), c(1, 3), 4)") == [1, 0, 2, 0]
