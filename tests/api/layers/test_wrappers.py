"""Bidirectional and time-distributed layers against what they wrap."""

from __future__ import annotations

import subprocess
import sys

import formulas
import keras
import numpy as np
import pytest
import tensorflow as tf
from formulas import convolution, numbers, run, zeros
from keras import ops

from rkeras_py.api.layers.convolutional import layer_conv_2d
from rkeras_py.api.layers.core import layer_dense, layer_embedding
from rkeras_py.api.layers.recurrent import layer_gru, layer_lstm
from rkeras_py.api.layers.wrappers import bidirectional, time_distributed
from rkeras_py.api.models.saving import load_model_hdf5
from rkeras_py.compat.layers.time_distributed import TimeDistributed
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


def test_the_graph_does_not_grow_with_the_steps() -> None:
    def operations(steps: int) -> int:
        model = keras.Sequential()
        time_distributed(model, layer_dense(units=4), input_shape=(steps, 3))
        function = tf.function(model.call).get_concrete_function(tf.zeros((2, steps, 3)))
        return len(function.graph.get_operations())

    assert operations(200) == operations(2)


def test_files_of_wrapped_layers_need_only_keras(tmp_path) -> None:
    kernel, bias = numbers(3, 4), numbers(4)
    model = keras.Sequential()
    time_distributed(model, layer_dense(units=4, weights=[kernel, bias]), input_shape=(5, 3))
    path = tmp_path / "steps.keras"
    model.save(path)
    code = (
        "import sys, keras, numpy as np\n"
        "model = keras.models.load_model(sys.argv[1])\n"
        "x = np.arange(30.0).reshape(2, 5, 3) / 30\n"
        "print(model.layers[0].__class__.__module__.split('.')[0], 'rkeras_py' in sys.modules)\n"
        "print(model.predict(x, verbose=0).sum())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True, timeout=240
    )
    kind, total = run.stdout.splitlines()
    assert kind == "keras False"
    x = np.arange(30.0).reshape(2, 5, 3) / 30
    assert float(total) == pytest.approx((x @ kernel + bias).sum(), rel=1e-5)
    again = load_model_hdf5(path)
    assert type(again.layers[0]) is TimeDistributed
    assert again.predict(x, verbose=0) == pytest.approx(x @ kernel + bias, abs=1e-5)


def test_a_state_goes_from_step_to_step() -> None:
    """A layer that adds up what it saw: its state has the size of a batch."""
    cell = keras.layers.SimpleRNN(
        1, stateful=True, activation="linear", kernel_initializer="ones",
        recurrent_initializer="ones", use_bias=False,
    )  # fmt: skip
    inputs = keras.Input(batch_shape=(2, 3, 1, 1))
    model = keras.Model(inputs, time_distributed(inputs, cell))
    x = numbers(2, 3, 1, 1)
    expected = np.cumsum(x[:, :, 0, 0], axis=1)[..., None]
    assert model.predict(x, batch_size=2, verbose=0) == pytest.approx(expected, abs=1e-5)


def test_a_model_for_batches_of_one_size_gets_such_batches() -> None:
    inner = keras.Sequential([keras.Input(batch_shape=(2, 3)), keras.layers.Dense(1)])
    inputs = keras.Input(batch_shape=(2, 4, 3))
    model = keras.Model(inputs, time_distributed(inputs, inner))
    kernel, bias = inner.get_weights()
    x = numbers(2, 4, 3)
    assert model.predict(x, batch_size=2, verbose=0) == pytest.approx(x @ kernel + bias, abs=1e-5)


def test_the_mask_of_each_step_goes_to_the_layer() -> None:
    """Sums over the words of each sentence, without the words that are 0."""

    class Words(keras.layers.Layer):
        def call(self, inputs, mask=None):
            kept = ops.cast(mask, "float32")[..., None]
            return ops.sum(inputs * kept, axis=-2)

    layer = time_distributed(layer=Words())
    x = numbers(2, 3, 4, 2)
    mask = np.random.default_rng(2).uniform(size=(2, 3, 4)) > 0.5
    expected = (x * mask[..., None]).sum(axis=2)
    assert layer(x, mask=mask).numpy() == pytest.approx(expected, abs=1e-5)


def test_dropout_is_for_training_only() -> None:
    layer = time_distributed(layer=keras.layers.Dropout(0.5))
    ones = np.ones((8, 50, 4), "float32")
    assert np.array_equal(layer(ones, training=False), ones)
    dropped = layer(ones, training=True).numpy()
    assert set(np.unique(dropped)) == {0, 2}
    assert (dropped == 0).mean() == pytest.approx(0.5, abs=0.06)
    assert len(np.unique(dropped[:, :, 0], axis=1).T) > 1  # not the same for all steps
