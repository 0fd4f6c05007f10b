"""Integers that are positions or labels."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.tensors import TensorRule


class WholeRule(Rule):
    """A tensor unchanged, or R numbers as an array of integers, truncated."""

    name = "a tensor, or whole numbers: a vector, a matrix or an array"

    def accept(self, value: Any) -> Any:
        import numpy as np

        try:
            value = TensorRule(exact=True).accept(value)
        except Mismatch:
            raise Mismatch from None
        if is_tensor(value):
            return value
        numbers = np.asarray(value)
        if numbers.dtype.kind == "b" or not np.isfinite(numbers).all():
            raise Mismatch
        return self.from_r(numbers.astype("int32"))

    def from_r(self, numbers: Any) -> Any:
        return numbers


class PositionsRule(WholeRule):
    """Positions: those that are R numbers start at 1; those in a tensor start at 0."""

    name = "a tensor, or positions: whole numbers of at least 1"

    def from_r(self, numbers: Any) -> Any:
        if (numbers < 1).any():
            raise ArgumentError(
                f"{{argument}} must be positions, which start at 1, not {numbers.min()}."
            )
        return numbers - 1


Whole = Annotated[Any, WholeRule()]
Positions = Annotated[Any, PositionsRule()]
