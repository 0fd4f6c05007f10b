"""Layers of tf_keras in models of Keras 3, with a stand-in for the package."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from rkeras_py.api.layers.custom import create_layer
from rkeras_py.api.training import training
from rkeras_py.compat.layers import of_tf_keras

X = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]], "float32")


class Layer(tf.Module):
    """What this package uses of a layer of tf_keras."""

    def __init__(self, name: str | None = None, trainable: bool = True) -> None:
        super().__init__(name=name)
        self.trainable, self.dtype, self.built = trainable, "float32", False
        self.losses: list[Any] = []

    def __call__(self, inputs: Any, **named: Any) -> Any:
        self.losses = []
        return self.call(inputs, **named)


class Scaled(Layer):
    """Multiplies by a weight for each column; the sum of the weights is a loss."""

    def __init__(self, start: float, **named: Any) -> None:
        super().__init__(**named)
        self.start = start

    def build(self, shape: tf.TensorShape) -> None:
        self.scale = tf.Variable(tf.fill([shape[-1]], self.start), name="scale")
        self.offset = tf.Variable(0.0, trainable=False, name="offset")

    @property
    def weights(self) -> list[Any]:
        return [self.scale, self.offset]

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        self.losses = [tf.reduce_sum(self.scale)]
        return inputs * self.scale + self.offset + (100.0 if training else 0.0)


class Distribution:
    """Becomes a tensor which knows it, as TensorFlow Probability's do."""

    def __init__(self, mean: Any) -> None:
        self.mean = mean
        self.value = mean + 1.0
        self.value._tfp_distribution = self


tf.register_tensor_conversion_function(
    Distribution, lambda value, dtype=None, name=None, as_ref=False: value.value
)


class Around(Layer):
    weights = ()

    def build(self, shape: tf.TensorShape) -> None:
        pass

    def call(self, inputs: Any) -> Any:
        return Distribution(inputs)


@pytest.fixture(autouse=True)
def package(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("tf_keras.layers")
    module.Layer = Layer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tf_keras.layers", module)


def test_its_weights_and_losses_are_those_of_the_model() -> None:
    model = keras.Sequential([keras.Input((2,))])
    create_layer(Scaled, model, {"start": 2.0, "name": "scaled"})
    layer = model.layers[0]
    assert (layer.name, type(layer).__name__) == ("scaled", "Scaled")
    assert [len(model.trainable_weights), len(model.non_trainable_weights)] == [1, 1]
    np.testing.assert_allclose(model.predict(X, verbose=0), 2 * X)
    np.testing.assert_allclose(model(X, training=True), 2 * X + 100)
    training.compile(model, keras.optimizers.SGD(0.5), "mse")
    found = training.evaluate(model, X, 2 * X, verbose=0)
    assert found["loss"] == pytest.approx(4.0)  # that of the layer alone
    training.fit(model, X, 2 * X + 100, epochs=1, batch_size=3, verbose=0)
    # the squares are 0 and have no slope; that of the sum of the weights is 1
    np.testing.assert_allclose(layer.layer.scale, [1.5, 1.5])
    np.testing.assert_allclose(layer.get_weights()[0], [1.5, 1.5])


def test_the_loss_gets_a_tensor_that_knows_its_distribution() -> None:
    x = keras.Input((2,))
    model = keras.Model(x, create_layer(Around, x, {}))
    np.testing.assert_allclose(model.predict(X, verbose=0), X + 1)

    def loss(y: Any, tensor: Any) -> Any:
        return tf.abs(y - tensor._tfp_distribution.mean)

    training.compile(model, "sgd", loss)
    assert training.evaluate(model, X, X + 3, verbose=0)["loss"] == pytest.approx(3.0)


def test_a_model_with_one_says_that_it_cannot_be_saved(tmp_path: Any) -> None:
    model = keras.Sequential([keras.Input((2,))])
    create_layer(Scaled, model, {"start": 2.0})
    with pytest.raises(NotImplementedError, match="Scaled is a layer of tf_keras"):
        model.to_json()
    model.save_weights(tmp_path / "w.weights.h5")
    before = model.get_weights()
    model.set_weights([weight + 1 for weight in before])
    model.load_weights(tmp_path / "w.weights.h5")
    for weight, old in zip(model.get_weights(), before, strict=True):
        np.testing.assert_array_equal(weight, old)


def test_other_classes_are_not_taken_for_layers() -> None:
    assert not of_tf_keras.is_class(Distribution)
    assert not of_tf_keras.is_class(Scaled(1.0))
    with pytest.raises(ValueError, match="must be a class of layers, not the class Distribution"):
        create_layer(Distribution, None, {})
