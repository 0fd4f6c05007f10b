"""Variables and their values."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.tensors import TensorRule


def is_variable(value: Any) -> bool:
    """Whether it is a variable of Keras or TensorFlow."""
    return hasattr(value, "assign") and hasattr(value, "shape")


class VariableRule(Rule):
    name = "a variable, as returned by k_variable()"

    def accept(self, value: Any) -> Any:
        if not is_variable(value):
            raise Mismatch
        return value


class VariablesRule(Rule):
    name = "a list of variables or tensors"

    def accept(self, value: Any) -> list[Any]:
        values = list(value) if isinstance(value, (list, tuple)) else [value]
        try:
            return [TensorRule().accept(part) for part in values]
        except Mismatch:
            raise Mismatch from None


class AssignmentsRule(Rule):
    """Pairs of a variable and its value."""

    name = "a list of pairs: list(list(variable, value), ...)"

    def accept(self, value: Any) -> list[tuple[Any, Any]]:
        if not isinstance(value, (list, tuple)):
            raise Mismatch
        pairs = []
        for pair in value:
            if not isinstance(pair, (list, tuple)) or len(pair) != 2 or not is_variable(pair[0]):
                raise Mismatch
            try:
                pairs.append((pair[0], TensorRule(exact=True).accept(pair[1])))
            except Mismatch:
                raise Mismatch from None
        return pairs


Variable = Annotated[Any, VariableRule()]
Variables = Annotated["list[Any]", VariablesRule()]
Assignments = Annotated["list[tuple[Any, Any]]", AssignmentsRule()]
