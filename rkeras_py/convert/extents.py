"""Shapes of new tensors; some extents may be known only when the model runs."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert import backends
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import FloatRule, IntRule
from rkeras_py.convert.shapes import elements


class ExtentsRule(Rule):
    """Extents including the batch: integers, or tensors such as ``k_shape(x)[1]``."""

    name = "a shape: whole numbers of at least 0, such as c(2, 3)"

    def accept(self, value: Any) -> Any:
        if is_tensor(value) and len(value.shape) == 1:
            return value
        extents = elements(value)
        if extents is None:
            extents = [value]
        try:
            return tuple(e if _is_extent(e) else IntRule(0).accept(e) for e in extents)
        except Mismatch:
            raise Mismatch from None


def _is_extent(value: Any) -> bool:
    if backends.is_open_extent(value):
        return True
    return is_tensor(value) and len(value.shape) == 0


class OneNumberRule(Rule):
    """A number, or a tensor with one number that may be known only when the model runs."""

    name = "a number, or a tensor with one number"

    def accept(self, value: Any) -> Any:
        if is_tensor(value):
            if len(value.shape):
                raise Mismatch
            return value
        try:
            return FloatRule().accept(value)
        except Mismatch:
            raise Mismatch from None


OneNumber = Annotated[Any, OneNumberRule()]
Extents = Annotated[Any, ExtentsRule()]
