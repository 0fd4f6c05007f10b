"""Optimizers."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.api.families import optimizer
from rkeras_py.convert.scalars import Float, FloatRule, NonNegative, Size
from rkeras_py.convert.rule import Mismatch


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


@optimizer("SGD")
def optimizer_sgd(
    learning_rate: LearningRate = 0.01,
    momentum: NonNegative = 0.0,
    nesterov: bool = False,
    amsgrad: bool = False,
    weight_decay: Float | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Float = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "SGD",
    **more: Any,
) -> Any:
    """Stochastic gradient descent, with momentum.

    Args:
        learning_rate: Step size; ``lr`` is accepted too.
        momentum: Share of the previous step that is kept.
        nesterov: Whether the momentum is Nesterov's.

    Example:
        optimizer_sgd(learning_rate = 0.01, momentum = 0.9, nesterov = TRUE)
    """
