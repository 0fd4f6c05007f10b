"""Configurations of layers and models: lists, JSON, YAML."""

from __future__ import annotations

import copy
import json as json_module
from collections.abc import Callable
from typing import Any

from rkeras_py.compat.models.made import finished
from rkeras_py.compat.names.unknown import with_known_names
from rkeras_py.convert.configs import Config, ConfigOf
from rkeras_py.convert.custom_objects import CustomObjects
from rkeras_py.convert.describe import describe
from rkeras_py.convert.objects import Model
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.slashes import in_config
from rkeras_py.registry.define import export


@export
def get_config(object: Any) -> Any:
    """Get the configuration of a layer or model.

    The configuration holds the arguments that the object was created with. It does not hold
    weights.

    Args:
        object: A layer, a model, an optimizer, or another object of Keras.

    Returns: a configuration. Its parts can be read by name; ``from_config()`` creates an object of
        the same class from it.

    Example:
        config <- get_config(layer_dense(units = 2, activation = "relu"))
        config[["units"]]
        same <- from_config(config)
    """
    if isinstance(object, type) or not hasattr(object, "get_config"):
        raise ArgumentError(
            f"`object` must be a layer, a model or another object of Keras, not {describe(object)}."
        )
    return Config(object.get_config(), type(object))


@export
def from_config(config: ConfigOf, custom_objects: CustomObjects | None = None) -> Any:
    """Create a layer or model from its configuration.

    The new object has new weights.

    Args:
        config: A configuration, as returned by ``get_config()``.
        custom_objects: Named list of custom functions and classes that it uses.

    Returns: an object of the class of the original.

    Example:
        config <- get_config(layer_dense(units = 2, activation = "relu"))
        same <- from_config(config)
    """
    with with_known_names(custom_objects or {}, compile=False):
        if isinstance(config, Config):
            return finished(config.owner.from_config(in_config(copy.deepcopy(dict(config)))))
        import keras

        from rkeras_py.compat.safe_mode import safe_mode

        with safe_mode():
            made = keras.saving.deserialize_keras_object(in_config(copy.deepcopy(config)))
        return finished(made)


@export
def model_to_json(object: Model) -> str:
    """Convert the architecture of a model to JSON.

    The result describes the layers and how they are connected. It does not hold weights.

    Args:
        object: A model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        json <- model_to_json(model)
        same <- model_from_json(json)
    """
    text: str = object.to_json()
    return text


@export
def model_from_json(json: str, custom_objects: CustomObjects | None = None) -> Any:
    """Create a model from JSON.

    The new model has new weights. JSON that Keras 2 wrote can be read, too.

    Args:
        json: JSON, as returned by ``model_to_json()``.
        custom_objects: Named list of custom functions and classes that the model uses.

    Returns: a model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        json <- model_to_json(model)
        same <- model_from_json(json)
    """
    from rkeras_py.compat.files import config_texts

    return _model("json", json, config_texts.from_json, custom_objects)


@export
def model_to_yaml(object: Model) -> str:
    """Convert the architecture of a model to YAML.

    The result describes the layers and how they are connected. It does not hold weights.

    Args:
        object: A model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        cat(model_to_yaml(model))
    """
    from rkeras_py.compat.files import config_texts

    config = json_module.loads(object.to_json())
    text: str = config_texts.module().safe_dump(config, sort_keys=False)
    return text


@export
def model_from_yaml(yaml: str, custom_objects: CustomObjects | None = None) -> Any:
    """Create a model from YAML.

    The new model has new weights. YAML that Keras 2 wrote can be read, too. Only plain values are
    read: YAML that would run code is an error. Keras dropped the format because of such code.

    Args:
        yaml: YAML, as returned by ``model_to_yaml()``.
        custom_objects: Named list of custom functions and classes that the model uses.

    Returns: a model.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
        same <- model_from_yaml(model_to_yaml(model))
    """
    from rkeras_py.compat.files import config_texts

    return _model("yaml", yaml, config_texts.from_yaml, custom_objects)


def _model(
    argument: str,
    text: str,
    read: Callable[[str], Any],
    custom_objects: dict[str, Any] | None,
) -> Any:
    from rkeras_py.compat.files import configs
    from rkeras_py.compat.layers import saved_as

    try:
        config = read(text)
    except ArgumentError as problem:
        raise ArgumentError(f"`{argument}` {problem}") from None
    try:
        with with_known_names(custom_objects or {}, compile=False):
            model = configs.model_from_config(config, custom_objects)
    except RecursionError:
        raise ArgumentError(f"`{argument}` is nested too deeply.") from None
    except (AttributeError, LookupError) as problem:
        what = f"{type(problem).__name__}: {problem}"
        raise ArgumentError(f"`{argument}` is not a model saved by Keras ({what}).") from problem
    saved_as.restore(model)
    return finished(model)
