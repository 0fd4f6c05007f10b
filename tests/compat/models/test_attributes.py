"""Attributes that scripts read from Keras 2's objects."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.compat.models import attributes


def model() -> keras.Model:
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
    made.compile(keras.optimizers.SGD(0.5), "mse", metrics=["mae"])
    return made


def test_the_rate_of_an_optimizer() -> None:
    optimizer = keras.optimizers.SGD(0.5)
    attributes.set(optimizer, "lr", 0.25)
    assert float(attributes.get(optimizer, "lr")) == 0.25 == float(optimizer.learning_rate)


def test_shapes_and_tensors() -> None:
    made = model()
    layer = made.layers[0]
    assert attributes.get(layer, "output_shape") == (None, 2)
    assert attributes.get(layer, "input_shape") == (None, 3)
    assert attributes.get(made, "output") is made.outputs[0]


def test_names_of_measures() -> None:
    made = model()
    made.evaluate(np.ones((2, 3)), np.ones((2, 2)), verbose=0)
    assert attributes.get(made, "metrics_names") == ["loss", "mae"]


def test_what_neither_has() -> None:
    for value in (model(), 3, "é"):
        with pytest.raises(AttributeError):
            attributes.get(value, "größe")
        assert attributes.find(value, "größe") is None
    assert attributes.get("é", "upper")() == "É"
