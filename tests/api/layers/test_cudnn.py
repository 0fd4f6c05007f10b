"""cuDNN's layers: the recurrences of GRU and LSTM with each gate's matrix stored row by row."""

from __future__ import annotations

import formulas
import keras
import numpy as np
import pytest
from formulas import numbers, run, zeros

from rkeras_py.api.layers.cudnn import layer_cudnn_gru, layer_cudnn_lstm
from rkeras_py.api.layers.recurrent import layer_gru
from rkeras_py.api.layers.wrappers import bidirectional

UNITS, FEATURES = 3, 2
KINDS = {
    "gru": (layer_cudnn_gru, formulas.gru_step, 3, (UNITS,)),
    "lstm": (layer_cudnn_lstm, formulas.lstm_step, 4, (UNITS, UNITS)),
}


def stored(matrices):
    """Matrices of units by inputs, one a gate, as the columns of a kernel of inputs by units."""
    return np.concatenate([m.reshape(m.shape[1], m.shape[0]) for m in matrices], axis=1)


def weights_of(kind: str):
    """Weights as cuDNN has them, and the same for the formulas."""
    gates = KINDS[kind][2]
    w = [numbers(UNITS, FEATURES, seed=i) for i in range(gates)]
    u = [numbers(UNITS, UNITS, seed=i) for i in range(gates)]
    bias = numbers(2 * gates * UNITS)
    plain = [np.concatenate([m.T for m in matrices], axis=1) for matrices in (w, u)]
    halves = bias.reshape(2, -1)
    plain.append(halves if kind == "gru" else halves.sum(axis=0))
    return [stored(w), stored(u), bias], plain


@pytest.mark.parametrize("kind", KINDS)
def test_the_recurrence_with_weights_of_cudnn(kind: str, tmp_path) -> None:
    layer, step, gates, states = KINDS[kind]
    x, (weights, plain) = numbers(2, 5, FEATURES), weights_of(kind)
    outputs, last = run(step, x, zeros(2, *states), plain)
    made = layer(units=UNITS, return_sequences=True, return_state=True, weights=weights)
    out, *found = made(x)
    assert out.numpy() == pytest.approx(outputs, abs=1e-5)
    for state, expected in zip(found, last, strict=True):
        assert state.numpy() == pytest.approx(expected, abs=1e-5)
    assert [w.shape for w in made.get_weights()] == [
        (FEATURES, gates * UNITS),
        (UNITS, gates * UNITS),
        (2 * gates * UNITS,),
    ]
    model = keras.Sequential()
    layer(model, units=UNITS, input_shape=(5, FEATURES), weights=weights)
    model.save(tmp_path / "cudnn.keras")
    again = keras.models.load_model(tmp_path / "cudnn.keras")
    assert again.predict(x, verbose=0) == pytest.approx(outputs[:, -1], abs=1e-5)


def test_the_first_biases() -> None:
    lstm = layer_cudnn_lstm(units=1)
    lstm.build((None, 4, 2))
    assert lstm.get_weights()[2].tolist() == [0, 0, 0, 0, 0, 1, 0, 0]  # of the state, forget
    lstm = layer_cudnn_lstm(units=1, unit_forget_bias=False, bias_initializer="ones")
    lstm.build((None, 4, 2))
    assert lstm.get_weights()[2].tolist() == [1] * 8
    gru = layer_cudnn_gru(units=1)
    gru.build((None, 4, 2))
    assert gru.get_weights()[2].tolist() == [0] * 6


def test_with_one_feature_and_one_unit_weights_are_those_of_gru() -> None:
    x, kernel, recurrent, bias = numbers(2, 4, 1), numbers(1, 3), numbers(1, 3, seed=1), numbers(6)
    cudnn = layer_cudnn_gru(units=1, weights=[kernel, recurrent, bias])
    gru = layer_gru(units=1, weights=[kernel, recurrent, bias.reshape(2, 3)])
    assert cudnn(x).numpy() == pytest.approx(gru(x).numpy(), abs=1e-6)


def test_stateful_and_in_both_directions() -> None:
    x, (weights, plain) = numbers(2, 4, FEATURES), weights_of("gru")
    outputs, _ = run(formulas.gru_step, x, zeros(2, UNITS), plain)
    backwards, _ = run(formulas.gru_step, x[:, ::-1], zeros(2, UNITS), plain)
    model = keras.Sequential()
    layer_cudnn_gru(
        model, units=UNITS, stateful=True, batch_input_shape=(2, 2, FEATURES), weights=weights
    )
    model.predict(x[:, :2], verbose=0)
    assert model.predict(x[:, 2:], verbose=0) == pytest.approx(outputs[:, -1], abs=1e-5)
    both = bidirectional(layer=layer_cudnn_gru(units=UNITS), weights=weights * 2)
    expected = np.concatenate([outputs[:, -1], backwards[:, -1]], axis=1)
    assert both(x).numpy() == pytest.approx(expected, abs=1e-5)
