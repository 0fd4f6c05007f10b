"""Symbolic tensors: the inputs and outputs of functional models."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.rule import Mismatch, Rule


class SymbolicRule(Rule):
    """A symbolic tensor, or several."""

    name = "a tensor returned by layer_input() or another layer, or a list of them"

    def accept(self, value: Any) -> Any:
        import keras

        if isinstance(value, keras.KerasTensor):
            return value
        if isinstance(value, dict) and value:
            return {name: self._one(part) for name, part in value.items()}
        if isinstance(value, (list, tuple)) and value:
            return [self._one(part) for part in value]
        raise Mismatch

    def _one(self, value: Any) -> Any:
        import keras

        if not isinstance(value, keras.KerasTensor):
            raise Mismatch
        return value


Symbolic = Annotated[Any, SymbolicRule()]
