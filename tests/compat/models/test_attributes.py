"""Attributes that scripts read from Keras 2's objects."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

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


def test_shapes_and_types_of_tensors_are_tensorflow_s() -> None:
    made = model()
    for tensor, shape in ((made.inputs[0], [None, 3]), (made.layers[0].kernel, [3, 2])):
        assert attributes.get(tensor, "shape").as_list() == shape
        assert attributes.get(tensor, "get_shape")().rank == 2
        assert attributes.get(tensor, "dtype").name == "float32"
    assert made.inputs[0].shape == (None, 3) and made.layers[0].kernel.dtype == "float32"


def test_names_of_weights_begin_with_their_layers() -> None:
    x = keras.Input((3, 4))
    outer = keras.Model(x, keras.layers.GRU(2, name="memory")(keras.layers.Dense(4, name="in")(x)))
    sequential = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="conv")])
    names = [attributes.get(w, "name") for w in [*outer.weights, *sequential.weights]]
    assert names == [
        "in/kernel:0", "in/bias:0", "memory/gru_cell/kernel:0",
        "memory/gru_cell/recurrent_kernel:0", "memory/gru_cell/bias:0",
        "conv/kernel:0", "conv/bias:0",
    ]  # fmt: skip


def test_names_of_inputs_and_outputs() -> None:
    x, y = keras.Input((3,), name="a"), keras.Input((3,), name="b")
    two = keras.Model([x, y], keras.layers.Add(name="sum")([x, y]))
    assert attributes.get(two, "input_names") == ["a", "b"]
    assert attributes.get(two, "output_names") == ["sum"]
    one = keras.Sequential([keras.Input((3,), name="start"), keras.layers.Dense(2, name="end")])
    assert attributes.get(one, "input_names") == ["start"]
    assert attributes.get(one, "output_names") == ["end"]
    assert attributes.get(keras.Sequential(), "input_names") == []


def test_there_are_no_names_of_measures_before_there_are_any() -> None:
    assert attributes.get(model(), "metrics_names") == []


def test_a_traced_call_learns_when_the_weights_come_later() -> None:
    class Made(keras.Model):
        def __init__(self) -> None:
            super().__init__()
            self.dense = keras.layers.Dense(1, kernel_initializer="ones")

        def call(self, x):
            return self.dense(x)

    made, x = Made(), tf.constant([[1.0, 2.0]])
    function = tf.function(made.call)
    attributes.set(made, "call", function)
    for _ in range(2):
        with tf.GradientTape() as tape:
            loss = made(x)[0, 0]
        gradients = tape.gradient(loss, made.trainable_variables)
        np.testing.assert_array_equal(gradients[0], [[1], [2]])
        assert float(loss) == 3
    assert function.experimental_get_tracing_count() == 1
    made.dense.kernel.assign([[0], [0]])
    assert float(made(x)[0, 0]) == 0
