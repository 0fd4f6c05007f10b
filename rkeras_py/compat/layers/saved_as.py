"""Classes of this package whose objects are saved as Keras's own.

They differ where Keras fails or is silent, and compute the same otherwise, so that a file of theirs
needs nothing but Keras.
"""

from __future__ import annotations

from typing import Any

import keras
from keras.src import api_export

_ours: dict[Any, Any] = {}


def saved_as_keras(cls: Any) -> Any:
    """Have files know this subclass of a layer of Keras by the name of that."""
    base = getattr(keras.layers, cls.__name__)
    api_export.REGISTERED_OBJS_TO_NAMES[cls] = api_export.get_name_from_symbol(base)
    _ours[base] = cls
    return cls


def restore(model: Any) -> None:
    """Make the layers of a model that Keras made or read what they are in this package."""
    # the files that have such classes
    from rkeras_py.compat.layers import augmentation  # noqa: F401

    for layer in model._flatten_layers():
        cls = _ours.get(type(layer))
        stands_for = getattr(cls, "stands_for", None)
        if cls is not None and (stands_for is None or stands_for(layer)):
            object.__setattr__(layer, "__class__", cls)
