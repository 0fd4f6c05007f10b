"""Values from either side come back as they were."""

import math

import numpy as np
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
