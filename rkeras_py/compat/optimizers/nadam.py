"""The Nadam optimizer of Keras before version 2.11."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from rkeras_py.keras_private.nadam import Nadam
from rkeras_py.keras_private.optimizers import momentum_product


def momentum(beta_1: float, pace: float, step: Any) -> Any:
    """The momentum of a step, numbered from 1: ``beta_1 * (1 - 0.96^(pace * step) / 2)``.

    Source: Dozat, Incorporating Nesterov momentum into Adam (2016), with 1/250 as the pace.
    """
    return beta_1 * (1.0 - 0.5 * ops.power(0.96, pace * ops.cast(step, "float32")))


@keras.saving.register_keras_serializable("rkeras_py")
class NadamOfKeras2(Nadam):
    """Nadam with a configurable pace of the momentum warm-up; in Keras the pace is 1.

    Args:
        schedule_decay: The pace.
        options: Options of Keras's Nadam.
    """

    def __init__(self, schedule_decay: float = 0.004, **options: Any) -> None:
        super().__init__(**options)
        self.schedule_decay = schedule_decay

    def momentum_of(self, step: Any) -> Any:
        return momentum(self.beta_1, self.schedule_decay, step)

    def update_step(self, gradient: Any, variable: Any, learning_rate: Any) -> None:
        kind = variable.dtype
        rate, gradient = ops.cast(learning_rate, kind), ops.cast(gradient, kind)
        now = ops.cast(self.momentum_of(self.iterations + 1), kind)
        later = ops.cast(self.momentum_of(self.iterations + 2), kind)
        product = ops.cast(momentum_product(self), kind)
        m, v = self.state_of(variable)
        self.assign(m, self.beta_1 * m + (1 - self.beta_1) * gradient)
        self.assign(v, self.beta_2 * v + (1 - self.beta_2) * ops.square(gradient))
        ahead = later * m / (1 - product * later) + (1 - now) * gradient / (1 - product)
        passed = ops.cast(self.iterations + 1, kind)
        spread = ops.sqrt(v / (1 - ops.power(ops.cast(self.beta_2, kind), passed)))
        self.assign_sub(variable, rate * ahead / (spread + self.epsilon))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "schedule_decay": self.schedule_decay}
