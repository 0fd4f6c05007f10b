"""The named and unnamed arguments of a call."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from rkeras_py.convert.parameter import MISSING

#: As a value that a body returns: do not pass the argument to Keras.
DROP: Any = object()


signature_of = functools.cache(inspect.signature)


def arguments_of(function: Callable[..., Any], args: Any, kwargs: Any) -> dict[str, Any]:
    """All named arguments of a call, including defaults, with the changes by the body."""
    signature = signature_of(function)
    bound = signature.bind(*args, **kwargs)
    bound.apply_defaults()
    arguments: dict[str, Any] = {}
    for name, value in bound.arguments.items():
        kind = signature.parameters[name].kind
        if kind is inspect.Parameter.VAR_KEYWORD:
            arguments.update(value)
        elif kind is not inspect.Parameter.VAR_POSITIONAL:
            arguments[name] = value
    changes = function(*args, **kwargs) or {}
    arguments.update(changes)
    return {n: v for n, v in arguments.items() if v is not DROP and v is not MISSING}


def unnamed(function: Callable[..., Any], args: Any, kwargs: Any) -> tuple[Any, ...]:
    """The unnamed arguments in R's ``...``."""
    signature = signature_of(function)
    bound = signature.bind(*args, **kwargs).arguments
    for name, parameter in signature.parameters.items():
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            return tuple(bound.get(name, ()))
    return ()
