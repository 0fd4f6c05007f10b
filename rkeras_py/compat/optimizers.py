"""Optimizer arguments of Keras 2 on Keras 3."""

from __future__ import annotations

import inspect
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError

#: Former name -> today's.
RENAMED = {"lr": "learning_rate"}


def modern_arguments(cls: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Arguments for the Keras 3 class ``cls`` that mean what they meant in Keras 2.

    ``lr`` is the learning rate. ``decay`` divides it by ``1 + decay * iterations`` at every
    batch (Keras 2's documented rule for its optimizers), as a schedule of Keras's own, so that
    saved models load without this package.

    Raises:
        ArgumentError: an argument that the optimizer does not have, or ``decay`` below 0.
    """
    import keras

    arguments = dict(given)
    for old, new in RENAMED.items():
        if old in arguments:
            arguments[new] = arguments.pop(old)
    decay = arguments.pop("decay", None)
    if decay:
        if isinstance(decay, bool) or not isinstance(decay, (int, float)) or decay < 0:
            raise ArgumentError(f"`decay` must be a number of at least 0, not {describe(decay)}.")
        rate = arguments.get("learning_rate")
        if not isinstance(rate, (int, float)):
            raise ArgumentError("`decay` needs a number as `learning_rate`, not a schedule.")
        arguments["learning_rate"] = keras.optimizers.schedules.InverseTimeDecay(
            float(rate), decay_steps=1, decay_rate=float(decay)
        )
    known = set(inspect.signature(cls.__init__).parameters)
    known |= set(inspect.signature(_base().__init__).parameters)
    for name in list(arguments):
        if name in known or name == "jit_compile":
            continue
        raise ArgumentError(f"unused argument ({name} = {describe(arguments[name])})")
    # Keras 2's optimizers compiled themselves with XLA; in Keras 3 that is compile()'s.
    arguments.pop("jit_compile", None)
    if "amsgrad" not in inspect.signature(cls.__init__).parameters:
        arguments.pop("amsgrad", None)
    return {n: v for n, v in arguments.items() if not (n == "ema_overwrite_frequency" and v is None)}


def _base() -> Any:
    from keras.src.optimizers.base_optimizer import BaseOptimizer

    return BaseOptimizer
