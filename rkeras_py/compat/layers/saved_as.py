"""Layers of this package that are saved as Keras's own.

They differ only where Keras fails or ignores errors, so that saved models need only Keras.
"""

from __future__ import annotations

from typing import Any

# modules that define such classes
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
    """Change the layers of a model that Keras created or loaded to this package's classes."""
    for layer in parts_of(model):
        cls = OURS.get(type(layer))
        stands_for = getattr(cls, "stands_for", None)
        if cls is not None and (stands_for is None or stands_for(layer)):
            object.__setattr__(layer, "__class__", cls)
