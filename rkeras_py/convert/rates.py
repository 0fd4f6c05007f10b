"""Learning rates."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch
from rkeras_py.convert.scalars import FloatRule


class LearningRateRule(FloatRule):
    """A number, a schedule, or a function without arguments."""

    def __init__(self) -> None:
        super().__init__(0)
        self.name = "a number of at least 0 or a learning rate schedule"

    def accept(self, value: Any) -> Any:
        if callable(value):
            return value
        try:
            return super().accept(value)
        except Mismatch:
            raise Mismatch from None


LearningRate = Annotated[Any, LearningRateRule()]
