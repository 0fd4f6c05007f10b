"""Values from either side come back as they were."""

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_LOGICAL, NA_REAL

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
whole = st.integers(-(2**31) + 1, 2**31 - 1)
scalars = st.one_of(
    st.none(), st.booleans(), whole, st.floats(allow_nan=False), texts,
    st.sampled_from([NA_LOGICAL, NA_INTEGER, NA_CHARACTER]),
)  # fmt: skip
vectors = st.one_of(
    st.lists(st.one_of(whole, st.just(NA_INTEGER)), min_size=2),
    st.lists(st.one_of(st.booleans(), st.just(NA_LOGICAL)), min_size=2),
    st.lists(st.one_of(texts, st.just(NA_CHARACTER)), min_size=2),
    st.lists(st.floats(allow_nan=False), min_size=2),
)
names = texts.filter(bool)
values = st.recursive(
    st.one_of(scalars, vectors),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda v: [*v, None, "end"]),
        st.dictionaries(names, inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)
in_one_r = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def through_r(value):
    """The value as R got it and gave it back."""
    from rkeras_py.bridge import rapi
    from rkeras_py.bridge.to_python import to_python
    from rkeras_py.bridge.to_r import to_r

    with rapi.ProtectionScope() as scope:
        return to_python(scope.protect(to_r(value)))


def same(a, b):
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, float):
        return isinstance(b, float) and (a == b) and math.copysign(1, a) == math.copysign(1, b)
    return type(a) is type(b) and (a is b or a == b)


@in_one_r
@given(value=values)
def test_values(r, value):
    r("NULL")
    assert same(value, through_r(value))


@in_one_r
@given(
    array=hnp.arrays(
        st.sampled_from(["float64", "int32", "bool", "complex128"]),
        hnp.array_shapes(min_dims=1, max_dims=4, min_side=0, max_side=5),
    )
)
def test_arrays(r, array):
    r("NULL")
    if array.dtype == np.int32:
        array = np.where(array == -(2**31), 0, array)  # R has no such integer: it is its NA
    back = through_r(array)
    assert back.shape == array.shape
    assert back.dtype == array.dtype
    np.testing.assert_array_equal(back, array)


def test_missing_double_keeps_its_pattern(r):
    r("NULL")
    assert np.float64(through_r(NA_REAL)).view("int64") == np.float64(NA_REAL).view("int64")


def test_r_values_come_back_identical(r):
    assert (
        r(
            """
        back <- function(x) keras:::call_python(".same", list(x))
        cases <- list(
          NULL, NA, NA_integer_, NA_real_, NA_character_, NaN, Inf, -0.0, 1L, 2.5, "a", "",
          c(1L, NA), c(1.5, NA, NaN), c(TRUE, NA), c("a", NA), 1i, as.raw(7),
          matrix(1:6, 2), matrix(c(1.5, NA), 1), array(0, c(0, 2)), matrix(c(NA, TRUE), 1),
          matrix(c(1L, NA), 1), matrix(c("x", NA), 1),
          factor(c("u", NA, "v")), factor("a", ordered = TRUE), as.Date(c("1969-07-20", NA)),
          list(1L, list("b", NULL)), list(a = 1, b = list(c = 2L)),
          data.frame(i = c(1L, NA), d = c(0.5, NA), l = c(TRUE, NA), s = c("x", NA),
                     f = factor(c("p", "q")))
        )
        ok <- vapply(cases, function(x) identical(back(x), x), NA)
        paste(which(!ok), collapse = " ")
        """
        )
        == ""
    )


def test_times_with_a_zone_come_back_within_lists(r):
    assert r(
        """
        back <- function(x) keras:::call_python(".same", list(x))
        times <- as.POSIXct(c(1949155849, 1822628483.25, NA), origin = "1970-01-01", tz = "UTC")
        there <- as.POSIXct(c(0, 1), origin = "1970-01-01", tz = "America/New_York")
        identical(back(list(a = times, b = there)), list(a = times, b = there)) &&
          identical(back(times), times) && identical(back(there[1]), there[1])
        """
    ) is True  # fmt: skip


#: Lists of more than a few elements in R: of one type, and with one element that differs.
LISTS = [
    "lapply(1:20, function(i) i)",
    "lapply(1:20, function(i) as.numeric(seq_len(i %% 4)))",
    "lapply(1:20, function(i) seq_len(i %% 4))",
    "lapply(1:20, function(i) 1:3)",
    "lapply(1:20, function(i) rep(TRUE, i %% 3))",
    "c(lapply(1:20, function(i) i), NA)",
    "c(as.list(1:20), NA_integer_)",
    "c(as.list(1:20), list(c(1L, NA)))",
    "c(as.list(rep(TRUE, 20)), NA)",
    "c(as.list(runif(20)), NA_real_)",
    "c(as.list(1:20), 2.5)",
    "c(as.list(1:20), list(c(a = 1L)))",
    "c(as.list(1:20), list(matrix(1:4, 2)))",
    "c(as.list(1:20), list(factor('u')))",
    "c(as.list(1:20), list(as.Date('2020-02-29')))",
    "c(as.list(1:20), list(NULL))",
    "c(as.list(1:20), list(list(1L)))",
    "c(as.list(1:20), 'a')",
    "setNames(as.list(1:26), letters)",
    "lapply(1:20, function(i) runif(2000))",
    "structure(as.list(1:20), dim = 4:5)",
    "rep(list(integer()), 20)",
]


def equal(a, b):
    if isinstance(a, np.ndarray):
        if type(a) is not type(b) or a.dtype != b.dtype or a.shape != b.shape:
            return False
        masks = np.ma.getmaskarray(a), np.ma.getmaskarray(b)
        content = np.ma.getdata(a), np.ma.getdata(b)
        return np.array_equal(*masks) and np.array_equal(*content, equal_nan=a.dtype.kind == "f")
    if isinstance(a, float) and math.isnan(a):
        return isinstance(b, float) and math.isnan(b)
    return str(a) == str(b) if type(a).__name__ == "Categorical" else same(a, b)


@pytest.mark.parametrize("arrays", [False, True])
@pytest.mark.parametrize("code", LISTS)
def test_lists_of_r_that_are_converted_at_once_or_one_by_one(r, code, arrays, monkeypatch):
    from rkeras_py.bridge import rapi
    from rkeras_py.bridge.to_python import to_python

    held = r(f"function() {code}")
    with rapi.ProtectionScope() as scope:
        made = scope.protect(rapi.evaluate(scope.protect(rapi.make_call(held.sexp, []))))
        at_once = to_python(made, arrays)
        monkeypatch.setattr(rapi, "FEW", 10**9)
        one_by_one = to_python(made, arrays)
    assert type(at_once) is type(one_by_one)
    if isinstance(at_once, dict):
        assert list(at_once) == list(one_by_one)
        at_once, one_by_one = list(at_once.values()), list(one_by_one.values())
    assert len(at_once) == len(one_by_one) > 0
    assert all(equal(a, b) for a, b in zip(at_once, one_by_one, strict=True)), (at_once, one_by_one)


@in_one_r
@given(
    values=st.lists(
        st.one_of(
            st.lists(st.integers(-(2**31) - 2, 2**31 + 2), max_size=3),
            st.lists(st.floats(), max_size=3),
            st.lists(st.booleans(), min_size=1, max_size=2),
        ),
        min_size=9, max_size=12,
    )
    | st.lists(st.lists(whole, max_size=3), min_size=9, max_size=12)
    | st.lists(st.lists(st.floats(), max_size=3), min_size=9, max_size=12)
)  # fmt: skip
def test_lists_of_python_that_are_converted_at_once_or_one_by_one(r, values):
    import rkeras_py
    from rkeras_py.bridge import rapi, to_r
    from rkeras_py.bridge.r_objects import RObject

    r("NULL")
    with rapi.ProtectionScope() as scope:
        at_once = RObject(scope.protect(to_r.list_(values)))
        one_by_one = RObject(scope.protect(to_r._any_list(values)))
        assert rkeras_py.r("identical(a, b)", a=at_once, b=one_by_one)
