"""Arguments of callbacks."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.scalars import IntRule


class FrequencyRule(Rule):
    """How often something is done: a word, or a number of batches."""

    def __init__(self, *words: str) -> None:
        self.words = words
        choices = ", ".join(f'"{word}"' for word in words)
        self.name = f"{choices} or a whole number of at least 1"

    def accept(self, value: Any) -> Any:
        if value in self.words:
            return value
        try:
            return IntRule(1).accept(value)
        except Mismatch:
            raise Mismatch from None


class ProfileRule(Rule):
    """The batches to profile: none (0), one, or the first and the last."""

    name = "a whole number of at least 0, or two of them"

    def accept(self, value: Any) -> Any:
        try:
            if isinstance(value, (list, tuple)) and len(value) == 2:
                first, last = (IntRule(1).accept(part) for part in value)
                if first > last:
                    raise Mismatch
                return first, last
            return IntRule(0).accept(value)
        except Mismatch:
            raise Mismatch from None


SaveFrequency = Annotated[Any, FrequencyRule("epoch")]
UpdateFrequency = Annotated[Any, FrequencyRule("epoch", "batch")]
Profile = Annotated[Any, ProfileRule()]
