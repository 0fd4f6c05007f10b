"""Cells: one step at a time, against the formulas of the steps."""

from __future__ import annotations

import formulas
import numpy as np
import pytest
from formulas import numbers

from rkeras_py.api.layers import cells as api
from rkeras_py.convert.rule import ArgumentError

GRU = [numbers(2, 9), numbers(3, 9), numbers(2, 9)]
LSTM = [numbers(2, 12), numbers(3, 12), numbers(12)]
SIMPLE = [numbers(2, 3), numbers(3, 3), numbers(3)]


@pytest.mark.parametrize(
    ("cell", "step", "weights", "states"),
    [
        (lambda: api.layer_gru_cell(3), formulas.gru_step, GRU, 1),
        (
            lambda: api.layer_gru_cell(3, reset_after=False),
            formulas.gru_step_reset_before,
            [GRU[0], GRU[1], GRU[2][0]],
            1,
        ),
        (lambda: api.layer_lstm_cell(3, implementation=1), formulas.lstm_step, LSTM, 2),
        (lambda: api.layer_simple_rnn_cell(3), formulas.simple_rnn_step, SIMPLE, 1),
    ],
)
def test_one_step(cell, step, weights, states: int) -> None:
    made, x = cell(), numbers(4, 2)
    start = [numbers(4, 3, seed=i + 1) for i in range(states)]
    made.build(x.shape)
    made.set_weights(weights)
    out, new = made(x, start)
    expected, expected_states = step(x, start, weights)
    assert out.numpy() == pytest.approx(expected, abs=1e-5)
    for found, wanted in zip(new, expected_states, strict=True):
        assert found.numpy() == pytest.approx(wanted, abs=1e-5)


def test_stacked_cells_feed_each_other() -> None:
    stack = api.layer_stacked_rnn_cells([api.layer_lstm_cell(3), api.layer_simple_rnn_cell(2)])
    top = [numbers(3, 2, seed=1), numbers(2, 2), numbers(2)]
    x, h, c, s = numbers(4, 2), numbers(4, 3, seed=1), numbers(4, 3, seed=2), numbers(4, 2, seed=3)
    stack.build(x.shape)
    stack.set_weights([*LSTM, *top])
    out, _ = stack(x, [[h, c], [s]])
    middle, _ = formulas.lstm_step(x, (h, c), LSTM)
    expected, _ = formulas.simple_rnn_step(middle, (s,), top)
    assert out.numpy() == pytest.approx(expected, abs=1e-5)
    assert np.array(stack.output_size) == 2
    with pytest.raises(ArgumentError, match=r"`cells` must be a list of cells.*, not 2"):
        api.layer_stacked_rnn_cells(2)


def test_the_forget_gate_starts_open() -> None:
    cell = api.layer_lstm_cell(2)
    cell.build((None, 3))
    assert cell.get_weights()[2].tolist() == [0, 0, 1, 1, 0, 0, 0, 0]
    cell = api.layer_lstm_cell(2, unit_forget_bias=False)
    cell.build((None, 3))
    assert cell.get_weights()[2].tolist() == [0] * 8


@pytest.mark.parametrize(
    "cell", [api.layer_gru_cell, api.layer_lstm_cell, api.layer_simple_rnn_cell]
)
def test_ways_to_compute_the_same_are_not_told_apart(cell) -> None:
    with_one = cell(3, implementation=2, name="cell").get_config()
    assert with_one == cell(3, name="cell").get_config()
