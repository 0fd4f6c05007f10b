"""R's missing values, and what is none."""

from __future__ import annotations

import math
import struct
from typing import Any

import pytest

from rkeras_py.convert import na

NAN = math.nan
#: As R gives it after a computation: the same low word, and the bit of a quiet NaN.
COMPUTED: float = struct.unpack("<d", struct.pack("<II", 1954, 0x7FF80000))[0]
#: A number whose low word is that of R's NA.
NUMBER: float = struct.unpack("<d", struct.pack("<II", 1954, 0x3FF00000))[0]


@pytest.mark.parametrize(
    ("value", "missing", "of_r"),
    [
        (na.NA_REAL, True, True),
        (COMPUTED, True, True),
        (NAN, True, False),
        (-NAN, True, False),
        (math.inf, False, False),
        (1954.0, False, False),
        (NUMBER, False, False),
        (0.0, False, False),
    ],
)
def test_missing_doubles(value: float, missing: bool, of_r: bool) -> None:
    assert na.is_na(value) is missing
    assert na.is_na_real(value) is of_r


def test_the_missing_double_is_r_s_and_no_other_nan() -> None:
    assert struct.pack("<d", na.NA_REAL)[:4] == (1954).to_bytes(4, "little")
    assert NUMBER == 1 + 1954 * 2**-52


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (na.NA_LOGICAL, "logical"),
        (na.NA_INTEGER, "integer"),
        (na.NA_CHARACTER, "character"),
    ],
)
def test_missing_values_of_other_types(value: na.NA, kind: str) -> None:
    assert na.is_na(value)
    assert (value.kind, repr(value)) == (kind, "NA")
    with pytest.raises(ValueError, match="NA is neither true nor false"):
        bool(value)


@pytest.mark.parametrize("value", [None, "NA", "", 0, False, [NAN]])
def test_what_is_not_missing(value: Any) -> None:
    assert na.is_na(value) is False
