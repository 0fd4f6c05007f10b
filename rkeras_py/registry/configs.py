"""Configurations of layers in Keras 2's format, from which R's functions can recreate them."""

from __future__ import annotations

import inspect
from typing import Any

from rkeras_py.registry.define import Function

#: The functions that create layers, by class name.
MAKERS: dict[str, list[Function]] = {}

#: Arguments that had another name in Keras 2.
_FORMER = {"LeakyReLU": {"negative_slope": "alpha"}}

#: Entries of a configuration that are not arguments.
_SAID = {"vocabulary_size"}


def is_layer(value: Any) -> bool:
    """Whether this is a layer, but not a model."""
    import keras

    return isinstance(value, keras.layers.Layer) and not isinstance(value, keras.Model)


def in_keras_2_form(layer: Any, config: dict[str, Any]) -> dict[str, Any]:
    """A layer's configuration without additions of Keras 3 and defaults unknown to R.

    The dtype is a name, as in Keras 2; Keras 3 writes a policy.
    """
    former = _FORMER.get(type(layer).__name__, {})
    config = {former.get(key, key): _plain(value) for key, value in config.items()}
    makers = MAKERS.get(type(layer).__name__)
    if not makers:
        return config
    taken = {name for maker in makers for name in maker.parameters}
    if any(maker.takes_more for maker in makers):
        return {key: value for key, value in config.items() if key not in _SAID}
    known = inspect.signature(type(layer)).parameters
    return {
        key: value
        for key, value in config.items()
        if key in taken or not _is_default(key, value, known)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict) and value.get("class_name") == "DTypePolicy":
        return value["config"]["name"]
    return value


def _is_default(key: str, value: Any, known: Any) -> bool:
    import keras

    if key == "dtype":
        return bool(value == keras.config.dtype_policy().name)
    if key == "data_format":
        return bool(value == keras.config.image_data_format())
    if key in known:
        return bool(known[key].default == value)
    return value is None or value is False
