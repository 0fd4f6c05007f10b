"""Shapes, and sizes for all or for each dimension."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import IntRule, unwrap


def elements(value: Any) -> list[Any] | None:
    """The elements of a vector, list, tuple or one-dimensional array; ``None`` for others."""
    value = unwrap(value)
    if isinstance(value, (list, tuple)):
        return list(value)
    if getattr(value, "ndim", None) == 1:
        array = (
            value.numpy() if hasattr(value, "numpy") else value
        )  # such as the result of k_shape()
        return list(array.tolist()) if hasattr(array, "tolist") else None
    if hasattr(value, "as_list"):
        return list(value.as_list())
    return None


class Extents(tuple[Any, ...]):
    """A shape where there is no TensorFlow: its ``TensorShape``, as far as scripts use it."""

    def __new__(cls, extents: Any) -> Extents:
        shape = super().__new__(cls, extents or ())
        shape.rank = None if extents is None else len(shape)
        return shape

    rank: int | None

    def as_list(self) -> list[int | None]:
        """The extents; ``None`` where they are open."""
        return list(self)

    def merge_with(self, other: Any) -> Extents:
        """The shape with what is known of either.

        Raises:
            ArgumentError: they contradict each other.
        """
        if self.rank is None or other.rank is None:
            return Extents(other if self.rank is None else self)
        pairs = list(zip(self, other, strict=False))
        if self.rank != other.rank or any(
            None not in pair and pair[0] != pair[1] for pair in pairs
        ):
            raise ArgumentError(f"the shapes {self} and {other} do not fit together.")
        return Extents([a if b is None else b for a, b in pairs])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Extents) and None in (self.rank, other.rank):
            return self.rank == other.rank
        return tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = tuple.__hash__

    def __repr__(self) -> str:
        extents = "<unknown>" if self.rank is None else ", ".join(map(str, self))
        return f"Shape({extents})"

    __str__ = __repr__


class ShapeRule(Rule):
    """Extents without the batch; ``NULL`` or ``NA`` means open, a number n means c(n)."""

    name = "a shape (whole numbers of at least 0, such as c(28, 28); NULL for an open dimension)"
    takes_na = True

    def accept(self, value: Any) -> tuple[int | None, ...]:
        extents = elements(value)
        if extents is None:
            extents = [value]
        return tuple(self._extent(extent) for extent in extents)

    def _extent(self, value: Any) -> int | None:
        from rkeras_py.convert.na import is_na

        if value is None or is_na(value):
            return None
        try:
            return IntRule(0).accept(value)
        except Mismatch:
            raise Mismatch from None


class TargetShapeRule(Rule):
    """Extents of a new array; one may be -1 and is computed from the others."""

    name = "whole numbers, such as c(60000, 784); one may be -1 (or NA) and is computed"
    takes_na = True

    def accept(self, value: Any) -> tuple[int, ...]:
        from rkeras_py.convert.na import is_na

        extents = elements(value)
        if extents is None:
            extents = [value]
        try:
            shape = tuple(
                -1 if extent is None or is_na(extent) else IntRule(-1).accept(extent)
                for extent in extents
            )
        except Mismatch:
            raise Mismatch from None
        if shape.count(-1) > 1:
            raise Mismatch
        return shape


class SizesRule(Rule):
    """A size for all ``rank`` dimensions, or one for each."""

    def __init__(self, rank: int, least: int = 1) -> None:
        self.rank, self.least = rank, least
        each = f", or {rank} of them" if rank > 1 else ""
        self.name = f"a whole number of at least {least}{each}"

    def accept(self, value: Any) -> int | tuple[int, ...]:
        one = IntRule(self.least)
        several = elements(value)
        try:
            if several is None or len(several) == 1:
                return one.accept(value if several is None else several[0])
            if len(several) == self.rank:
                return tuple(one.accept(size) for size in several)
        except Mismatch:
            pass
        raise Mismatch


Shape = Annotated["int | tuple[int | None, ...] | list[int | None]", ShapeRule()]
TargetShape = Annotated["tuple[int, ...]", TargetShapeRule()]
Sizes1 = Annotated["int | tuple[int, ...]", SizesRule(1)]
Sizes2 = Annotated["int | tuple[int, ...]", SizesRule(2)]
Sizes3 = Annotated["int | tuple[int, ...]", SizesRule(3)]
Extras1 = Annotated["int | tuple[int, ...]", SizesRule(1, least=0)]
Extras2 = Annotated["int | tuple[int, ...]", SizesRule(2, least=0)]
Extras3 = Annotated["int | tuple[int, ...]", SizesRule(3, least=0)]
