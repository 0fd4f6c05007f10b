"""What random numbers are drawn from: a bound, a range, or values to choose from."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import FloatRule, unwrap
from rkeras_py.convert.shapes import elements


def _numbers(value: Any) -> list[float]:
    several = elements(value)
    if several is None:
        raise Mismatch
    try:
        return [FloatRule().accept(part) for part in several]
    except Mismatch:
        raise Mismatch from None


class PairRule(Rule):
    """A range."""

    name = "two numbers: the lowest and the highest"

    def accept(self, value: Any) -> list[float]:
        pair = _numbers(value)
        if len(pair) != 2:
            raise Mismatch
        return pair


class BoundOrPairRule(Rule):
    """How far from 1 numbers may be, or their range."""

    name = "a number, or two: the lowest and the highest"

    def accept(self, value: Any) -> float | list[float]:
        if elements(value) is not None:
            return PairRule().accept(value)
        try:
            return FloatRule().accept(value)
        except Mismatch:
            raise Mismatch from None


class BoundOrValuesRule(Rule):
    """How far from 0 numbers may be, or the numbers themselves; whole bounds stay whole."""

    name = "a number, or several to choose from"

    def accept(self, value: Any) -> int | float | list[float]:
        value = unwrap(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if elements(value) is not None:
            return _numbers(value)
        try:
            return FloatRule().accept(value)
        except Mismatch:
            raise Mismatch from None


Pair = Annotated["list[float]", PairRule()]
BoundOrPair = Annotated["float | list[float]", BoundOrPairRule()]
BoundOrValues = Annotated["int | float | list[float]", BoundOrValuesRule()]
