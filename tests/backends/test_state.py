"""What a model keeps between batches and calls, and after errors, on every backend."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

from backends.figures import wave
from rkeras_py import exports as rk


def regression(loss: Any = "mse", **options: Any) -> Any:
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 1, input_shape=[2], kernel_initializer="ones")
    rk.compile(model, rk.optimizer_sgd(0.1), loss, **options)
    return model


def test_random_numbers_in_a_layer_differ_from_batch_to_batch() -> None:
    model = rk.keras_model_sequential()
    rk.layer_lambda(model, lambda x: x + rk.k_random_normal(rk.k_shape(x)), input_shape=[1])
    zeros = np.zeros((8, 1))
    first, second = (rk.predict(model, zeros, batch_size=2, verbose=0) for _ in range(2))
    drawn = np.concatenate([first, second]).ravel()
    assert len(np.unique(drawn)) == 16
    assert model.weights == []


def test_an_error_in_a_loss_leaves_the_weights() -> None:
    def loss(y_true: Any, y_pred: Any) -> Any:
        raise ValueError("mine")

    model = regression(loss)
    with pytest.raises(ValueError, match="mine"):
        rk.fit(model, wave(4, 2), wave(4), verbose=0)
    assert model.get_weights()[0].ravel().tolist() == [1, 1]
    rk.compile(model, "sgd", "mse")
    assert np.isfinite(rk.fit(model, wave(4, 2), wave(4), epochs=1, verbose=0).history["loss"][0])


def test_an_error_in_a_callback_leaves_what_was_learnt() -> None:
    class Stops(keras.callbacks.Callback):
        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            if batch == 1:
                raise RuntimeError("mine")

    model = regression()
    x, y = wave(4, 2), wave(4)
    with pytest.raises(RuntimeError, match="mine"):
        rk.fit(model, x, y, batch_size=1, shuffle=False, verbose=0, callbacks=[Stops()])
    weights, bias = np.ones(2), 0.0
    for row, target in zip(x[:2], y[:2], strict=True):
        error = row @ weights + bias - target
        weights, bias = weights - 0.1 * 2 * error * row, bias - 0.1 * 2 * error
    assert model.get_weights()[0].ravel() == pytest.approx(weights, rel=1e-5)
    assert int(keras.ops.convert_to_numpy(model.optimizer.iterations)) == 2


def test_an_index_without_a_row_is_no_other_row() -> None:
    model = rk.keras_model_sequential()
    rk.layer_embedding(model, 4, 2, input_length=3)
    with pytest.raises(Exception, match=r"index|indices"):
        rk.predict(model, np.array([[0, 1, 9]]), verbose=0)


def test_numbers_taken_out_stay_when_the_variable_changes() -> None:
    variable = rk.k_variable([1.0, 2.0])
    taken = rk.k_get_value(variable)
    rk.k_set_value(variable, [3.0, 4.0])
    assert taken.tolist() == [1, 2]


def test_gamma_functions() -> None:
    from rkeras_py.bridge.arithmetic import apply_math

    x = rk.k_constant([0.5, 3.0, -1.5])
    found = keras.ops.convert_to_numpy(apply_math("gamma", x))
    assert found == pytest.approx([1.772454, 2, 2.363272], rel=1e-5)
    positive = rk.k_constant([0.5, 3.0])
    for name, values in {
        "lgamma": [0.572365, 0.693147], "digamma": [-1.963510, 0.922784],
        "trigamma": [4.934802, 0.394934],
    }.items():  # fmt: skip
        found = keras.ops.convert_to_numpy(apply_math(name, positive))
        assert found == pytest.approx(values, rel=1e-4)
