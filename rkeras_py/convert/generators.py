"""Generators of batches."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule


class GeneratorRule(Rule):
    """Something that returns one batch after the other."""

    name = "a function without arguments, a generator or a dataset"

    def accept(self, value: Any) -> Any:
        if isinstance(value, (str, dict, list, tuple)) or type(value).__module__ == "numpy":
            raise Mismatch
        if not (callable(value) or hasattr(value, "__iter__") or hasattr(value, "__getitem__")):
            raise Mismatch
        return value


Generator = Annotated[Any, GeneratorRule()]
