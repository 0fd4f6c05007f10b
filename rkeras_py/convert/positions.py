"""Positions in lists, such as those of layers in a model."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import IntRule


class PositionRule(Rule):
    """A position counted from 1, as Python's index; -1 is the last."""

    name = "a whole number (a position, counted from 1; -1 is the last)"

    def accept(self, value: Any) -> int:
        try:
            position = IntRule().accept(value)
        except Mismatch:
            raise Mismatch from None
        if position == 0:
            raise Mismatch
        return position - 1 if position > 0 else position


class NodeRule(Rule):
    """Which call of a layer, counted from 1, as Python's index."""

    name = "a whole number of at least 1 (which call of the layer)"

    def accept(self, value: Any) -> int:
        try:
            return IntRule(1).accept(value) - 1
        except Mismatch:
            raise Mismatch from None


Position = Annotated[int, PositionRule()]
Node = Annotated[int, NodeRule()]
