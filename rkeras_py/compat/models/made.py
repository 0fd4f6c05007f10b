"""What this package adds to models that Keras has created."""

from __future__ import annotations

import re
from typing import Any

from rkeras_py.compat.backend import learning_phase
from rkeras_py.compat.models.scores import name_outputs
from rkeras_py.keras_private.layers import parts_of

#: The names of all sequential models, which are prefixes of the names of weights in Keras 3.
_sequential_names: set[str] = set()


def note_name(model: Any) -> Any:
    """Store the name of a sequential model. Returns: the model."""
    _sequential_names.add(model.name)
    return model


def without_sequential(path: str) -> str:
    """The path of a weight without names of sequential models, as in Keras 2."""
    first, _, rest = path.partition("/")
    if "/" not in rest:
        return path
    if first in _sequential_names or re.fullmatch(r"sequential(_\d+)?", first):
        return without_sequential(rest)
    return path


def finished(model: Any) -> Any:
    """Finish a layer or model that Keras has created, and all layers in it; ignores other objects.

    Returns: the argument.
    """
    import keras

    if isinstance(model, keras.Model):
        for part in parts_of(model):
            name_outputs(part)
            if isinstance(part, keras.Sequential):
                note_name(part)
    return learning_phase.note_all(model)
