"""What Keras 2's optimizers could do and Keras 3's cannot."""

from __future__ import annotations

import inspect
from typing import Any

import keras
from keras import ops

from rkeras_py.compat.backend import outside
from rkeras_py.convert.describe import describe
from rkeras_py.convert.rates import LearningRateRule
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.signatures import argument_names, reject_unused
from rkeras_py.keras_private.optimizers import Clips, change_rate, rate_of, set_rate


def make(cls: Any, given: dict[str, Any]) -> Any:
    """An optimizer of the Keras class ``cls`` from arguments of Keras 2 and of Keras 3.

    ``lr`` is the learning rate. ``decay`` divides it by ``1 + decay * iterations`` at every
    batch. ``clipvalue`` may be given with ``clipnorm`` or ``global_clipnorm``. ``epsilon`` may
    be ``None``: Keras's own small number.

    Raises:
        ArgumentError: an argument that the optimizer does not have or cannot use.
    """
    arguments = dict(given)
    if "lr" in arguments:
        usual = inspect.signature(cls).parameters["learning_rate"].default
        if arguments.get("learning_rate") not in (None, usual):
            raise ArgumentError("`lr` and `learning_rate` are the same: give one of them.")
        arguments["learning_rate"] = _rate(arguments.pop("lr"))
    decay = _decay(arguments)
    known = {*argument_names(cls), "jit_compile"}
    reject_unused({n: v for n, v in arguments.items() if n not in known})
    # Keras 2's optimizers compiled themselves with XLA; in Keras 3 that is compile()'s.
    arguments.pop("jit_compile", None)
    if arguments.get("epsilon", 0) is None:
        arguments["epsilon"] = keras.config.epsilon()
    cls = _clipping(cls, arguments)
    if not decay:
        return cls(**arguments)
    rate = arguments["learning_rate"]
    # with a schedule Keras keeps no variable for the rate, so what is saved fits what is loaded
    optimizer = cls(**{**arguments, "learning_rate": _schedule(rate, decay)})
    decay_rate(optimizer, rate, decay)
    return optimizer


def _rate(value: Any) -> Any:
    rule = LearningRateRule()
    try:
        return rule.accept(value)
    except Mismatch:
        raise ArgumentError(f"`lr` must be {rule.name}, not {describe(value)}.") from None


def _decay(arguments: dict[str, Any]) -> float:
    """The decay, taken out of the arguments; 0 where there is none."""
    decay = arguments.pop("decay", None)
    if decay is None:
        return 0.0
    if isinstance(decay, bool) or not isinstance(decay, (int, float)) or not decay >= 0:
        raise ArgumentError(f"`decay` must be a number of at least 0, not {describe(decay)}.")
    if decay and not isinstance(arguments.get("learning_rate"), (int, float)):
        raise ArgumentError("`decay` needs a number as `learning_rate`, not a schedule.")
    return float(decay)


def _schedule(rate: float, decay: float) -> Any:
    return keras.optimizers.schedules.InverseTimeDecay(
        float(rate), decay_steps=1, decay_rate=float(decay)
    )


def decay_rate(optimizer: Any, rate: float, decay: float) -> None:
    """Have this optimizer divide its learning rate by ``1 + decay * iterations``.

    As in Keras 2, the learning rate that is read and set is the one before the division, so
    that callbacks go on steering it. Only this object is changed; what is saved of it is an
    optimizer of Keras's own with its schedule ``InverseTimeDecay``.
    """
    base = outside.variable(
        rate, trainable=False, name="learning_rate", aggregation="only_first_replica"
    )
    get_config = optimizer.get_config

    def decayed(learning_rate: Any) -> Any:
        passed = ops.cast(optimizer.iterations, base.dtype)
        return ops.divide(learning_rate, 1.0 + decay * passed)

    def config_with_schedule() -> dict[str, Any]:
        config: dict[str, Any] = get_config()
        schedule = _schedule(config["learning_rate"], decay)
        config["learning_rate"] = keras.optimizers.schedules.serialize(schedule)
        return config

    set_rate(optimizer, base)
    # past Keras's own __setattr__, which would track them
    change_rate(optimizer, decayed)
    object.__setattr__(optimizer, "get_config", config_with_schedule)


def restore_decay(optimizer: Any) -> None:
    """Have an optimizer that was saved with a decay work by ``decay_rate`` again."""
    schedule = rate_of(optimizer)
    if isinstance(schedule, keras.optimizers.schedules.InverseTimeDecay) and (
        schedule.decay_steps == 1 and not schedule.staircase
    ):
        decay_rate(optimizer, schedule.initial_learning_rate, schedule.decay_rate)


class ClipsByValueToo(Clips):
    """Clips gradients by norm first and by value then; Keras 3 refuses to do both."""

    clipvalue: float

    def __init__(self, *args: Any, clipvalue: float, **options: Any) -> None:
        super().__init__(*args, **options)
        self.clipvalue = clipvalue

    def clipped(self, gradients: list[Any]) -> list[Any]:
        limit = self.clipvalue
        return [g if g is None else ops.clip(g, -limit, limit) for g in gradients]


def _with_both(cls: Any) -> Any:
    both = type(
        f"{cls.__name__}ClippedByValueToo", (ClipsByValueToo, cls), {"__module__": __name__}
    )
    return keras.saving.register_keras_serializable("rkeras_py")(both)


# all of them at once, so that a saved one is found again
_CLIPPED_TWICE = {
    name: _with_both(getattr(keras.optimizers, name))
    for name in ("Adadelta", "Adagrad", "Adam", "Adamax", "Ftrl", "Nadam", "RMSprop", "SGD")
}


def _clipping(cls: Any, arguments: dict[str, Any]) -> Any:
    """``cls``, or its variant that clips by norm and by value where both are asked for."""
    by_norm = [n for n in ("clipnorm", "global_clipnorm") if arguments.get(n) is not None]
    if len(by_norm) > 1:
        raise ArgumentError("`clipnorm` and `global_clipnorm` cannot be given together.")
    both = bool(by_norm) and arguments.get("clipvalue") is not None
    return _CLIPPED_TWICE[cls.__name__] if both else cls
