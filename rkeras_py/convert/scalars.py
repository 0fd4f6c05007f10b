"""Single values: logicals, numbers, strings, axes."""

from __future__ import annotations

import math
import re
from typing import Annotated, Any

from rkeras_py.convert.describe import quoted
from rkeras_py.convert.na import NA, is_na
from rkeras_py.convert.rule import Mismatch, Rule


def unwrap(value: Any) -> Any:
    """The Python scalar in a NumPy scalar or a one-element array; other values are unchanged."""
    if hasattr(value, "item") and getattr(value, "size", 0) == 1:
        return value.item()
    return value


class BoolRule(Rule):
    """A logical value, also from numbers and text: all except 0 are true, as in Python.

    The text "FALSE" is refused: R keras treats it as TRUE, which is never intended.
    """

    name = "TRUE or FALSE"

    def accept(self, value: Any) -> bool:
        value = unwrap(value)
        if isinstance(value, (bool, int, float)) and not is_na(value):
            return bool(value)
        if value in ("TRUE", "True", "true", "T"):  # values that as.logical() converts to TRUE
            return True
        raise Mismatch


class FlagOrNARule(BoolRule):
    """TRUE, FALSE, or NA for either."""

    name = "TRUE, FALSE or NA"
    takes_na = True
    r_default = "NA"

    def accept(self, value: Any) -> Any:
        return None if isinstance(value, NA) else super().accept(value)


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_HEXADECIMAL = re.compile(r"[+-]?0x[0-9a-f]+", re.IGNORECASE)


def number_in(text: str) -> float | int | None:
    """The number that R would parse from a text; ``None`` if it is not a number."""
    text = text.strip()
    if _HEXADECIMAL.fullmatch(text):
        return int(text, 16)
    return float(text) if _NUMBER.fullmatch(text) else None


class IntRule(Rule):
    """An integer, converted like ``as.integer()``: 2.5, "2.5" and TRUE are accepted.

    Scripts rely on this: ``steps_per_epoch = nrow(x) / 32``.
    """

    def __init__(self, least: int | None = None) -> None:
        self.least = least
        self.name = "a whole number" + ("" if least is None else f" of at least {least}")

    def accept(self, value: Any) -> int:
        value = unwrap(value)
        if isinstance(value, str):
            value = number_in(value)
        if not isinstance(value, (int, float)) or not math.isfinite(value):
            raise Mismatch
        if self.least is not None and int(value) < self.least:
            raise Mismatch
        return int(value)


class FloatRule(Rule):
    def __init__(self, low: float | None = None, high: float | None = None) -> None:
        self.low, self.high = low, high
        self.name = "a number"
        if low is not None and high is not None:
            self.name += f" from {low:g} to {high:g}"
        elif low is not None:
            self.name += f" of at least {low:g}"

    def accept(self, value: Any) -> float:
        value = unwrap(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or is_na(value):
            raise Mismatch
        if (self.low is not None and value < self.low) or (
            self.high is not None and value > self.high
        ):
            raise Mismatch
        return float(value)


class PositiveRule(FloatRule):
    """A number above 0."""

    def __init__(self) -> None:
        super().__init__(0)
        self.name = "a number above 0"

    def accept(self, value: Any) -> float:
        number = super().accept(value)
        if number == 0:
            raise Mismatch
        return number


class StrRule(Rule):
    name = "a string"

    def accept(self, value: Any) -> str:
        value = unwrap(value)
        if not isinstance(value, str):
            raise Mismatch
        return str(value)


class OneOf(Rule):
    """One of a few strings; R's default is the vector of all, and the first one is used."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices
        self.name = f"one of {quoted(list(choices))}"
        self.r_default = f"c({quoted(list(choices))})"

    def accept(self, value: Any) -> str:
        value = unwrap(value)
        if isinstance(value, (list, tuple)) and tuple(value) == self.choices:
            return self.choices[0]
        if isinstance(value, str):
            if value in self.choices:
                return value
            matches = [choice for choice in self.choices if choice.lower() == value.lower()]
            matches = matches or [choice for choice in self.choices if choice.startswith(value)]
            if len(matches) == 1:
                return matches[0]
        raise Mismatch


class Axis0Rule(IntRule):
    """An axis numbered from 0, as in Keras; -1 is the last."""

    def __init__(self) -> None:
        super().__init__()
        self.name = "a whole number (an axis, counted from 0; -1 is the last)"


class Axis1Rule(Rule):
    """An axis numbered from 1, as in R; -1 is the last. 0 is an error."""

    name = "a whole number (an axis, counted from 1; -1 is the last)"
    reads_default = True

    def accept(self, value: Any) -> int:
        try:
            axis = IntRule().accept(value)
        except Mismatch:
            raise Mismatch from None
        if axis == 0:
            raise Mismatch
        return axis - 1 if axis > 0 else axis


class Axes1Rule(Rule):
    """One axis or several, numbered from 1."""

    name = "one or several whole numbers (axes, counted from 1; -1 is the last)"
    reads_default = True

    def accept(self, value: Any) -> int | tuple[int, ...]:
        value = unwrap(value)
        one = Axis1Rule()
        try:
            if isinstance(value, (list, tuple)) or getattr(value, "ndim", 0) == 1:
                return tuple(one.accept(axis) for axis in value)
            return one.accept(value)
        except Mismatch:
            raise Mismatch from None


FlagOrNA = Annotated["bool | None", FlagOrNARule()]
Int = Annotated[int, IntRule()]
Count = Annotated[int, IntRule(0)]
Size = Annotated[int, IntRule(1)]
Float = Annotated[float, FloatRule()]
NonNegative = Annotated[float, FloatRule(0)]
Positive = Annotated[float, PositiveRule()]
Fraction = Annotated[float, FloatRule(0, 1)]
Axis0 = Annotated[int, Axis0Rule()]
Axis1 = Annotated[int, Axis1Rule()]
Axes1 = Annotated["int | tuple[int, ...]", Axes1Rule()]
