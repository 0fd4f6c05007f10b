"""Variants of Keras's layers: they do one thing differently, and users see the same name."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.keras_private.saving import know_as

#: By Keras's class: layers that are saved as Keras's own.
OURS: dict[Any, Any] = {}


def variant(mixin: type, base: type, name: str) -> Any:
    """``base`` with the methods of ``mixin``; saved under a different name.

    Args:
        mixin: Class with the methods that differ.
        base: Keras's class, which layers and rows of summaries are named after.
        name: The name for saving.
    """
    cls = type(base.__name__, (mixin, base), {"__module__": mixin.__module__})
    return keras.saving.register_keras_serializable("rkeras_py", name)(cls)


def saved_as_keras(cls: Any) -> Any:
    """Make a subclass of a Keras layer be saved under the name of the Keras layer."""
    base = getattr(keras.layers, cls.__name__)
    know_as(cls, base)
    OURS[base] = cls
    return cls
