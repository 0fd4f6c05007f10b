"""Inputs of layers that take several tensors."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.tensors import TensorRule


class OneOfSeveralRule(Rule):
    """A tensor, or an array with its dimensions."""

    name = "a tensor or an array"

    def accept(self, value: Any) -> Any:
        if not is_tensor(value) and not hasattr(value, "ndim"):
            raise Mismatch
        try:
            return TensorRule().accept(value)
        except Mismatch:
            raise Mismatch from None


class InputsRule(Rule):
    """Tensors or arrays, in a list with or without names; a single one is a list of one."""

    name = "a list of tensors"

    def accept(self, value: Any) -> list[Any] | dict[str, Any]:
        one = OneOfSeveralRule()
        try:
            if isinstance(value, dict) and value:
                return {name: one.accept(part) for name, part in value.items()}
            if isinstance(value, (list, tuple)) and value:
                return [one.accept(part) for part in value]
            return [one.accept(value)]
        except Mismatch:
            raise Mismatch from None


class AttendedRule(InputsRule):
    """Query, value and key, in this order or with these names."""

    name = "a list of two or three tensors: query, value and, if it differs, key"
    _names = ("query", "value", "key")

    def accept(self, value: Any) -> list[Any]:
        parts = super().accept(value)
        if isinstance(parts, dict):
            if set(parts) not in ({"query", "value"}, set(self._names)):
                raise ArgumentError(
                    f"{{argument}} must be {self.name}; its names are {', '.join(parts)}."
                )
            parts = [parts[name] for name in self._names if name in parts]
        if len(parts) not in (2, 3):
            raise Mismatch
        return parts


Inputs = Annotated[Any, InputsRule()]
Attended = Annotated["list[Any]", AttendedRule()]
