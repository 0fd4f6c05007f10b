"""Tensors, functions that return them, and lists of them."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.tensors import TensorRule


class BranchRule(Rule):
    """A tensor, or a function without arguments that returns one when it is needed."""

    name = "a tensor, or a function without arguments that returns one"

    def accept(self, value: Any) -> Any:
        if callable(value):
            return value
        try:
            return TensorRule().accept(value)
        except Mismatch:
            raise Mismatch from None


class ElementsRule(Rule):
    """What a function is mapped over: a tensor, or several tensors in parallel."""

    name = "a tensor or a list of tensors"

    def accept(self, value: Any) -> Any:
        one = TensorRule()
        try:
            if isinstance(value, (list, tuple)) and any(_has_axes(part) for part in value):
                return [one.accept(part) for part in value]
            return one.accept(value)
        except Mismatch:
            raise Mismatch from None


def _has_axes(value: Any) -> bool:
    """Whether it has axes, unlike an element of a vector."""
    return is_tensor(value) or hasattr(value, "shape") or isinstance(value, (list, tuple))


Branch = Annotated[Any, BranchRule()]
Elements = Annotated[Any, ElementsRule()]
