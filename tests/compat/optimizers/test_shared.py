"""One optimizer for several models."""

from __future__ import annotations

import warnings

import keras
import numpy as np
import pytest

from rkeras_py.compat.optimizers import shared

X, Y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")


def model() -> keras.Model:
    made = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer="ones")])
    made.compile("sgd", "mse")
    return made


def test_a_second_model_gets_a_copy_with_a_warning() -> None:
    optimizer = keras.optimizers.Adam(0.25, name="mine")
    one, two = model(), model()
    assert shared.for_weights(optimizer, one.trainable_variables) is optimizer
    optimizer.build(one.trainable_variables)
    with pytest.warns(UserWarning, match='^the optimizer "mine" has been used'):
        copy = shared.for_weights(optimizer, two.trainable_variables)
    assert copy is not optimizer and float(copy.learning_rate) == 0.25
    copy.build(two.trainable_variables)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert shared.for_weights(optimizer, two.trainable_variables) is copy
        assert shared.for_weights(optimizer, one.trainable_variables[:1]) is optimizer


def test_gradients_of_weights_that_are_new_to_it() -> None:
    optimizer = keras.optimizers.SGD(0.5)
    weights = [keras.Variable([1.0, 2.0]), keras.Variable([3.0, 4.0])]
    gradient = np.ones(2, "float32")
    shared.apply_gradients(optimizer, [(gradient, weights[0])])
    with pytest.warns(UserWarning, match="has been used to train other weights"):
        shared.apply_gradients(optimizer, [(gradient, weights[1])])
    np.testing.assert_array_equal(weights[0], [0.5, 1.5])
    np.testing.assert_array_equal(weights[1], [2.5, 3.5])


def test_a_model_gets_its_own() -> None:
    one, two = model(), model()
    one.fit(X, Y, verbose=0)
    two.optimizer = one.optimizer
    with pytest.warns(UserWarning, match="has been used"):
        shared.own(two)
    assert two.optimizer is not one.optimizer
    two.fit(X, Y, verbose=0)
    shared.own(one)
    assert int(one.optimizer.iterations) == int(two.optimizer.iterations) == 1
