"""Learning rate schedules against their formulas."""

from __future__ import annotations

import math

import keras
import numpy as np
import pytest

from rkeras_py.api import optimizers
from rkeras_py.api import schedules as api
from rkeras_py.convert.rule import ArgumentError

STEPS = [0, 1, 5, 10, 11, 19, 20, 45, 100]


def cosine(share):
    return (1 + math.cos(math.pi * share)) / 2


def restarts(step, first=10, t_mul=2.0, m_mul=0.5, alpha=0.1):
    """Fall by fall: which one the step is in, and how far."""
    length, height, begun = first, 1.0, 0.0
    while step >= begun + length:
        begun += length
        length *= t_mul
        height *= m_mul
    return (1 - alpha) * height * cosine((step - begun) / length) + alpha


def polynomial(step, cycle):
    steps = 10.0
    if cycle:
        steps *= max(1, math.ceil(step / steps))
    step = min(step, steps)
    return (0.2 - 0.01) * (1 - step / steps) ** 2 + 0.01


CASES = {
    "cosine": (
        api.learning_rate_schedule_cosine_decay(0.2, 20, alpha=0.1),
        lambda s: 0.2 * (0.9 * cosine(min(s, 20) / 20) + 0.1),
    ),
    "restarts": (
        api.learning_rate_schedule_cosine_decay_restarts(0.2, 10, m_mul=0.5, alpha=0.1),
        lambda s: 0.2 * restarts(s),
    ),
    "exponential": (
        api.learning_rate_schedule_exponential_decay(0.2, 10, 0.5),
        lambda s: 0.2 * 0.5 ** (s / 10),
    ),
    "exponential staircase": (
        api.learning_rate_schedule_exponential_decay(0.2, 10, 0.5, staircase=True),
        lambda s: 0.2 * 0.5 ** (s // 10),
    ),
    "inverse": (
        api.learning_rate_schedule_inverse_time_decay(0.2, 10, 0.5),
        lambda s: 0.2 / (1 + 0.5 * s / 10),
    ),
    "inverse staircase": (
        api.learning_rate_schedule_inverse_time_decay(0.2, 10, 0.5, staircase=True),
        lambda s: 0.2 / (1 + 0.5 * (s // 10)),
    ),
    "piecewise": (
        api.learning_rate_schedule_piecewise_constant_decay([10.0, 20.0], [1, 0.5, 0.25]),
        lambda s: 1 if s <= 10 else 0.5 if s <= 20 else 0.25,
    ),
    "polynomial": (
        api.learning_rate_schedule_polynomial_decay(0.2, 10, 0.01, power=2),
        lambda s: polynomial(s, False),
    ),
    "polynomial cycle": (
        api.learning_rate_schedule_polynomial_decay(0.2, 10, 0.01, power=2, cycle=True),
        lambda s: polynomial(s, True),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_rates_follow_the_formula(name):
    schedule, formula = CASES[name]
    found = [float(schedule(step)) for step in STEPS]
    np.testing.assert_allclose(found, [formula(step) for step in STEPS], rtol=1e-5, atol=1e-8)


def test_warm_up_of_the_cosine():
    schedule = api.learning_rate_schedule_cosine_decay(
        0.0, 20, warmup_target=0.4, warmup_steps=10, name="warm"
    )
    assert schedule.name == "warm"
    np.testing.assert_allclose([float(schedule(s)) for s in (0, 5, 10)], [0, 0.2, 0.4], rtol=1e-6)
    np.testing.assert_allclose(float(schedule(20)), 0.4 * cosine(0.5), rtol=1e-6)


def test_an_optimizer_steps_by_its_schedule():
    schedule = api.learning_rate_schedule_exponential_decay(1.0, 1, 0.5)
    optimizer = optimizers.optimizer_sgd(learning_rate=schedule)
    variable = keras.Variable([10.0])
    values = []
    for _ in range(4):
        optimizer.apply([keras.ops.convert_to_tensor([1.0])], [variable])
        values.append(float(variable.numpy()[0]))
    assert values == [9.0, 8.5, 8.25, 8.125]


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (
            lambda: api.learning_rate_schedule_piecewise_constant_decay([1, 2], [1, 2]),
            "`values` must have one element more than `boundaries`, 3, not 2.",
        ),
        (
            lambda: api.learning_rate_schedule_piecewise_constant_decay([2, 1], [1, 2, 3]),
            "`boundaries` must be in ascending order.",
        ),
        (
            lambda: api.learning_rate_schedule_cosine_decay(0.1, 0),
            "`decay_steps` must be a whole number of at least 1, not 0.",
        ),
        (
            lambda: api.learning_rate_schedule_exponential_decay(0.1, 1, 0.5, rate=1),
            "unused argument (rate = 1)",
        ),
        (
            lambda: api.learning_rate_schedule_exponential_decay(0.1, 1, 0.5, False, 7),
            "unused argument (7)",
        ),
    ],
)
def test_bad_arguments(call, text):
    with pytest.raises(ArgumentError) as error:
        call()
    assert str(error.value) == text
