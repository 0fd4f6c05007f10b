"""``trainable`` as in Keras 2: training uses its value at the time of ``compile()``.

Keras 2 documents this for ``Layer.trainable``: a change takes effect at the next ``compile()``.
GANs depend on it: the discriminator is compiled, frozen, and compiled again inside the adversarial
model, and both are trained alternately.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.compat.optimizers import shared
from rkeras_py.keras_private.layers import parts_of
from rkeras_py.keras_private.models import is_trainable_itself

_NOTE = "_rkeras_trainable"


class _Note:
    """Flags by layer; not a list, because Keras inspects lists for objects to save."""

    def __init__(self, flags: list[tuple[Any, bool]]) -> None:
        self.flags = flags


def note(model: Any) -> None:
    """Store which layers of a model are trainable when it is compiled."""
    # not by setattr(): Keras would track the layers
    object.__setattr__(model, _NOTE, _Note(_state(model)))


def _state(model: Any) -> list[tuple[Any, bool]]:
    """Each layer and its own flag, outer layers first."""
    return [(layer, is_trainable_itself(layer)) for layer in parts_of(model)]


def _set(state: list[tuple[Any, bool]]) -> None:
    for layer, flag in state:  # a layer passes it to inner layers, which come later
        layer.trainable = flag


@contextmanager
def as_compiled(model: Any) -> Iterator[None]:
    """A context in which a model's layers are trainable as at the time of ``compile()``.

    Its optimizer is one for the weights that are trainable in this context.
    """
    kept = getattr(model, _NOTE, None)
    noted = kept.flags if kept else []
    if all(is_trainable_itself(layer) == flag for layer, flag in noted):
        shared.own(model)
        yield
        return
    before = _state(model)
    _set(noted)
    try:
        shared.own(model)
        yield
    finally:
        _set(before)
