"""How a training call runs on JAX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.compat.backend import drawing
from rkeras_py.engine.jax.indices import check_indices
from rkeras_py.engine.strategy import Strategy
from rkeras_py.keras_private.jax_state import carry, kept_state
from rkeras_py.keras_private.layers import parts_of


class Jax(Strategy):
    """Keras's own steps, with all the state that they change.

    What JAX compiles is given variables and gives their new values. Keras hands over the weights,
    but not the states of recurrent layers, nor a source of random numbers for functions of the
    user's; both would be as at first in every batch.
    """

    def check_input(self, model: Any, arrays: list[Any], argument: str) -> None:
        check_indices(model, arrays, argument)

    def prepare(self, model: Any, kind: str, data: Any) -> None:
        for layer in parts_of(model):
            states = getattr(layer, "states", None)
            if getattr(layer, "stateful", False) and states is not None:
                carry(layer, states)

    @contextmanager
    def around(self, model: Any, kinds: Iterable[str]) -> Iterator[None]:
        with kept_state(model), drawing.for_model(model):
            yield
