"""The learning phase: whether layers and functions that ask work as in training.

Keras 2 took it from, in this order: the argument ``training``, the call of an outer layer, the
phase that was set for all, the layer's own default. Keras 3 has no phase that is set for all.
"""

from __future__ import annotations

import functools
from typing import Any

import keras
from keras.src.backend.common import global_state

_set: int | None = None


def current() -> int:
    """1 for training, 0 for use: that of the layer that is being called, else the one set."""
    context = global_state.get_global_attribute("current_call_ctx")
    training = None if context is None else context.get_value("training")
    if training is None:
        return _set or 0
    return int(bool(training))


def set_for_all(phase: int | None) -> None:
    """Sets the phase of calls that name none; ``None`` takes it back."""
    global _set
    _set = phase
    if phase is not None:
        _let_layers_ask()


def _let_layers_ask() -> None:
    """Have layers that are called by themselves take the phase that is set for all."""
    layer = keras.layers.Layer
    if hasattr(layer, "_rkeras_phase"):
        return
    resolve = layer._resolve_and_populate_arg

    @functools.wraps(resolve)
    def resolve_with_phase(self: Any, name: str, spec: Any, context: Any, kwargs: Any) -> Any:
        if (
            _set is not None
            and name == "training"
            and spec.user_arguments_dict.get(name) is None
            and context.get_value(name) is None
        ):
            context.set_value(name, bool(_set))
        return resolve(self, name, spec, context, kwargs)

    layer._resolve_and_populate_arg = resolve_with_phase
    layer._rkeras_phase = True
