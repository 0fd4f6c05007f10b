"""The arguments of a call by name, and the errors for those that a function does not have."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.rule import ArgumentError

#: In what a body gives: the argument is not Keras's.
DROP: Any = object()


def reject_unused(extra: dict[str, Any], positional: tuple[Any, ...] = ()) -> None:
    """The error that R gives for an argument that a function does not have.

    Raises:
        ArgumentError: there is one.
    """
    for value in positional:
        raise ArgumentError(f"unused argument ({describe(value)})")
    for name, value in extra.items():
        raise ArgumentError(f"unused argument ({name} = {describe(value)})")


signature_of = functools.cache(inspect.signature)


def arguments_of(function: Callable[..., Any], args: Any, kwargs: Any) -> dict[str, Any]:
    """All named arguments of a call, defaults included, as the body changes them."""
    signature = signature_of(function)
    bound = signature.bind(*args, **kwargs)
    bound.apply_defaults()
    given: dict[str, Any] = {}
    for name, value in bound.arguments.items():
        kind = signature.parameters[name].kind
        if kind is inspect.Parameter.VAR_KEYWORD:
            given.update(value)
        elif kind is not inspect.Parameter.VAR_POSITIONAL:
            given[name] = value
    changes = function(*args, **kwargs) or {}
    given.update(changes)
    return {n: v for n, v in given.items() if v is not DROP and v is not MISSING}


def reject_unknown(target: Any, given: dict[str, Any]) -> None:
    known = inspect.signature(target).parameters
    if not any(p.kind is inspect.Parameter.VAR_KEYWORD for p in known.values()):
        reject_unused({n: v for n, v in given.items() if n not in known})
