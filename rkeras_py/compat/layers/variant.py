"""Variants of Keras's layers: they do one thing otherwise, and have the same name to the user."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.keras_private.saving import know_as

#: Layers that are saved as Keras's own, by Keras's class.
OURS: dict[Any, Any] = {}


def variant(mixin: type, base: type, name: str) -> Any:
    """``base`` with the methods of ``mixin``; saved under a name that tells it from ``base``.

    Args:
        mixin: Holds the methods that differ.
        base: Keras's class, after which layers and the rows of summaries are named.
        name: What the class is saved as.
    """
    cls = type(base.__name__, (mixin, base), {"__module__": mixin.__module__})
    return keras.saving.register_keras_serializable("rkeras_py", name)(cls)


def saved_as_keras(cls: Any) -> Any:
    """Have files know this subclass of a layer of Keras by the name of that."""
    base = getattr(keras.layers, cls.__name__)
    know_as(cls, base)
    OURS[base] = cls
    return cls
