"""Bidirectional and time-distributed layers against what they wrap."""

from __future__ import annotations

import formulas
import keras
import numpy as np
import pytest
from formulas import convolution, numbers, run, zeros

from rkeras_py.api.layers.convolutional import layer_conv_2d
from rkeras_py.api.layers.core import layer_dense, layer_embedding
from rkeras_py.api.layers.recurrent import layer_gru, layer_lstm
from rkeras_py.api.layers.wrappers import bidirectional, time_distributed
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.compose import add_to

FORWARD = [numbers(2, 9), numbers(3, 9), numbers(2, 9)]
BACKWARD = [numbers(2, 9, seed=1), numbers(3, 9, seed=1), numbers(2, 9, seed=1)]
X = numbers(2, 5, 2)

MERGES = {
    "concat": lambda a, b: np.concatenate([a, b], axis=-1),
    "sum": lambda a, b: a + b,
    "mul": lambda a, b: a * b,
    "ave": lambda a, b: (a + b) / 2,
}


def both_ways(x=X, start=None, mask=None):
    """Outputs and last states forwards, and those backwards in the order of the input."""
    states = start or [np.zeros((len(x), 3))] * 2
    forth, forth_last = run(formulas.gru_step, x, states[:1], FORWARD, mask)
    reversed_mask = None if mask is None else mask[:, ::-1]
    back, back_last = run(formulas.gru_step, x[:, ::-1], states[1:], BACKWARD, reversed_mask)
    return forth, back[:, ::-1], forth_last[0], back_last[0]


@pytest.mark.parametrize("merge_mode", MERGES)
def test_both_directions(merge_mode: str) -> None:
    forth, back, *_ = both_ways()
    every = bidirectional(
        layer=layer_gru(units=3, return_sequences=True),
        merge_mode=merge_mode,
        weights=[*FORWARD, *BACKWARD],
    )
    assert every(X).numpy() == pytest.approx(MERGES[merge_mode](forth, back), abs=1e-5)
    last = bidirectional(
        layer=layer_gru(units=3), merge_mode=merge_mode, weights=[*FORWARD, *BACKWARD]
    )
    expected = MERGES[merge_mode](forth[:, -1], back[:, 0])
    assert last(X).numpy() == pytest.approx(expected, abs=1e-5)


def test_both_outputs_apart_and_states() -> None:
    forth, back, forth_last, back_last = both_ways()
    layer = bidirectional(
        layer=layer_gru(units=3, return_sequences=True, return_state=True),
        merge_mode=None,
        weights=[*FORWARD, *BACKWARD],
    )
    for found, expected in zip(layer(X), [forth, back, forth_last, back_last], strict=True):
        assert found.numpy() == pytest.approx(expected, abs=1e-5)


def test_states_to_begin_with_and_mask() -> None:
    words = np.array([[1, 2, 3, 0, 0], [2, 0, 0, 0, 0]])
    table, start = numbers(4, 2), [numbers(2, 3, seed=5), numbers(2, 3, seed=6)]
    forth, back, *_ = both_ways(table[words], start, words > 0)
    inputs = [keras.Input((5,), dtype="int32"), keras.Input((3,)), keras.Input((3,))]
    vectors = layer_embedding(inputs[0], 4, 2, mask_zero=True, weights=[table])
    out = bidirectional(
        [vectors, *inputs[1:]], layer=layer_gru(units=3), weights=[*FORWARD, *BACKWARD]
    )
    found = keras.Model(inputs, out).predict([words, *start], verbose=0)
    expected = np.concatenate([forth[:, -1], back[:, 0]], axis=-1)
    assert found == pytest.approx(expected, abs=1e-5)
    with pytest.raises(ArgumentError, match="needs 2 states, not 1"):
        bidirectional([vectors, inputs[1]], layer=layer_gru(units=3))


def test_another_layer_backwards() -> None:
    forth, *_ = both_ways()
    weights = [numbers(2, 12), numbers(3, 12), numbers(12)]
    back, _ = run(formulas.lstm_step, X[:, ::-1], zeros(2, 3, 3), weights)
    layer = bidirectional(
        layer=layer_gru(units=3),
        backward_layer=layer_lstm(units=3, go_backwards=True),
        weights=[*FORWARD, *weights],
    )
    expected = np.concatenate([forth[:, -1], back[:, -1]], axis=-1)
    assert layer(X).numpy() == pytest.approx(expected, abs=1e-5)


def test_the_input_may_be_told_to_either_layer() -> None:
    for layer in (
        bidirectional(layer=layer_gru(units=3), input_shape=(5, 2)),
        bidirectional(layer=layer_gru(units=3, input_shape=(5, 2))),
    ):
        model = keras.Sequential()
        add_to(model, layer)
        assert model.input_shape == (None, 5, 2) and model.output_shape == (None, 6)


@pytest.mark.parametrize("merge_mode", ["concat", None])
def test_time_major(merge_mode: str | None) -> None:
    forth, back, *_ = both_ways()
    layer = bidirectional(
        layer=layer_gru(units=3, return_sequences=True, time_major=True),
        merge_mode=merge_mode,
        weights=[*FORWARD, *BACKWARD],
    )
    found = layer(np.swapaxes(X, 0, 1))
    expected = [forth, back] if merge_mode is None else [np.concatenate([forth, back], axis=-1)]
    for part, wanted in zip(found if merge_mode is None else [found], expected, strict=True):
        assert part.numpy() == pytest.approx(np.swapaxes(wanted, 0, 1), abs=1e-5)
    again = keras.layers.deserialize(keras.layers.serialize(layer))
    again.set_weights(layer.get_weights())
    back_again = again(np.swapaxes(X, 0, 1))
    for part, wanted in zip(keras.tree.flatten(back_again), expected, strict=True):
        assert part.numpy() == pytest.approx(np.swapaxes(wanted, 0, 1), abs=1e-5)


def test_what_cannot_be_bidirectional() -> None:
    with pytest.raises(ArgumentError, match=r"`layer` must be a recurrent layer, such as"):
        bidirectional(layer=layer_dense(units=2))
    with pytest.raises(ArgumentError, match=r'`merge_mode` must be one of "concat".* or NULL'):
        bidirectional(layer=layer_gru(units=2), merge_mode="max")


def test_each_step_goes_through_the_layer() -> None:
    kernel, bias = numbers(3, 4), numbers(4)
    x = numbers(2, 5, 3)
    dense = time_distributed(layer=layer_dense(units=4), weights=[kernel, bias])
    assert dense(x).numpy() == pytest.approx(x @ kernel + bias, abs=1e-5)
    films, filters = numbers(2, 3, 4, 4, 1), numbers(2, 2, 1, 2)
    for steps in (3, None):
        inputs = keras.Input((steps, 4, 4, 1))
        out = time_distributed(
            inputs, layer_conv_2d(filters=2, kernel_size=2, weights=[filters, [0, 0]])
        )
        expected = np.stack([convolution(films[:, t], filters) for t in range(3)], axis=1)
        found = keras.Model(inputs, out).predict(films, verbose=0)
        assert found == pytest.approx(expected, abs=1e-5)


def test_a_whole_model_in_each_step() -> None:
    kernel, bias = numbers(3, 2), numbers(2)
    inner = keras.Sequential([keras.Input((3,)), layer_dense(units=2, weights=[kernel, bias])])
    model = keras.Sequential()
    time_distributed(model, inner, input_shape=(4, 3))
    x = numbers(2, 4, 3)
    assert model.predict(x, verbose=0) == pytest.approx(x @ kernel + bias, abs=1e-5)


@pytest.mark.parametrize("steps", [5, None])
def test_batch_normalization_takes_all_steps_together(steps: int | None, tmp_path) -> None:
    x = numbers(4, 5, 3)
    inputs = keras.Input((steps, 3))
    wrapped = time_distributed(
        inputs, keras.layers.BatchNormalization(momentum=0.75, epsilon=1e-3, name="norm")
    )
    model = keras.Model(inputs, wrapped)
    mean, variance = x.mean(axis=(0, 1)), x.var(axis=(0, 1))
    found = model(x, training=True).numpy()
    assert found == pytest.approx((x - mean) / np.sqrt(variance + 1e-3), abs=1e-4)
    moved = model.get_weights()[2:]
    assert moved[0] == pytest.approx(0.25 * mean, abs=1e-5)
    assert moved[1] == pytest.approx(0.75 + 0.25 * variance, abs=1e-5)
    model.save(tmp_path / "norm.keras")
    again = keras.models.load_model(tmp_path / "norm.keras")
    expected = (x - moved[0]) / np.sqrt(moved[1] + 1e-3)
    assert again.predict(x, verbose=0) == pytest.approx(expected, abs=1e-4)
