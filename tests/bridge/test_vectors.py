"""R vectors made of Python's sequences and arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_LOGICAL


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (["a", NA_CHARACTER, "é"], "c('a', NA, '\\u00e9')"),
        ([1, NA_INTEGER, -(2**31) + 1], "c(1L, NA, -.Machine$integer.max)"),
        ([True, NA_LOGICAL], "c(TRUE, NA)"),
        ([0.1, float("inf")], "c(0.1, Inf)"),
        (np.array(["a", None], object), "array(list('a', NULL), 2)"),
        (np.arange(6, dtype="int16").reshape(2, 3), "matrix(0:5, 2, byrow = TRUE)"),
        (np.arange(24.0).reshape(2, 3, 4), "aperm(array(as.double(0:23), 4:2), 3:1)"),
        (np.asfortranarray(np.arange(4.0).reshape(2, 2)), "matrix(c(0, 2, 1, 3), 2)"),
        (np.arange(10.0)[::-3], "array(c(9, 6, 3, 0), 4)"),
        (np.zeros((0, 2), "int32"), "matrix(0L, 0, 2)"),
    ],
)  # fmt: skip
def test_vectors(r: Any, value: Any, code: str) -> None:
    assert r(f"identical(x, {code})", x=value)


@pytest.mark.parametrize("shape", [(1030, 601), (3, 200_003), (200_003, 3), (97, 90, 71)])
@pytest.mark.parametrize("dtype", ["float32", "float64", "int32", "bool"])
def test_large_arrays_that_are_copied_in_blocks(r: Any, shape: tuple[int, ...], dtype: str) -> None:
    """In R's order, the first index runs fastest; the weights tell each place from the others."""
    array = (np.random.default_rng(1).normal(size=shape) * 100).astype(dtype)
    r("big <- x", x=array)
    flat = array.ravel(order="F").astype("float64")
    weights = np.arange(flat.size) % 9973
    assert r("dim(big)") == list(shape)
    assert r("sum(as.vector(big) * ((seq_along(big) - 1) %% 9973))") == pytest.approx(
        float((flat * weights).sum()), rel=1e-9
    )
    np.testing.assert_array_equal(r("big"), array)


def test_a_text_that_r_cannot_hold(r: Any) -> None:
    with pytest.raises(ValueError, match="NUL"):
        r("x", x=["a", "b\0c"])


def test_numbers_of_text_are_text(r: Any) -> None:
    assert r("identical(x, array(c('1', '22'), 2))", x=np.array(["1", "22"]))
