"""How a training call runs on PyTorch."""

from __future__ import annotations

from typing import Any

from rkeras_py.engine.strategy import Strategy
from rkeras_py.keras_private.layers import parts_of


class Torch(Strategy):
    """Keras's own steps, which PyTorch runs one by one: nothing is compiled."""

    def prepare(self, model: Any, kind: str, data: Any) -> None:
        for layer in parts_of(model):
            if getattr(layer, "stateful", False) and "inner_loop" not in vars(layer):
                _begin_with_copies(layer)


def _begin_with_copies(layer: Any) -> None:
    """Have a recurrent layer compute with copies of its states.

    Keras writes the new states where the old ones are, which the gradients still need.
    """
    import keras

    own = type(layer).inner_loop

    def inner_loop(sequences: Any, initial_state: Any, *args: Any, **options: Any) -> Any:
        copies = keras.tree.map_structure(lambda state: state.detach().clone(), initial_state)
        return own(layer, sequences, copies, *args, **options)

    vars(layer)["inner_loop"] = inner_loop
