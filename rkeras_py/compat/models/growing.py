"""Adding layers to a sequential model one by one, each built once.

Keras's own ``Sequential.add()`` calls all layers again for each one that is added.
"""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def _growing() -> Any:
    """The class of a model while layers are added: its graph is made when it is first used."""
    import keras

    class Sequential(keras.Sequential):  # type: ignore[misc]
        def __getattribute__(self, name: str) -> Any:
            if name == "__class__":  # isinstance() asks
                return keras.Sequential
            finish(self)
            return getattr(self, name)

    Sequential.__module__ = keras.Sequential.__module__
    Sequential.__qualname__ = keras.Sequential.__qualname__
    return Sequential


def grow(model: Any, layer: Any) -> None:
    """Add a layer to a sequential model; one that does not fit leaves the model as it was."""
    import keras

    ends = _ends(model)
    if ends is None or isinstance(layer, keras.layers.InputLayer):
        _add(model, layer)
        return
    _become(model, keras.Sequential)
    try:
        with model._open_name_scope():
            output = layer(ends[1])
        model.add(layer, rebuild=False)
        ends = (ends[0], output)
    finally:
        model._functional, model.built = None, True
        vars(model)["_rkeras_ends"] = ends
        _become(model, _growing())


def is_empty(model: Any) -> bool:
    return type(model) is not _growing() and not model._layers


def finish(model: Any) -> None:
    """Make the graph of a model that was growing."""
    import keras
    from keras.src.models.functional import Functional

    if type(model) is _growing():
        _become(model, keras.Sequential)
        inputs, outputs = vars(model).pop("_rkeras_ends")
        model._functional = Functional(inputs=inputs, outputs=outputs)


def _become(model: Any, kind: Any) -> None:
    object.__setattr__(model, "__class__", kind)


def _ends(model: Any) -> tuple[Any, Any] | None:
    """Input and output of the model so far, where its layers are built."""
    if type(model) is _growing():
        ends: tuple[Any, Any] = object.__getattribute__(model, "__dict__")["_rkeras_ends"]
        return ends
    if model._functional is None:
        return None
    return model._layers[0].output, model._functional._outputs_struct


def _add(model: Any, layer: Any) -> None:
    try:
        model.add(layer)
    except Exception:
        if model._layers and model._layers[-1] is layer:
            model.pop()
        raise
