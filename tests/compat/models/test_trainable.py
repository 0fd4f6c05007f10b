"""Freezing counts from the next compile() on, as with Keras 2."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import rkeras_py as rk

X, Y = np.ones((4, 2)), np.zeros((4, 1))


@pytest.fixture
def model() -> Any:
    """Compiled: the loss is the square of the sum of its kernels' products."""
    made = rk.keras_model_sequential()
    rk.layer_dense(made, 1, input_shape=2, kernel_initializer="ones", use_bias=False)
    rk.layer_dense(made, 1, kernel_initializer="ones", use_bias=False)
    return rk.compile(made, optimizer=rk.optimizer_sgd(learning_rate=0.1), loss="mse")


def kernels(model: Any) -> list[float]:
    return [float(layer.kernel.numpy()[0, 0]) for layer in model.layers]


def test_a_frozen_layer_trains_until_the_next_compile(model: Any) -> None:
    model.layers[0].trainable = False
    rk.train_on_batch(model, X, Y)
    # prediction 2; d/dw1 = 2 * 2 * 1, d/dw2 = 2 * 2 * 2
    assert kernels(model) == pytest.approx([1 - 0.4, 1 - 0.8])
    assert [layer.trainable for layer in model.layers] == [False, True]
    rk.compile(model, optimizer=rk.optimizer_sgd(learning_rate=0.1), loss="mse")
    rk.fit(model, X, Y, epochs=1, verbose=0)
    # prediction 1.2 * 0.2 = 0.24; d/dw2 = 2 * 0.24 * 1.2
    assert kernels(model) == pytest.approx([0.6, 0.2 - 0.1 * 2 * 0.24 * 1.2])


def test_a_layer_frozen_at_compile_stays_frozen(model: Any) -> None:
    model.trainable = False
    rk.compile(model, optimizer=rk.optimizer_sgd(learning_rate=0.1), loss="mse")
    model.layers[1].trainable = True
    with pytest.warns(UserWarning, match="does not have any trainable weights"):
        rk.train_on_batch(model, X, Y)
    assert kernels(model) == [1, 1]
    assert model.layers[1].trainable


def test_flags_come_back_after_an_error(model: Any) -> None:
    model.trainable = False

    def stops(*_: Any) -> None:
        raise KeyError("stop")

    from keras.callbacks import LambdaCallback

    with pytest.raises(KeyError):
        rk.fit(model, X, Y, epochs=1, verbose=0, callbacks=[LambdaCallback(on_epoch_end=stops)])
    assert [layer.trainable for layer in model.layers] == [False, False]
    assert model.trainable is False


def test_what_a_callback_changes_stays(model: Any) -> None:
    from keras.callbacks import LambdaCallback

    def freeze(*_: Any) -> None:
        model.layers[0].trainable = False

    rk.fit(model, X, Y, epochs=1, verbose=0, callbacks=[LambdaCallback(on_epoch_end=freeze)])
    assert [layer.trainable for layer in model.layers] == [False, True]
