"""Image formats: position of the channels, padding."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import IntRule
from rkeras_py.convert.shapes import elements

DataFormat = Annotated[str, Choice("channels_last", "channels_first")]
Edges = Annotated[str, Choice("valid", "same")]
CausalEdges = Annotated[str, Choice("valid", "same", "causal")]
PoolMode = Annotated[str, Choice("max", "avg")]


class MarginsRule(Rule):
    """How many zeros to add before and after each of ``rank`` dimensions."""

    def __init__(self, rank: int) -> None:
        self.rank = rank
        pairs = ", ".join(["c(1, 1)"] * rank)
        self.name = "whole numbers of at least 0, such as " + (
            pairs if rank == 1 else f"list({pairs})"
        )

    def accept(self, value: Any) -> tuple[tuple[int, int], ...]:
        parts = [value] if self.rank == 1 else elements(value)
        if parts is None:
            parts = [value] * self.rank
        if len(parts) != self.rank:
            raise Mismatch
        return tuple(self._pair(part) for part in parts)

    def _pair(self, value: Any) -> tuple[int, int]:
        pair = elements(value)
        if pair is None:
            pair = [value, value]
        try:
            before, after = (IntRule(0).accept(extent) for extent in pair)
        except (Mismatch, ValueError):
            raise Mismatch from None
        return before, after


Margins1 = Annotated["tuple[tuple[int, int], ...]", MarginsRule(1)]
Margins2 = Annotated["tuple[tuple[int, int], ...]", MarginsRule(2)]
Margins3 = Annotated["tuple[tuple[int, int], ...]", MarginsRule(3)]
