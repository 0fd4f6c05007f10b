"""The state of optimizers: rates, slots and gradients."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.keras_private import optimizers


def test_slots_hold_what_the_formulas_say() -> None:
    adam = keras.optimizers.Adam(0.1, beta_1=0.75, beta_2=0.5)
    weight = keras.Variable([1.0, 2.0])
    assert optimizers.slot_of(adam, "Adam", "momentums") == []  # before it is built
    adam.apply([keras.ops.array([2.0, 4.0])], [weight])
    np.testing.assert_allclose(optimizers.slot_of(adam, "Adam", "momentums")[0], [0.5, 1.0])
    np.testing.assert_allclose(optimizers.slot_of(adam, "Adam", "velocities")[0], [2.0, 8.0])
    assert optimizers.slot_of(adam, "Adam", "velocity_hats") == []
    assert optimizers.number_of_weights(adam) == 1
    with pytest.raises(KeyError):
        optimizers.slot_of(adam, "Adam", "größe")


def test_rates_and_schedules() -> None:
    schedule = keras.optimizers.schedules.ExponentialDecay(0.5, 1, 0.5)
    assert optimizers.rate_of(keras.optimizers.SGD(schedule)) is schedule
    sgd = keras.optimizers.SGD(0.5)
    rate = keras.Variable(0.25, trainable=False)
    count = len(sgd.variables)
    optimizers.set_rate(sgd, rate)
    assert optimizers.rate_of(sgd) is rate and len(sgd.variables) == count
    weight = keras.Variable(1.0)
    sgd.apply([keras.ops.array(2.0)], [weight])
    assert float(weight.value) == 0.5


def test_the_product_of_momenta() -> None:
    nadam = keras.optimizers.Nadam()
    nadam.build([keras.Variable(1.0)])
    assert float(optimizers.momentum_product(nadam).value) == 1
    nadam.apply([keras.ops.array(1.0)])
    expected = 0.9 * (1 - 0.5 * 0.96)
    assert float(optimizers.momentum_product(nadam).value) == pytest.approx(expected)


def test_gradients_that_keras_has_clipped() -> None:
    class Doubled(optimizers.Clips, keras.optimizers.SGD):
        def clipped(self, gradients):
            return [gradient * 2 for gradient in gradients]

    weight = keras.Variable([3.0, 4.0])
    Doubled(1.0, clipnorm=5.0).apply([keras.ops.array([30.0, 40.0])], [weight])
    np.testing.assert_allclose(weight.value, [-3, -4], rtol=1e-6)
