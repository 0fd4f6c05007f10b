"""The learning phase: whether layers and functions that ask work as in training.

Keras 2 took it from, in this order: the argument ``training``, the call of an outer layer, the
phase that was set for all, the layer's own default. Keras 3 has no phase that is set for all. Here
it holds for the layers and models that this package makes, and for any that it calls; others in
the same process are Keras's alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from rkeras_py.keras_private import state
from rkeras_py.keras_private.layers import parts_of

_set: int | None = None

#: The layers that follow the phase whoever calls them, while one is set.
_ours: WeakSet[Any] = WeakSet()


def current() -> int:
    """1 for training, 0 for use: that of the layer that is being called, else the one set."""
    training = state.training_of_call()
    if training is None:
        return _set or 0
    return int(training)


def set_for_all(phase: int | None) -> None:
    """Sets the phase of calls that name none; ``None`` takes it back."""
    global _set
    before, _set = _set, phase
    if (before is None) != (phase is None):
        change = state.train_as_keras if phase is None else _follow
        for layer in list(_ours):
            change(layer)


def note(made: Any) -> Any:
    """Have a layer or a model that was made follow the phase from now on; anything else may be.

    Returns: what was given.
    """
    if _is_layer(made) and made not in _ours:
        _ours.add(made)
        if _set is not None:
            _follow(made)
    return made


def note_all(model: Any) -> Any:
    """``note()`` for a layer or a model and all layers in it; anything else may be.

    Returns: what was given.
    """
    for layer in parts_of(model) if _is_layer(model) else ():
        note(layer)
    return model


@contextmanager
def followed_by(function: Any) -> Iterator[None]:
    """While something is called, it follows the phase if it is a layer."""
    if _set is None or not _is_layer(function) or function in _ours:
        yield
        return
    _follow(function)
    try:
        yield
    finally:
        state.train_as_keras(function)


def _is_layer(value: Any) -> bool:
    keras = sys.modules.get("keras")  # without it there are no layers
    return keras is not None and isinstance(value, keras.layers.Layer)


def _follow(layer: Any) -> None:
    state.train_by_default(layer, _phase)


def _phase() -> bool | None:
    return None if _set is None else bool(_set)
