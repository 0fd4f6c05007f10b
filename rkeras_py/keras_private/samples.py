"""Small models and tensors on which the self-test calls the functions of this package."""

from __future__ import annotations

from typing import Any


def tensor() -> Any:
    """The output of a layer."""
    import keras

    return keras.layers.Dense(2)(keras.Input((3,)))


def functional() -> Any:
    import keras

    inputs = keras.Input((3,))
    return keras.Model(inputs, keras.layers.Dense(2)(inputs))


def sequential() -> Any:
    import keras

    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])


def trained() -> Any:
    """A model with a loss and a metric that has seen one batch."""
    import numpy

    model = functional()
    model.compile("sgd", "mse", metrics=["mae"])
    model.train_on_batch(numpy.ones((4, 3), "float32"), numpy.ones((4, 2), "float32"))
    return model
