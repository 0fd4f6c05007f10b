"""Ranges of random changes, for layers and generators: a limit, two limits, or values."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import FloatRule, unwrap
from rkeras_py.convert.shapes import elements


def _number(value: Any, low: float | None = None, high: float | None = None) -> float:
    try:
        return FloatRule(low, high).accept(value)
    except Mismatch:
        raise Mismatch from None


class FactorRule(Rule):
    """One number or two, each from ``low`` to ``high``; ``open`` excludes ``low`` itself."""

    def __init__(self, low: float, high: float | None, open: bool = False) -> None:
        self.low, self.high, self.open = low, high, open
        bound = "above" if open else "of at least"
        self.name = f"one or two numbers {bound} {low:g}"
        if high is not None:
            self.name += f" and at most {high:g}"

    def accept(self, value: Any) -> float | tuple[float, ...]:
        several = elements(value)
        if several is None:
            return self._one(value)
        if len(several) != 2:
            raise Mismatch
        return tuple(map(self._one, several))

    def _one(self, value: Any) -> float:
        number = _number(value, self.low, self.high)
        if self.open and number == self.low:
            raise Mismatch
        return number


class PairRule(Rule):
    """The two limits of a range."""

    name = "two numbers: the lowest and the highest"

    def accept(self, value: Any) -> tuple[float, ...]:
        several = elements(value)
        if several is None or len(several) != 2:
            raise Mismatch
        return tuple(map(_number, several))


class BoundOrPairRule(Rule):
    """The maximum distance from 1, or a range."""

    name = "a number, or two: the lowest and the highest"

    def accept(self, value: Any) -> float | tuple[float, ...]:
        return _number(value) if elements(value) is None else PairRule().accept(value)


class BoundOrValuesRule(Rule):
    """The maximum distance from 0, or the numbers themselves; integers stay integers."""

    name = "a number, or several to choose from"

    def accept(self, value: Any) -> int | float | list[float]:
        value = unwrap(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        several = elements(value)
        return _number(value) if several is None else list(map(_number, several))


SignedFactor = Annotated[Any, FactorRule(-1, 1)]
ZoomFactor = Annotated[Any, FactorRule(-1, 1, open=True)]
SizeFactor = Annotated[Any, FactorRule(-1, None, open=True)]
ContrastFactor = Annotated[Any, FactorRule(0, 1)]
Pair = Annotated["tuple[float, ...]", PairRule()]
BoundOrPair = Annotated["float | tuple[float, ...]", BoundOrPairRule()]
BoundOrValues = Annotated["int | float | list[float]", BoundOrValuesRule()]
