"""Attributes of Keras 2's objects that scripts use, and their equivalents in Keras 3."""

from __future__ import annotations

import functools
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from rkeras_py.compat.models import members
from rkeras_py.compat.names.classes import class_names
from rkeras_py.compat.names.modules import member
from rkeras_py.compat.optimizers import shared
from rkeras_py.compat.optimizers import weights as optimizer_weights

#: S3 class -> former attribute -> current name, or a function of the object.
FORMER: dict[str, dict[str, str | Callable[[Any], Any]]] = {
    "keras.optimizers.Optimizer": {
        "lr": "learning_rate",
        "weights": lambda optimizer: optimizer_weights.variables(optimizer),
        "apply_gradients": lambda optimizer: partial(shared.apply_gradients, optimizer),
        "get_weights": lambda optimizer: partial(optimizer_weights.get, optimizer),
        "set_weights": lambda optimizer: partial(optimizer_weights.set, optimizer),
        **members.OPTIMIZER,
    },
    "keras.engine.training.Model": {
        "add_metric": lambda model: _added(model, "add_metric"),
        "add_loss": lambda model: _added(model, "add_loss"),
        "metrics_names": lambda model: _metrics_names(model),
        "input_names": lambda model: _names_of_ends(model, 0),
        "output_names": lambda model: _names_of_ends(model, 1),
        **members.MODEL,
    },
    "keras.layers.InputLayer": members.INPUT_LAYER,
    "keras.engine.base_layer.Layer": {
        "output_shape": lambda layer: _shapes(get(layer, "output")),
        "input_shape": lambda layer: _shapes(get(layer, "input")),
        "add_weight": lambda layer: partial(_add_weight, layer),
        "input": lambda layer: _without_masks(_tensors(layer, "input")),
        "output_mask": lambda layer: _masks(get(layer, "output")),
        "input_mask": lambda layer: _masks(get(layer, "input")),
        **members.LAYER,
    },
    "keras.metrics.Metric": members.METRIC,
    "keras.engine.keras_tensor.KerasTensor": {
        "shape": lambda tensor: _tensor_shape(tensor),
        "get_shape": lambda tensor: partial(_tensor_shape, tensor),
        "dtype": lambda tensor: _tensor_type(tensor),
    },
    "keras.Variable": {
        "shape": lambda variable: _tensor_shape(variable),
        "get_shape": lambda variable: partial(_tensor_shape, variable),
        "dtype": lambda variable: _tensor_type(variable),
        "name": lambda variable: _variable_name(variable),
        "value": lambda variable: partial(_variable_value, variable),
    },
}

#: Names that have another meaning in Keras 3. Its optimizers accept their variables in another
#: order, and cannot return them. Its models refuse to add metrics, and accept losses only during a
#: call. Its tensors have tuples and strings instead of TensorFlow's shapes and types. Names of its
#: variables do not contain the layer, and ``value`` is a property. Its layers include masks in
#: their inputs and random states in their variables, and refuse weights after they are built.
_OTHERWISE = {
    "set_weights", "apply_gradients", "add_metric", "add_loss", "metrics_names", "shape", "dtype",
    "name", "value", "variables", "input", "add_weight",
}  # fmt: skip

_FORMER_NAMES = {name for names in FORMER.values() for name in names}


def _added(model: Any, method: str) -> Callable[..., Any]:
    from rkeras_py.compat.models import added  # needs Keras, unlike library(keras) in R

    return partial(getattr(added, method), model)


def _add_weight(layer: Any, *args: Any, **options: Any) -> Any:
    from rkeras_py.compat.models import subclassing

    return subclassing.add_weight(layer, *args, **options)


def _metrics_names(model: Any) -> list[str]:
    from rkeras_py.compat.models.scores import in_order

    if not all(getattr(metric, "built", True) for metric in model.metrics):
        return []  # as in Keras 2, before the model has seen data
    return list(in_order(model, model.get_metrics_result()))


def _names_of_ends(model: Any, end: int) -> list[str]:
    """The names of a model's inputs (0) or outputs (1); none if it has no shapes yet."""
    from rkeras_py.compat.models import scores

    if not getattr(model, ("inputs", "outputs")[end], None):
        return []
    return (scores.input_names, scores.output_names)[end](model)


def _tensor_shape(tensor: Any) -> Any:
    import tensorflow as tf

    return tf.TensorShape(tensor.shape)


def _tensor_type(tensor: Any) -> Any:
    import tensorflow as tf

    return tf.as_dtype(tensor.dtype)


def _variable_name(variable: Any) -> str:
    """The name with the layer's name, such as ``dense/kernel:0``.

    Keras 3 adds the name of the sequential model, unlike Keras 2.
    """
    from rkeras_py.compat.models import made  # needs Keras

    return made.without_sequential(variable.path) + ":0"


def _variable_value(variable: Any) -> Any:
    import tensorflow as tf

    return tf.convert_to_tensor(variable.value)


def _shapes(tensors: Any) -> Any:
    if isinstance(tensors, (list, tuple)):
        return [tuple(tensor.shape) for tensor in tensors]
    return tuple(tensors.shape)


def _without_masks(tensors: Any) -> Any:
    """The inputs of a layer, without tensors that are masks of other inputs."""
    if not isinstance(tensors, (list, tuple)):
        return tensors
    masks = [mask for tensor in tensors if (mask := _mask(tensor)) is not None]
    own = [tensor for tensor in tensors if not any(tensor is mask for mask in masks)]
    return own[0] if len(own) == 1 < len(tensors) else own


def _masks(tensors: Any) -> Any:
    if isinstance(tensors, (list, tuple)):
        return [_mask(tensor) for tensor in tensors]
    return _mask(tensors)


def _mask(tensor: Any) -> Any:
    from rkeras_py.keras_private.layers import mask_of

    return mask_of(tensor)


def find(value: Any, name: str) -> str | Callable[[Any], Any] | None:
    """The equivalent of a former attribute of this object; ``None`` if there is none."""
    if name not in _FORMER_NAMES or (name not in _OTHERWISE and _has_own(value, name)):
        return None
    for owner in class_names(type(value)):
        found = FORMER.get(owner, {}).get(name)
        if found is not None:
            return found
    return None


def _has_own(value: Any, name: str) -> bool:
    """Whether an object's class defines the attribute, or a script has set it."""
    return hasattr(type(value), name) or name in getattr(value, "__dict__", ())


def get(value: Any, name: str) -> Any:
    """Get an attribute by its current name or that of Keras 2.

    Raises:
        AttributeError: the object has neither.
    """
    found = find(value, name)
    if found is None:
        if isinstance(value, ModuleType):
            return member(value, name)
        if name == "output":
            return _tensors(value, name)
        return _of_today(value, name)
    return getattr(value, found) if isinstance(found, str) else found(value)


def _of_today(value: Any, name: str) -> Any:
    """An attribute by its current name; Keras variables also have those of TensorFlow variables."""
    try:
        return getattr(value, name)
    except AttributeError:
        if "keras.Variable" in class_names(type(value)):
            return getattr(value.value, name)
        raise


def _tensors(value: Any, name: str) -> Any:
    """``input`` or ``output``; Keras 3's sequential models only have the plural names."""
    if type(value).__name__ == "Sequential":
        tensors = getattr(value, f"{name}s", None)
        if tensors and len(tensors) == 1:
            return tensors[0]
    return getattr(value, name)


def set(value: Any, name: str, new: Any) -> None:
    """Set an attribute by its current name or that of Keras 2."""
    found = find(value, name)
    if name == "call" and hasattr(new, "python_function"):
        new = _traced_once_built(value, new)
    setattr(value, found if isinstance(found, str) else name, new)
    if "keras.engine.base_layer.Layer" in class_names(type(value)):
        from rkeras_py.compat.models import variables

        variables.track(value, name, new)


def _traced_once_built(layer: Any, function: Any) -> Callable[..., Any]:
    """What a layer or model calls instead of a ``tf.function``.

    Keras calls ``call()`` once to create the weights, which are constants at that time. TensorFlow
    would keep these constants in its graph, which could not be trained.

    Args:
        layer: The layer or model.
        function: Its new ``call()``, traced by TensorFlow.
    """

    def call(*args: Any, **kwargs: Any) -> Any:
        return (function if layer.built else function.python_function)(*args, **kwargs)

    return functools.wraps(function.python_function)(call)
