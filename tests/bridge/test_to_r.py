"""Python values as R sees them: each is held against an R expression by R's identical()."""

import collections
import datetime
import zoneinfo

import numpy as np
import pandas as pd
import pytest
from scipy import sparse


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "NULL"),
        (True, "TRUE"),
        (7, "7L"),
        (2**40, "2^40"),
        (0.5, "0.5"),
        ("é😀", "'\\u00e9\\U1F600'"),
        (bytearray(b"\x01\x02"), "as.raw(1:2)"),
        (1 + 2j, "1+2i"),
        ([1, 2], "c(1L, 2L)"),
        ([1.0, 2.5], "c(1, 2.5)"),
        ([[1, 2.5]], "list(list(1L, 2.5))"),
        ((1, 2), "list(1L, 2L)"),
        ([(1, 2), (3, "a")], "list(list(1L, 2L), list(3L, 'a'))"),
        (collections.OrderedDict(b=1, a=(2,)), "list(b = 1L, a = list(2L))"),
        ([True, False], "c(TRUE, FALSE)"),
        (["a", "b"], "c('a', 'b')"),
        ((), "list()"),
        ([1, "a"], "list(1L, 'a')"),
        ([None, 10], "list(NULL, 10L)"),
        ({"a": 1, "b": [1, 2]}, "list(a = 1L, b = c(1L, 2L))"),
        (np.float32(0.5), "0.5"),
        (np.int64(3), "3L"),
        (np.bool_(True), "TRUE"),
        (np.array([1.5, 2.5]), "array(c(1.5, 2.5), 2)"),
        (np.array([[1, 2], [3, 4]], "int64"), "matrix(c(1L, 3L, 2L, 4L), 2)"),
        (np.array([[1, 2], [3, 4]], "float32"), "matrix(c(1, 3, 2, 4), 2)"),
        (np.array([2**40]), "array(2^40, 1)"),
        (np.array([True, False]), "array(c(TRUE, FALSE), 2)"),
        (np.zeros((0, 3)), "matrix(0, 0, 3)"),
        (np.array(["a", "b"]), "array(c('a', 'b'), 2)"),
        (np.array([["é".encode()], [b"b"]], object), "matrix(c('\\u00e9', 'b'))"),
        (np.ma.masked_array([1, 2], [False, True]), "array(c(1L, NA), 2)"),
        (pd.Categorical(["b", "a"], ["b", "a"]), "factor(c('b', 'a'), c('b', 'a'))"),
        (pd.DataFrame({"n": [1, 2], "s": ["x", None]}), "data.frame(n = 1:2, s = c('x', NA))"),
        (pd.Series([1.5, 2.5]), "array(c(1.5, 2.5), 2, list(c('0', '1')))"),
        (pd.NA, "NA"),
        (datetime.date(2020, 2, 29), "as.Date('2020-02-29')"),
        (
            datetime.datetime(2020, 2, 29, 12, tzinfo=datetime.UTC),
            "as.POSIXct('2020-02-29 12:00:00', tz = 'UTC')",
        ),
        (
            sparse.csc_matrix(np.array([[0.0, 5.0], [7.0, 0.0]])),
            "as(as(as(matrix(c(0, 7, 5, 0), 2), 'dMatrix'), 'generalMatrix'), 'CsparseMatrix')",
        ),
    ],
)
def test_values(r, value, expected):
    assert r(f"library(Matrix); identical(x, {expected})", x=value) is True


@pytest.mark.parametrize("shape", [(2, 400_000), (700_001, 1), (3000, 20, 11)])
@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
def test_large_arrays_come_whole(r, shape, dtype):
    """In R, element (i, j, k) of this array is the number of its place in Python's order."""
    array = np.arange(np.prod(shape), dtype=dtype).reshape(shape)
    assert r(
        """
        counted <- aperm(array(seq_along(x) - 1, rev(dim(x))))
        identical(dim(x), dims) && all(x == counted)
        """,
        x=array, dims=list(shape),
    ) is True  # fmt: skip


def test_array_of_three_dimensions_keeps_its_indices(r):
    array = np.arange(24, dtype="float32").reshape(2, 3, 4)
    assert r("x[2, 1, 4]", x=array) == array[1, 0, 3] == 15


def test_exact_beyond_doubles_is_integer64(r):
    value = np.array([2**60 + 1])
    assert r("class(x)", x=value) == "integer64"
    assert r("x", x=value).tolist() == [2**60 + 1]


def test_other_objects_are_handles(r):
    class Thing:
        size = 3

    thing = Thing()
    assert r("inherits(x, 'python.builtin.object')", x=thing) is True
    assert r("x", x=thing) is thing
    assert r("x$size", x=thing) == 3


def test_named_tuples_keep_their_fields(r):
    point = collections.namedtuple("Point", "x y")

    class Column:
        """As TensorFlow's feature columns are made."""

    class NamedColumn(Column, point):
        pass

    assert r("c(x$x, x[[1]], x[0], length(x))", x=point(1, 2)) == [1, 2, 1, 2]
    assert r("identical(as.list(x), list(1L, 2L))", x=point(1, 2)) is True
    column = NamedColumn(1, 2)
    assert r("x", x=column) is column
    assert r("x$y", x=column) == 2


@pytest.mark.parametrize(
    "value",
    [range(3), {1, 2}, b"ab", collections.Counter("aab"), np.timedelta64(5, "s"), {"a": 1}.keys()],
    ids=lambda value: type(value).__name__,
)
def test_what_r_has_no_form_of_stays_pythons(r, value):
    assert r("inherits(x, 'python.builtin.object')", x=value) is True
    assert r("x", x=value) is value


def test_times_have_their_zones(r):
    here = datetime.datetime(2020, 7, 1, 12, tzinfo=zoneinfo.ZoneInfo("America/New_York"))
    assert (
        r("identical(x, as.POSIXct('2020-07-01 12:00', tz = 'America/New_York'))", x=here) is True
    )
    assert r("attr(x, 'tzone')", x=here.replace(tzinfo=None)) is None
    assert r("x", x=here) == here
    zoned = pd.Series(pd.to_datetime(["2020-02-29 12:00"])).dt.tz_localize("Europe/Paris")
    assert r("format(x, '%H:%M %Z')", x=zoned.to_frame("t")["t"]) == "12:00 CET"


def test_nul_in_a_string_is_an_error_and_the_session_goes_on(r):
    with pytest.raises(ValueError, match="NUL"):
        r("x", x="a\0b")
    assert r("1 + 1") == 2.0
