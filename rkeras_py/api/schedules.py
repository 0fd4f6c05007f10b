"""Learning rate schedules."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Float, NonNegative, Size
from rkeras_py.convert.signatures import reject_unknown, reject_unused
from rkeras_py.convert.tensors import NumbersRule
from rkeras_py.registry.arguments import arguments_of, unnamed
from rkeras_py.registry.define import export

F = TypeVar("F", bound=Callable[..., Any])

Numbers = Annotated["float | list[float]", NumbersRule()]


def _schedule(keras_name: str) -> Callable[[F], F]:
    """Decorator of a function that creates a Keras schedule, which can be called with a step."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(*args: Any, **kwargs: Any) -> Any:
            import keras

            cls = getattr(keras.optimizers.schedules, keras_name)
            arguments = arguments_of(function, args, kwargs)
            if arguments["name"] is None:
                del arguments["name"]
            reject_unused({}, unnamed(function, args, kwargs))
            reject_unknown(cls, arguments)
            return cls(**arguments)

        return export(family="learning_rate_schedule", call=make)(function)

    return decorate


@_schedule("CosineDecay")
def learning_rate_schedule_cosine_decay(
    initial_learning_rate: NonNegative,
    decay_steps: Size,
    alpha: Float = 0.0,
    *more: Any,
    name: str | None = None,
    **options: Any,
) -> Any:
    """Cosine decay learning rate schedule.

    With ``t <- min(step, decay_steps) / decay_steps`` the rate is ``initial_learning_rate * ((1 -
    alpha) * (1 + cos(pi * t)) / 2 + alpha)``.

    Args:
        initial_learning_rate: Initial learning rate.
        decay_steps: Number of steps of the decay.
        alpha: Final learning rate, as a fraction of the initial one.
        more, options: ``warmup_target`` and ``warmup_steps``: the rate first increases to that
            target, in this number of steps.

    Example:
        schedule <- learning_rate_schedule_cosine_decay(0.1, decay_steps = 1000)
        optimizer_sgd(learning_rate = schedule)
    """


@_schedule("CosineDecayRestarts")
def learning_rate_schedule_cosine_decay_restarts(
    initial_learning_rate: NonNegative,
    first_decay_steps: Size,
    t_mul: Float = 2.0,
    m_mul: Float = 1.0,
    alpha: Float = 0.0,
    *more: Any,
    name: str | None = None,
    **options: Any,
) -> Any:
    """Cosine decay learning rate schedule with restarts.

    The rate decays along half a cosine, as in ``learning_rate_schedule_cosine_decay()``, then
    starts again.

    Args:
        initial_learning_rate: Initial learning rate.
        first_decay_steps: Number of steps of the first decay.
        t_mul: Factor of the number of steps after each restart.
        m_mul: Factor of the initial rate after each restart.
        alpha: Final learning rate of a decay, as a fraction of the initial one.

    Example:
        schedule <- learning_rate_schedule_cosine_decay_restarts(0.1, first_decay_steps = 100)
        optimizer_sgd(learning_rate = schedule)
    """


@_schedule("ExponentialDecay")
def learning_rate_schedule_exponential_decay(
    initial_learning_rate: NonNegative,
    decay_steps: Size,
    decay_rate: Float,
    staircase: bool = False,
    *more: Any,
    name: str | None = None,
    **options: Any,
) -> Any:
    """Exponential decay learning rate schedule.

    The rate is ``initial_learning_rate * decay_rate ^ (step / decay_steps)``.

    Args:
        initial_learning_rate: Initial learning rate.
        decay_steps: Number of steps in which the rate is multiplied by ``decay_rate`` once.
        decay_rate: Factor of the rate.
        staircase: Whether the rate decreases in discrete steps: the exponent is rounded down.

    Example:
        schedule <- learning_rate_schedule_exponential_decay(0.1, 100, decay_rate = 0.9)
        optimizer_sgd(learning_rate = schedule)
    """


@_schedule("InverseTimeDecay")
def learning_rate_schedule_inverse_time_decay(
    initial_learning_rate: NonNegative,
    decay_steps: Size,
    decay_rate: Float,
    staircase: bool = False,
    *more: Any,
    name: str | None = None,
    **options: Any,
) -> Any:
    """Inverse time decay learning rate schedule.

    The rate is ``initial_learning_rate / (1 + decay_rate * step / decay_steps)``.

    Args:
        initial_learning_rate: Initial learning rate.
        decay_steps: Number of steps in which the divisor increases by ``decay_rate`` once.
        decay_rate: Increase of the divisor.
        staircase: Whether the rate decreases in discrete steps: ``step / decay_steps`` is rounded
            down.

    Example:
        schedule <- learning_rate_schedule_inverse_time_decay(0.1, 1, decay_rate = 0.5)
        optimizer_sgd(learning_rate = schedule)
    """


@_schedule("PiecewiseConstantDecay")
def learning_rate_schedule_piecewise_constant_decay(
    boundaries: Numbers,
    values: Numbers,
    *more: Any,
    name: str | None = None,
    **options: Any,
) -> Any:
    """Piecewise constant decay learning rate schedule.

    The rate is constant between the boundaries.

    Args:
        boundaries: Steps in increasing order. The first rate holds up to and including the first
            boundary, and so on.
        values: Learning rates: one more than there are boundaries.

    Example:
        schedule <- learning_rate_schedule_piecewise_constant_decay(c(100, 200), c(1, 0.5, 0.1))
        optimizer_sgd(learning_rate = schedule)
    """
    steps = boundaries if isinstance(boundaries, list) else [boundaries]
    rates = values if isinstance(values, list) else [values]
    if len(rates) != len(steps) + 1:
        raise ArgumentError(
            f"`values` must have one element more than `boundaries`, {len(steps) + 1}, "
            f"not {len(rates)}."
        )
    if steps != sorted(steps):
        raise ArgumentError("`boundaries` must be in ascending order.")
    whole = all(step == int(step) for step in steps)
    return {"boundaries": [int(step) for step in steps] if whole else steps, "values": rates}


@_schedule("PolynomialDecay")
def learning_rate_schedule_polynomial_decay(
    initial_learning_rate: NonNegative,
    decay_steps: Size,
    end_learning_rate: Float = 1e-4,
    power: Float = 1.0,
    cycle: bool = False,
    *more: Any,
    name: str | None = None,
    **options: Any,
) -> Any:
    """Polynomial decay learning rate schedule.

    The rate is ``(initial_learning_rate - end_learning_rate) * (1 - step / decay_steps) ^ power +
    end_learning_rate``, up to ``decay_steps``.

    Args:
        initial_learning_rate: Initial learning rate.
        decay_steps: Number of steps of the decay.
        end_learning_rate: Final learning rate.
        power: Power of the decay; 1 is linear.
        cycle: Whether to start again from a lower rate after ``decay_steps``: ``decay_steps`` is
            multiplied by the smallest number that makes it at least the step.

    Example:
        schedule <- learning_rate_schedule_polynomial_decay(0.1, decay_steps = 1000)
        optimizer_sgd(learning_rate = schedule)
    """
