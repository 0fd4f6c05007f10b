"""What this package adds to models that Keras has made."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.backend import learning_phase
from rkeras_py.compat.models.scores import name_outputs
from rkeras_py.keras_private.layers import parts_of


def finished(model: Any) -> Any:
    """A layer or a model that Keras has made, and all layers in it; anything else may be.

    Returns: what was given.
    """
    import keras

    if isinstance(model, keras.Model):
        for part in parts_of(model):
            name_outputs(part)
    return learning_phase.note_all(model)
