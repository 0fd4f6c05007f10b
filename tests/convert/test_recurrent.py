"""Recurrent layers and their cells as arguments."""

from __future__ import annotations

import keras
import pytest

from rkeras_py.convert.recurrent import CellOrCellsRule, CellRule, CellsRule, RecurrentRule
from rkeras_py.convert.rule import ArgumentError, Mismatch


class Cell:
    state_size = 2

    def call(self, inputs, states):
        return inputs, states


@pytest.mark.parametrize("layer", [keras.layers.LSTM(2), keras.layers.RNN(keras.layers.GRUCell(2))])
def test_recurrent_layers(layer) -> None:
    assert RecurrentRule().accept(layer) is layer


@pytest.mark.parametrize("value", [keras.layers.Dense(2), keras.layers.LSTM, "lstm", None, 3])
def test_what_is_no_recurrent_layer(value) -> None:
    with pytest.raises(Mismatch):
        RecurrentRule().accept(value)


def test_cells_are_known_by_what_they_can_do() -> None:
    own = Cell()
    cells = [keras.layers.LSTMCell(2), own]
    assert CellRule().accept(own) is own
    assert CellsRule().accept(tuple(cells)) == cells
    assert CellOrCellsRule().accept(cells) == cells
    assert CellOrCellsRule().accept(own) is own


@pytest.mark.parametrize("value", [Cell, keras.layers.Dense(2), "gru", None])
def test_what_is_no_cell(value) -> None:
    for rule in (CellRule(), CellOrCellsRule(), CellsRule()):
        with pytest.raises(Mismatch):
            rule.accept(value)


def test_the_element_that_is_no_cell_is_named() -> None:
    with pytest.raises(ArgumentError) as caught:
        CellOrCellsRule().accept([Cell(), "é"])
    assert str(caught.value) == (
        "{argument} must be a list of cells, such as list(layer_gru_cell(32), layer_gru_cell(16)); "
        'its element 2 is the string "é".'
    )
    for empty in ([], ()):
        with pytest.raises(Mismatch):
            CellsRule().accept(empty)
