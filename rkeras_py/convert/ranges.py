"""Ranges from which layers draw: one number for both sides, or the two ends."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import FloatRule
from rkeras_py.convert.shapes import elements


class FactorRule(Rule):
    """One number or two, each from ``low`` to ``high``; ``open`` leaves out ``low`` itself."""

    def __init__(self, low: float, high: float | None, open: bool = False) -> None:
        self.low, self.high, self.open = low, high, open
        bound = "above" if open else "of at least"
        self.name = f"one or two numbers {bound} {low:g}"
        if high is not None:
            self.name += f" and at most {high:g}"

    def accept(self, value: Any) -> float | tuple[float, float]:
        several = elements(value)
        if several is None:
            return self._one(value)
        if len(several) != 2:
            raise Mismatch
        return self._one(several[0]), self._one(several[1])

    def _one(self, value: Any) -> float:
        try:
            number = FloatRule(self.low, self.high).accept(value)
        except Mismatch:
            raise Mismatch from None
        if self.open and number == self.low:
            raise Mismatch
        return number


class PairRule(Rule):
    """The two ends of a range."""

    name = "two numbers, such as c(0, 255)"

    def accept(self, value: Any) -> tuple[float, float]:
        several = elements(value)
        if several is None or len(several) != 2:
            raise Mismatch
        try:
            low, high = (FloatRule().accept(number) for number in several)
        except Mismatch:
            raise Mismatch from None
        return low, high


SignedFactor = Annotated[Any, FactorRule(-1, 1)]
ZoomFactor = Annotated[Any, FactorRule(-1, 1, open=True)]
SizeFactor = Annotated[Any, FactorRule(-1, None, open=True)]
ContrastFactor = Annotated[Any, FactorRule(0, 1)]
Pair = Annotated["tuple[float, float]", PairRule()]
