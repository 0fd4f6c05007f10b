"""Recurrent layers against their recurrences written out."""

from __future__ import annotations

import formulas
import keras
import numpy as np
import pytest
from formulas import numbers, run, zeros

from rkeras_py.api.layers.cells import layer_gru_cell, layer_lstm_cell
from rkeras_py.api.layers.core import layer_embedding
from rkeras_py.api.layers.recurrent import layer_gru, layer_lstm, layer_rnn, layer_simple_rnn
from rkeras_py.convert.rule import ArgumentError

UNITS = 3
KINDS = {
    "lstm": (layer_lstm, formulas.lstm_step, 4, (12,), (UNITS, UNITS)),
    "gru": (layer_gru, formulas.gru_step, 3, (2, 9), (UNITS,)),
    "simple_rnn": (layer_simple_rnn, formulas.simple_rnn_step, 1, (3,), (UNITS,)),
}


def weights_of(kind: str):
    _, _, gates, bias, _ = KINDS[kind]
    return [numbers(2, gates * UNITS), numbers(UNITS, gates * UNITS), numbers(*bias)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("options", [{}, {"unroll": True}, {"implementation": 1}])
def test_outputs_and_states(kind: str, options: dict[str, object]) -> None:
    layer, step, _, _, states = KINDS[kind]
    x, weights = numbers(2, 5, 2), weights_of(kind)
    outputs, last = run(step, x, zeros(2, *states), weights)
    every = layer(
        units=UNITS, return_sequences=True, return_state=True, weights=weights, **options
    )(x)
    assert every[0].numpy() == pytest.approx(outputs, abs=1e-5)
    for found, expected in zip(every[1:], last, strict=True):
        assert found.numpy() == pytest.approx(expected, abs=1e-5)
    backwards, _ = run(step, x[:, ::-1], zeros(2, *states), weights)
    only = layer(units=UNITS, go_backwards=True, weights=weights, **options)(x)
    assert only.numpy() == pytest.approx(backwards[:, -1], abs=1e-5)


def test_gru_with_the_reset_gate_before_the_product() -> None:
    x, weights = numbers(2, 5, 2), [numbers(2, 9), numbers(3, 9), numbers(9)]
    outputs, _ = run(formulas.gru_step_reset_before, x, zeros(2, 3), weights)
    layer = layer_gru(units=3, reset_after=False, weights=weights)
    assert layer(x).numpy() == pytest.approx(outputs[:, -1], abs=1e-5)


def test_hard_sigmoid_is_that_of_keras_2() -> None:
    x, weights = 3 * numbers(2, 5, 2), weights_of("lstm")
    outputs, _ = run(
        lambda *a: formulas.lstm_step(*a, gate=formulas.hard_sigmoid), x, zeros(2, 3, 3), weights
    )
    layer = layer_lstm(units=3, recurrent_activation="hard_sigmoid", weights=weights)
    assert layer(x).numpy() == pytest.approx(outputs[:, -1], abs=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_states_come_in_a_list_with_the_sequences(kind: str) -> None:
    layer, step, _, _, states = KINDS[kind]
    x, weights = numbers(2, 4, 2), weights_of(kind)
    start = tuple(numbers(2, n, seed=i) for i, n in enumerate(states))
    outputs, _ = run(step, x, start, weights)
    inputs = [keras.Input((4, 2)), *(keras.Input((n,)) for n in states)]
    out = layer(inputs, units=UNITS, weights=weights)
    model = keras.Model(inputs, out)
    assert model.predict([x, *start], verbose=0) == pytest.approx(outputs[:, -1], abs=1e-5)
    with pytest.raises(ArgumentError, match=f"needs {len(states)} states?, not {len(states) + 1}"):
        layer([*inputs, inputs[1]], units=UNITS)


def test_the_mask_counts_beside_states_too() -> None:
    numbers_of_words = np.array([[1, 2, 0, 0], [3, 1, 2, 0]])
    words, h, c = keras.Input((4,), dtype="int32"), keras.Input((3,)), keras.Input((3,))
    table, weights = numbers(4, 2), weights_of("lstm")
    vectors = layer_embedding(words, input_dim=4, output_dim=2, mask_zero=True, weights=[table])
    out = layer_lstm([vectors, h, c], units=3, weights=weights)
    start = (numbers(2, 3, seed=1), numbers(2, 3, seed=2))
    outputs, _ = run(
        formulas.lstm_step, table[numbers_of_words], start, weights, numbers_of_words > 0
    )
    found = keras.Model([words, h, c], out).predict([numbers_of_words, *start], verbose=0)
    assert found == pytest.approx(outputs[:, -1], abs=1e-5)


@pytest.mark.parametrize("kind", ["lstm", "gru"])
def test_time_major(kind: str, tmp_path) -> None:
    layer, step, _, _, states = KINDS[kind]
    x, weights = numbers(2, 5, 2), weights_of(kind)
    outputs, last = run(step, x, zeros(2, *states), weights)
    made = layer(
        units=UNITS, time_major=True, return_sequences=True, return_state=True, weights=weights
    )
    found = made(np.swapaxes(x, 0, 1))
    assert found[0].numpy() == pytest.approx(np.swapaxes(outputs, 0, 1), abs=1e-5)
    assert found[1].numpy() == pytest.approx(last[0], abs=1e-5)
    shapes = made.compute_output_shape((5, None, 2))
    assert shapes[0] == (5, None, UNITS) and shapes[1] == (None, UNITS)
    inputs = keras.Input(batch_shape=(5, None, 2))
    model = keras.Model(inputs, layer(inputs, units=UNITS, time_major=True, weights=weights))
    model.save(tmp_path / "major.keras")
    again = keras.models.load_model(tmp_path / "major.keras")
    assert again(np.swapaxes(x, 0, 1)).numpy() == pytest.approx(outputs[:, -1], abs=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_stateful_goes_on_where_the_last_batch_ended(kind: str) -> None:
    layer, step, _, _, states = KINDS[kind]
    x, weights = numbers(2, 4, 2), weights_of(kind)
    model = keras.Sequential()
    layer(model, units=UNITS, stateful=True, batch_input_shape=(2, 2, 2), weights=weights)
    outputs, _ = run(step, x, zeros(2, *states), weights)
    assert model.predict(x[:, :2], verbose=0) == pytest.approx(outputs[:, 1], abs=1e-5)
    assert model.predict(x[:, 2:], verbose=0) == pytest.approx(outputs[:, 3], abs=1e-5)


def test_the_extents_of_the_input_under_their_former_names() -> None:
    model = keras.Sequential()
    layer_simple_rnn(model, units=4, input_length=7, input_dim=3)
    assert model.input_shape == (None, 7, 3)
    model = keras.Sequential()
    layer_gru(model, units=4, input_dim=3)
    assert model.input_shape == (None, None, 3)


def test_rnn_steps_with_any_cell_and_stacks_several() -> None:
    x = numbers(2, 4, 2)
    first = [numbers(2, 12), numbers(3, 12), numbers(12)]
    second = [numbers(3, 6, seed=1), numbers(2, 6), numbers(2, 6)]
    lower, lower_last = run(formulas.lstm_step, x, zeros(2, 3, 3), first)
    upper, upper_last = run(formulas.gru_step, lower, zeros(2, 2), second)
    one = layer_rnn(cell=layer_lstm_cell(3), return_sequences=True, weights=first)
    assert one(x).numpy() == pytest.approx(lower, abs=1e-5)
    both = layer_rnn(
        cell=[layer_lstm_cell(3), layer_gru_cell(2)], return_state=True, weights=[*first, *second]
    )
    out, *states = both(x)
    assert out.numpy() == pytest.approx(upper[:, -1], abs=1e-5)
    found = [state.numpy() for state in keras.tree.flatten(states)]
    for state, expected in zip(found, [*lower_last, *upper_last], strict=True):
        assert state == pytest.approx(expected, abs=1e-5)
    major = layer_rnn(cell=layer_lstm_cell(3), time_major=True, weights=first)
    assert major(np.swapaxes(x, 0, 1)).numpy() == pytest.approx(lower[:, -1], abs=1e-5)
    again = keras.layers.deserialize(keras.layers.serialize(major))
    again.set_weights(first)
    assert again(np.swapaxes(x, 0, 1)).numpy() == pytest.approx(lower[:, -1], abs=1e-5)


def test_rnn_of_stacked_cells_takes_its_states_flat() -> None:
    x = keras.ops.convert_to_tensor(numbers(2, 4, 2))
    first = [numbers(2, 12), numbers(3, 12), numbers(12)]
    second = [numbers(3, 6, seed=1), numbers(2, 6), numbers(2, 6)]
    start = [numbers(2, 3, seed=1), numbers(2, 3, seed=2), numbers(2, 2, seed=3)]
    lower, _ = run(formulas.lstm_step, numbers(2, 4, 2), start[:2], first)
    upper, _ = run(formulas.gru_step, lower, start[2:], second)
    cells = [layer_lstm_cell(3), layer_gru_cell(2)]
    tensors = [x, *map(keras.ops.convert_to_tensor, start)]
    found = layer_rnn(tensors, cell=cells, weights=[*first, *second])
    assert found.numpy() == pytest.approx(upper[:, -1], abs=1e-5)


def test_zero_output_for_mask() -> None:
    x, weights = numbers(2, 4, 2), [numbers(2, 9), numbers(3, 9), numbers(2, 9)]
    mask = np.array([[True, False, True, False], [False, True, True, True]])
    outputs, _ = run(formulas.gru_step, x, zeros(2, 3), weights, mask)
    options = {"return_sequences": True, "weights": weights}
    kept = layer_rnn(cell=layer_gru_cell(3), **options)
    assert kept(x, mask=mask).numpy() == pytest.approx(outputs, abs=1e-5)
    zeroed = layer_rnn(cell=layer_gru_cell(3), zero_output_for_mask=True, **options)
    assert zeroed(x, mask=mask).numpy() == pytest.approx(outputs * mask[..., None], abs=1e-5)


def test_what_is_no_cell() -> None:
    with pytest.raises(ArgumentError, match=r"`cell` must be a cell, such as .*, not 3"):
        layer_rnn(cell=3)
    with pytest.raises(ArgumentError, match=r"a list of cells.*; its element 2 is 4"):
        layer_rnn(cell=[layer_gru_cell(2), 4])
    with pytest.raises(ArgumentError, match="unused argument"):
        layer_rnn(None, layer_gru_cell(2), False, False, False, False, False, False, 5)
