"""Character vectors."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import StrRule
from rkeras_py.convert.shapes import elements


class StringsRule(Rule):
    """A character vector; a string is a vector of length one."""

    name = "a character vector"
    reads_default = True

    def accept(self, value: Any) -> list[str]:
        several = elements(value)
        try:
            return [StrRule().accept(part) for part in ([value] if several is None else several)]
        except Mismatch:
            raise Mismatch from None


Strings = Annotated["list[str]", StringsRule()]
