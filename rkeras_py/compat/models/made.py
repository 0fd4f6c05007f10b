"""What this package adds to models that Keras has made."""

from __future__ import annotations

import re
from typing import Any

from rkeras_py.compat.backend import learning_phase
from rkeras_py.compat.models.scores import name_outputs
from rkeras_py.keras_private.layers import parts_of

#: The names of all sequential models, with which Keras 3 begins the names of their weights.
_sequential_names: set[str] = set()


def note_name(model: Any) -> Any:
    """Remember the name of a sequential model. Returns: the model."""
    _sequential_names.add(model.name)
    return model


def without_sequential(path: str) -> str:
    """The path of a weight without the sequential models it is in, which Keras 2 did not name."""
    first, _, rest = path.partition("/")
    if "/" not in rest:
        return path
    if first in _sequential_names or re.fullmatch(r"sequential(_\d+)?", first):
        return without_sequential(rest)
    return path


def finished(model: Any) -> Any:
    """A layer or a model that Keras has made, and all layers in it; anything else may be.

    Returns: what was given.
    """
    import keras

    if isinstance(model, keras.Model):
        for part in parts_of(model):
            name_outputs(part)
            if isinstance(part, keras.Sequential):
                note_name(part)
    return learning_phase.note_all(model)
