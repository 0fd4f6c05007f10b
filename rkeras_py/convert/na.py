"""NA: R's missing values that have no equivalent in Python."""

from __future__ import annotations

import struct


class NA:
    """A missing logical, integer or string; a missing double is a NaN with R's bit pattern."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return "NA"

    def __bool__(self) -> bool:
        raise ValueError("NA is neither true nor false")


NA_LOGICAL = NA("logical")
NA_INTEGER = NA("integer")
NA_CHARACTER = NA("character")

# R Internals, "NA handling": the low word of a missing double is 1954.
NA_REAL: float = struct.unpack("<d", struct.pack("<II", 1954, 0x7FF00000))[0]


def is_na(value: object) -> bool:
    """True for R's NA of any type, and for a double NaN."""
    return isinstance(value, NA) or (isinstance(value, float) and value != value)


def is_na_real(value: float) -> bool:
    """True for R's missing double, and not for other NaNs."""
    return value != value and struct.unpack("<II", struct.pack("<d", value))[0] == 1954
