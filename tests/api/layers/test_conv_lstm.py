"""Convolutional LSTMs against the recurrence of Shi et al. (2015), without its peepholes."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import convolution, hard_sigmoid, numbers, sigmoid

from rkeras_py.api.layers.conv_lstm import (
    layer_conv_lstm_1d,
    layer_conv_lstm_2d,
    layer_conv_lstm_3d,
)

LAYERS = {1: layer_conv_lstm_1d, 2: layer_conv_lstm_2d, 3: layer_conv_lstm_3d}


def states_of_all_steps(x, weights, gate=hard_sigmoid, strides=1, padding="valid", start=None):
    """The outputs (batch, steps, ...) and the last carry."""
    kernel, recurrent, bias = weights
    h, c = start if start is not None else (None, None)
    outputs = []
    for t in range(x.shape[1]):
        given = convolution(x[:, t], kernel, strides, 1, padding) + bias
        if h is None:
            h = c = np.zeros((*given.shape[:-1], given.shape[-1] // 4))
        i, f, g, o = np.split(given + convolution(h, recurrent, padding="same"), 4, axis=-1)
        c = gate(f) * c + gate(i) * np.tanh(g)
        h = gate(o) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1), c


def weights_of(rank: int):
    sizes = (3, 2, 2)[:rank]
    return [numbers(*sizes, 2, 8), numbers(*sizes, 2, 8), numbers(8)]


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize(("strides", "padding"), [(1, "valid"), (2, "same")])
def test_gates_are_convolutions(rank: int, strides: int, padding: str) -> None:
    x, weights = numbers(2, 3, *(5, 4, 3)[:rank], 2), weights_of(rank)
    layer = LAYERS[rank](
        filters=2,
        kernel_size=(3, 2, 2)[:rank],
        strides=strides,
        padding=padding,
        return_sequences=True,
        return_state=True,
        weights=weights,
    )
    outputs, carry = states_of_all_steps(x, weights, strides=strides, padding=padding)
    found = [part.numpy() for part in layer(x)]
    assert found[0] == pytest.approx(outputs, abs=1e-5)
    assert found[1] == pytest.approx(outputs[:, -1], abs=1e-5)
    assert found[2] == pytest.approx(carry, abs=1e-5)


def test_other_gates_backwards_and_the_last_output_only() -> None:
    x, weights = numbers(1, 3, 5, 4, 2), weights_of(2)
    layer = layer_conv_lstm_2d(
        filters=2,
        kernel_size=(3, 2),
        recurrent_activation="sigmoid",
        go_backwards=True,
        weights=weights,
    )
    outputs, _ = states_of_all_steps(x[:, ::-1], weights, gate=sigmoid)
    assert layer(x).numpy() == pytest.approx(outputs[:, -1], abs=1e-5)


def test_stateful_goes_on_and_is_reset() -> None:
    x, weights = numbers(1, 4, 5, 2), weights_of(1)
    model = keras.Sequential()
    layer_conv_lstm_1d(
        model,
        filters=2,
        kernel_size=3,
        stateful=True,
        return_sequences=True,
        batch_input_shape=(1, 2, 5, 2),
        weights=weights,
    )
    outputs, _ = states_of_all_steps(x, weights)
    parts = [model.predict(x[:, :2], verbose=0), model.predict(x[:, 2:], verbose=0)]
    assert np.concatenate(parts, axis=1) == pytest.approx(outputs, abs=1e-5)
    model.layers[0].reset_states()
    assert model.predict(x[:, :2], verbose=0) == pytest.approx(outputs[:, :2], abs=1e-5)


def test_unit_forget_bias_and_the_former_hard_sigmoid_are_saved(tmp_path) -> None:
    model = keras.Sequential()
    layer_conv_lstm_2d(model, filters=2, kernel_size=2, input_shape=(3, 4, 4, 1))
    assert model.get_weights()[2].tolist() == [0, 0, 1, 1, 0, 0, 0, 0]
    x = numbers(2, 3, 4, 4, 1)
    outputs, _ = states_of_all_steps(x, model.get_weights())
    model.save(tmp_path / "conv.keras")
    again = keras.models.load_model(tmp_path / "conv.keras")
    assert again.predict(x, verbose=0) == pytest.approx(outputs[:, -1], abs=1e-5)
