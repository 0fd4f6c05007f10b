"""Layers of this package that files know as Keras's own.

They differ where Keras fails or is silent, and compute the same otherwise, so that a file of theirs
needs nothing but Keras.
"""

from __future__ import annotations

from typing import Any

# the files that have such classes
from rkeras_py.compat.layers import (  # noqa: F401
    attention,
    augmentation,
    categories,
    cropping,
    normalization,
    pooling,
    time_distributed,
    vectorization,
)
from rkeras_py.compat.layers.variant import OURS
from rkeras_py.keras_private.layers import parts_of


def restore(model: Any) -> None:
    """Make the layers of a model that Keras made or read what they are in this package."""
    for layer in parts_of(model):
        cls = OURS.get(type(layer))
        stands_for = getattr(cls, "stands_for", None)
        if cls is not None and (stands_for is None or stands_for(layer)):
            object.__setattr__(layer, "__class__", cls)
