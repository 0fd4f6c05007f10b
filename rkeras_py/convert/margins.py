"""Margins of cropping and padding: what to remove or add at both ends of each dimension."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import IntRule
from rkeras_py.convert.shapes import elements

Margin = tuple[int, int]


class MarginsRule(Rule):
    """For ``rank`` dimensions: one number for all ends, one for each dimension, or pairs.

    For one dimension, two numbers are its two ends.
    """

    def __init__(self, rank: int) -> None:
        self.rank = rank
        if rank == 1:
            self.name = "a whole number of at least 0, or two: for the start and the end"
        else:
            pairs = ", ".join(["c(1, 2)"] * rank)
            self.name = (
                f"a whole number of at least 0, {rank} of them, or a list of {rank} pairs: "
                f"list({pairs})"
            )

    def accept(self, value: Any) -> Margin | tuple[Margin, ...]:
        several = elements(value)
        if self.rank == 1:
            if several is not None and len(several) == 1 and elements(several[0]) is not None:
                return self._margin(several[0])  # list(c(1, 2))
            return self._margin(value)
        if several is None or len(several) == 1:
            return (self._margin(value if several is None else several[0]),) * self.rank
        if len(several) != self.rank:
            raise Mismatch
        return tuple(map(self._margin, several))

    def _margin(self, value: Any) -> Margin:
        ends = elements(value)
        if ends is None:
            ends = [value]
        try:
            whole = [IntRule(0).accept(end) for end in ends]
        except Mismatch:
            raise Mismatch from None
        if len(whole) not in (1, 2):
            raise Mismatch
        return whole[0], whole[-1]


Margins1 = Annotated[Any, MarginsRule(1)]
Margins2 = Annotated[Any, MarginsRule(2)]
Margins3 = Annotated[Any, MarginsRule(3)]
