"""Recurrent layers and their cells."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import from_config
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule


class RecurrentRule(Rule):
    """A layer that can run in both directions."""

    name = "a recurrent layer, such as layer_lstm(units = 32)"

    def accept(self, value: Any) -> Any:
        import keras

        value = from_config(value)
        needed = ("go_backwards", "return_sequences", "return_state")
        if not isinstance(value, keras.layers.Layer) or not all(hasattr(value, n) for n in needed):
            raise Mismatch
        return value


class CellRule(Rule):
    """An object with a method ``call`` and a ``state_size``."""

    name = "a cell, such as layer_lstm_cell(units = 32)"

    def accept(self, value: Any) -> Any:
        value = from_config(value)
        if isinstance(value, type) or not (hasattr(value, "call") and hasattr(value, "state_size")):
            raise Mismatch
        return value


class CellsRule(Rule):
    """Several cells, each of which gets the output of the previous one."""

    name = "a list of cells, such as list(layer_gru_cell(32), layer_gru_cell(16))"

    def accept(self, value: Any) -> list[Any]:
        if not isinstance(value, (list, tuple)) or not value:
            raise Mismatch
        cells = []
        for i, cell in enumerate(value, 1):
            try:
                cells.append(CellRule().accept(cell))
            except Mismatch:
                raise ArgumentError(
                    f"{{argument}} must be {self.name}; its element {i} is {describe(cell)}."
                ) from None
        return cells


class CellOrCellsRule(Rule):
    """One cell, or several, which are stacked."""

    name = f"{CellRule.name}, or a list of cells"

    def accept(self, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return CellsRule().accept(value)
        return CellRule().accept(value)


Recurrent = Annotated[Any, RecurrentRule()]
Cells = Annotated["list[Any]", CellsRule()]
CellOrCells = Annotated[Any, CellOrCellsRule()]
