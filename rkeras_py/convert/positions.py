"""Positions and integers: zero-based axes, dimensions, orders of dimensions."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import Axis1Rule, IntRule
from rkeras_py.convert.shapes import elements


class IntsRule(Rule):
    """One integer or several; a single one stays a number."""

    def __init__(self, what: str, least: int | None = None, count: int | None = None) -> None:
        self._one, self.count = IntRule(least), count
        several = "several" if count is None else str(count)
        self.name = f"one or {several} whole numbers ({what})"

    def accept(self, value: Any) -> int | tuple[int, ...]:
        several = elements(value)
        try:
            if several is None:
                return self._one.accept(value)
            if several and self.count in (None, len(several)):
                return tuple(self._one.accept(part) for part in several)
        except Mismatch:
            pass
        raise Mismatch


class OrderRule(Rule):
    """A new order of dimensions, numbered from 1 without the batch."""

    name = "the numbers from 1 to the number of dimensions in some order, such as c(2, 1)"

    def accept(self, value: Any) -> tuple[int, ...]:
        several = elements(value)
        try:
            order = tuple(map(IntRule(1).accept, [value] if several is None else several))
        except Mismatch:
            raise Mismatch from None
        if not order or sorted(order) != list(range(1, len(order) + 1)):
            raise Mismatch
        return order


_AXES0 = "axes, counted from 0; -1 is the last"
Axes0 = Annotated["int | tuple[int, ...]", IntsRule(_AXES0)]
AxisPair0 = Annotated["int | tuple[int, ...]", IntsRule(_AXES0, count=2)]
Dimensions = Annotated[
    "int | tuple[int, ...]", IntsRule("dimensions, counted from 1 without the batch", 1)
]
Order = Annotated["tuple[int, ...]", OrderRule()]


class PositionRule(Axis1Rule):
    """A position numbered from 1, converted to Python's index; -1 is the last."""

    name = "a whole number (a position, counted from 1; -1 is the last)"
    reads_default = False


class NodeRule(Rule):
    """The number of a call of a layer, from 1, converted to Python's index."""

    name = "a whole number of at least 1 (which call of the layer)"

    def accept(self, value: Any) -> int:
        try:
            return IntRule(1).accept(value) - 1
        except Mismatch:
            raise Mismatch from None


Position = Annotated[int, PositionRule()]
Node = Annotated[int, NodeRule()]
