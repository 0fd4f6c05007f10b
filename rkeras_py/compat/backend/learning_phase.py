"""The learning phase: whether layers and functions run in training mode.

Keras 2 determined it from, in this order: the argument ``training``, the call of an outer layer,
the global phase, the layer's own default. Keras 3 has no global phase. Here it applies to layers
and models that this package creates or calls; it does not affect others in the same process.
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

#: Layers that follow the phase, while one is set, whoever calls them.
_ours: WeakSet[Any] = WeakSet()


def current() -> int:
    """1 for training, 0 for inference: that of the current layer call, otherwise the global one."""
    training = state.training_of_call()
    if training is None:
        return _set or 0
    return int(training)


def set_for_all(phase: int | None) -> None:
    """Set the phase of calls without ``training``; ``None`` resets it."""
    global _set
    before, _set = _set, phase
    if (before is None) != (phase is None):
        change = state.train_as_keras if phase is None else _follow
        for layer in list(_ours):
            change(layer)


def note(made: Any) -> Any:
    """Make a new layer or model follow the phase from now on; other objects are ignored.

    Returns: the argument.
    """
    if _is_layer(made) and made not in _ours:
        _ours.add(made)
        if _set is not None:
            _follow(made)
    return made


def note_all(model: Any) -> Any:
    """``note()`` for a layer or a model and all layers in it; other objects are ignored.

    Returns: the argument.
    """
    for layer in parts_of(model) if _is_layer(model) else ():
        note(layer)
    return model


@contextmanager
def followed_by(function: Any) -> Iterator[None]:
    """A context in which a layer follows the phase; other objects are ignored."""
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
