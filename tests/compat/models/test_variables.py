"""Variables of TensorFlow as weights; tests/r/test-custom-variables.R trains and saves them."""

from __future__ import annotations

from typing import Any

import keras
import pytest
import tensorflow as tf

from rkeras_py.compat.models import variables


class Layer(variables.TracksVariables, keras.layers.Layer):  # type: ignore[misc]
    pass


@pytest.fixture
def layer() -> Any:
    return Layer()


def test_a_weight_shares_the_values_of_its_variable(layer: Any) -> None:
    layer.w = tf.Variable([1.0, 2.0], name="slope")
    layer.trainable_weights[0].assign([3.0, 4.0])
    assert layer.w.numpy().tolist() == [3.0, 4.0]
    assert [weight.name for weight in layer.weights] == ["slope"]


def test_paths_are_those_of_attributes(layer: Any) -> None:
    one = tf.Variable(1.0)
    layer.parts = [one, {"a": tf.Variable(2.0, trainable=False)}]
    layer.again = one
    assert list(variables.paths_of(layer)) == ["parts/0", "parts/1/a", "again"]
    assert len(layer.weights) == 2 and len(layer.non_trainable_weights) == 1
    layer.parts = None
    assert len(layer.weights) == 1  # the other attribute has it, too
    layer.again = None
    assert layer.weights == []
