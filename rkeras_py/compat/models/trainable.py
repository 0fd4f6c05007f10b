"""``trainable`` as Keras 2 had it: training goes by what it was when the model was compiled.

Keras 2 documents this under ``Layer.trainable``: a change takes effect at the next ``compile()``.
A GAN relies on it: the discriminator is compiled, then frozen, then compiled again within the
adversary, and both are trained in turn.
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
    """Flags by layer; no list, because Keras looks through lists for what it has to save."""

    def __init__(self, flags: list[tuple[Any, bool]]) -> None:
        self.flags = flags


def note(model: Any) -> None:
    """Keep which layers of a model are trainable, now that it is compiled."""
    # not by setattr(), which Keras would have track the layers
    object.__setattr__(model, _NOTE, _Note(_state(model)))


def _state(model: Any) -> list[tuple[Any, bool]]:
    """Each layer and its own flag, outer layers first."""
    return [(layer, is_trainable_itself(layer)) for layer in parts_of(model)]


def _set(state: list[tuple[Any, bool]]) -> None:
    for layer, flag in state:  # a layer hands it on to those within, which come later
        layer.trainable = flag


@contextmanager
def as_compiled(model: Any) -> Iterator[None]:
    """While a model is trained, its layers are as trainable as when it was compiled.

    Its optimizer is one for the weights that are trainable then.
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
