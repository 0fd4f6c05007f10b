"""Features of Keras 2's optimizers that Keras 3's lack."""

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
    """Create an optimizer of the Keras class ``cls`` from arguments of Keras 2 and Keras 3.

    ``lr`` is the learning rate. ``decay`` divides it by ``1 + decay * iterations`` at every batch.
    ``clipvalue`` may be given with ``clipnorm`` or ``global_clipnorm``. ``epsilon`` may be
    ``None``: Keras's default.

    Raises:
        ArgumentError: the optimizer does not have an argument, or cannot use its value.
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
    # In Keras 2, optimizers compiled themselves with XLA; in Keras 3, compile() does this.
    arguments.pop("jit_compile", None)
    if arguments.get("epsilon", 0) is None:
        arguments["epsilon"] = keras.config.epsilon()
    cls = _clipping(cls, arguments)
    if not decay:
        return cls(**arguments)
    rate = arguments["learning_rate"]
    # with a schedule Keras has no variable for the rate, so the saved state fits the loaded
    # optimizer
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
    """Remove the decay from the arguments and return it; 0 if there is none."""
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
    """Make this optimizer divide its learning rate by ``1 + decay * iterations``.

    As in Keras 2, ``learning_rate`` is the value before the division, so that callbacks can control
    it. Only this object is changed; it is saved as Keras's optimizer with the schedule
    ``InverseTimeDecay``.
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
    # not by setattr(): Keras would track them
    change_rate(optimizer, decayed)
    object.__setattr__(optimizer, "get_config", config_with_schedule)


def restore_decay(optimizer: Any) -> None:
    """Make an optimizer that was saved with a decay use ``decay_rate`` again."""
    schedule = rate_of(optimizer)
    if isinstance(schedule, keras.optimizers.schedules.InverseTimeDecay) and (
        schedule.decay_steps == 1 and not schedule.staircase
    ):
        decay_rate(optimizer, schedule.initial_learning_rate, schedule.decay_rate)


class ClipsByValueToo(Clips):
    """Clips gradients by norm and then by value; Keras 3 refuses to do both."""

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


# all classes at import, so that saved optimizers can be loaded
_CLIPPED_TWICE = {
    name: _with_both(getattr(keras.optimizers, name))
    for name in ("Adadelta", "Adagrad", "Adam", "Adamax", "Ftrl", "Nadam", "RMSprop", "SGD")
}


def _clipping(cls: Any, arguments: dict[str, Any]) -> Any:
    """``cls``, or its variant that clips by norm and by value if both are given."""
    by_norm = [n for n in ("clipnorm", "global_clipnorm") if arguments.get(n) is not None]
    if len(by_norm) > 1:
        raise ArgumentError("`clipnorm` and `global_clipnorm` cannot be given together.")
    both = bool(by_norm) and arguments.get("clipvalue") is not None
    return _CLIPPED_TWICE[cls.__name__] if both else cls
