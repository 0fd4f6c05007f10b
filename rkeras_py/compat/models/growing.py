"""Adds layers to a sequential model one by one, each built once.

Keras's own ``Sequential.add()`` calls all layers again for each added layer.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.keras_private.models import layers_with_input, name_scope_of
from rkeras_py.keras_private.sequential import ends_of, put_behind


def grow(model: Any, layer: Any) -> None:
    """Add a layer to a sequential model; if it does not fit, the model is not changed."""
    import keras

    ends = ends_of(model)
    if ends is None or isinstance(layer, keras.layers.InputLayer):
        _add(model, layer)
        return
    with name_scope_of(model):
        output = layer(ends[1])
    put_behind(model, layer, ends[0], output)


def _add(model: Any, layer: Any) -> None:
    try:
        model.add(layer)
    except Exception:
        layers = layers_with_input(model)
        if layers and layers[-1] is layer:
            model.pop()
        raise
