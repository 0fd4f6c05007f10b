"""Decorators for the uniform families: layers, optimizers, losses, metrics.

A decorated function provides signature and documentation. Its body, if there is one, is called with
the accepted arguments and returns those that differ for Keras (``DROP`` omits an argument).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.convert.parameter import accept
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.signatures import reject_unknown, reject_unused
from rkeras_py.registry.arguments import arguments_of, signature_of, unnamed
from rkeras_py.registry.configs import MAKERS
from rkeras_py.registry.define import REGISTRY, export

F = TypeVar("F", bound=Callable[..., Any])

#: A key in the result of a layer's body: the name of another class to create.
CLASS = "<class>"


def keras_class(module: str, name: str) -> Any:
    """A class by name: from ``keras``, or from ``rkeras_py.compat`` if Keras 3 removed it.

    ``"file.Name"`` is a class in this file of ``rkeras_py.compat.<module>``, even if Keras 3 has a
    class of this name.
    """
    import importlib

    import keras

    file, _, changed = name.rpartition(".")
    if file:
        return getattr(importlib.import_module(f"rkeras_py.compat.{module}.{file}"), changed)

    found = getattr(getattr(keras, module), name, None)
    return found or getattr(importlib.import_module(f"rkeras_py.compat.{module}"), name)


def layer(keras_name: str, object_name: str = "object") -> Callable[[F], F]:
    """Decorator of a function that creates a Keras layer and composes it with ``object``."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(*args: Any, **kwargs: Any) -> Any:
            from rkeras_py.registry.compose import compose, create

            arguments = arguments_of(function, args, kwargs)
            target = arguments.pop(object_name, None)
            cls = keras_class("layers", arguments.pop(CLASS, keras_name))
            return compose(target, create(cls, arguments))

        exported = export(family="layer", call=make)(function)
        MAKERS.setdefault(keras_name.split(".")[-1], []).append(REGISTRY[function.__name__])
        return exported

    return decorate


def part(module: str, keras_name: str) -> Callable[[F], F]:
    """Decorator of a function that creates an object of ``keras.<module>`` for layers."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(*args: Any, **kwargs: Any) -> Any:
            cls = keras_class(module, keras_name)
            arguments = arguments_of(function, args, kwargs)
            reject_unknown(cls, arguments)
            return cls(**arguments)

        return export(family=module.removesuffix("s"), call=make)(function)

    return decorate


def optimizer(keras_name: str) -> Callable[[F], F]:
    """Decorator of a function that creates a Keras optimizer; accepts arguments of Keras 2, too."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(*args: Any, **kwargs: Any) -> Any:
            from rkeras_py.compat.optimizers import optimizers

            arguments = arguments_of(function, args, kwargs)
            return optimizers.make(keras_class("optimizers", keras_name), arguments)

        return export(family="optimizer", call=make)(function)

    return decorate


def loss(keras_name: str, function_name: str) -> Callable[[F], F]:
    """Decorator of a loss: returns the loss of ``y_true`` and ``y_pred``, or a loss object."""
    return _measure("losses", keras_name, function_name, "loss")


def metric(keras_name: str, function_name: str = "") -> Callable[[F], F]:
    """Decorator of a metric: returns values for ``y_true`` and ``y_pred``, or a metric object."""
    return _measure("metrics", keras_name, function_name, "metric")


def _measure(module: str, keras_name: str, function_name: str, family: str) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(*args: Any, **kwargs: Any) -> Any:
            signature = signature_of(function)
            arguments = arguments_of(function, args, kwargs)
            data = [_data(name, arguments.pop(name, None)) for name in ("y_true", "y_pred")]
            rest = unnamed(function, args, kwargs)
            if len(rest) == 2 and function_name and "y_true" not in signature.parameters:
                data, rest = [_data("y_true", rest[0]), _data("y_pred", rest[1])], ()
            reject_unused({}, rest)
            if data[0] is None and data[1] is None:
                return _object(keras_class(module, keras_name), arguments)
            if data[0] is None or data[1] is None:
                missing = "y_true" if data[0] is None else "y_pred"
                raise ArgumentError(f"`{missing}` is missing: give both or neither.")
            if not function_name:
                reject_unused({"y_true": data[0], "y_pred": data[1]})
            for name in ("name", "dtype", "reduction"):
                arguments.pop(name, None)
            values = keras_class(module, function_name)
            reject_unknown(values, arguments)
            return values(*data, **arguments)

        return export(family=family, call=make)(function)

    return decorate


def _data(name: str, value: Any) -> Any:
    """Labels or predictions, possibly passed in ``...``; a number is a vector of length one."""
    from rkeras_py.convert.tensors import TensorRule

    value = accept(TensorRule(), name, value)
    if isinstance(value, (bool, int, float)):
        from keras import ops

        return ops.convert_to_tensor([value])
    return value


def _object(cls: Any, arguments: dict[str, Any]) -> Any:
    """Create a loss or metric of Keras."""
    if arguments.get("name", "") is None:
        del arguments["name"]
    if arguments.get("reduction") == "auto":  # Keras 2's name for the current default
        arguments["reduction"] = "sum_over_batch_size"
    reject_unknown(cls, arguments)
    made = cls(**arguments)
    own = {n: v for n, v in arguments.items() if n not in ("name", "dtype", "reduction", "fn")}
    if own:  # Keras saves only some of them: the Huber loss is loaded without its delta
        get_config = made.get_config
        object.__setattr__(made, "get_config", lambda: {**own, **get_config()})
    return made
