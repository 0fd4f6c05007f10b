"""Where values differ, and by how much."""

from __future__ import annotations

import re

import numpy as np
import pytest

from rkeras_py.testing import (
    assert_same,
)


def failure(call, *args, **options) -> str:
    with pytest.raises(AssertionError) as caught:
        call(*args, **options)
    return str(caught.value)


def test_the_tolerance_grows_with_the_numbers() -> None:
    r = {"w": np.array([100.0, 1.0])}
    assert_same(r, {"w": np.array([101.0, 1.01])}, rtol=0.011)
    said = failure(assert_same, r, {"w": np.array([101.0, 1.01])}, atol=0.02, rtol=0.001)
    assert "at `w`[0]" in said and "1 of 2 values differ, by at most 1" in said
    assert said.endswith("the tolerance is rtol = 0.001 and atol = 0.02")
    assert "at `w`[1]" in failure(assert_same, r, {"w": np.array([100.0, 1.01])})


@pytest.mark.parametrize(
    ("r", "python"),
    [
        (2**53, 2**53 + 1),
        (float(2**53), 2**53 + 1),
        (-(2**63) + 1, -float(2**63)),
        (np.array([1, 2**62]), np.array([1, 2**62 + 1])),
        ([0.5, 2**53 + 1], [0.5, 2**53 + 2]),
        ([2**64, 1], [2**64 + 1, 1]),
    ],
)
def test_large_whole_numbers_are_compared_exactly(r, python) -> None:
    assert_same(r, r)
    assert_same(r, python, atol=1)
    said = failure(assert_same, r, python, atol=0.5)
    assert re.search(r"1 of [12] values differ, by at most 1", said), said
    large = [str(number) for number in np.ravel(np.array([r, python], object)) if abs(number) > 1]
    assert re.findall(r": +(-?[\d.e+]+)$", said, re.MULTILINE) == large


def test_large_numbers_and_others() -> None:
    assert_same([2**60, float("nan"), float("inf")], np.array([2.0**60, np.nan, np.inf]))
    said = failure(assert_same, np.array([2**60, 2**60 + 4]), np.array([np.nan, 2.0**60]))
    assert "at [0]" in said and "2 of 2 values differ, by at most inf" in said


def test_a_bit_is_a_difference() -> None:
    one = np.float32(0.1)
    assert_same(one, np.float64(one))
    assert "relative" in failure(assert_same, one, np.nextafter(one, np.float32(1)))
