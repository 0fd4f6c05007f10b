"""R functions as Python functions and methods; see R/R/python-class.R and python-values.R."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge import r6
from rkeras_py.bridge.functions import RFunction
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.handles import Kept

_KIND = inspect.Parameter.POSITIONAL_OR_KEYWORD


@internal(".signed_function")
def signed_function(function: RFunction, names: Any, defaults: Any) -> Any:
    """A Python function with the parameters and defaults of an R function."""
    known = defaults if isinstance(defaults, dict) else {}
    empty = inspect.Parameter.empty
    signature = inspect.Signature(
        [inspect.Parameter(name, _KIND, default=known.get(name, empty)) for name in names or []]
    )

    def call(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        return function(*bound.args, **bound.kwargs)

    call.__signature__ = signature  # type: ignore[attr-defined]
    call.__name__ = call.__qualname__ = function.__name__
    return call


@internal(".make_class")
def make_class(name: str, bases: Any, names: Any, members: Any) -> Any:
    """A class; R functions among its members become methods with the object as first argument."""
    space = {
        key: _method(key, member) if isinstance(member, RFunction) else member
        for key, member in zip(names or [], members or [], strict=True)
    }
    module = {"__module__": "", "__qualname__": name}
    if r6.of_keras(tuple(bases or ())):
        from rkeras_py.compat.models import variables

        space |= variables.methods(tuple(bases), space)
    return Kept(type(bases[0])(name, tuple(bases), module | space) if bases
                else type(name, (), module | space), True)  # fmt: skip


def _method(name: str, function: RFunction) -> Callable[..., Any]:
    def method(*args: Any, **kwargs: Any) -> Any:
        return function(Kept(args[0], True), *args[1:], **kwargs)

    method.__name__ = method.__qualname__ = name
    method.__signature__ = function.__signature__  # type: ignore[attr-defined]
    return method


@internal(".super")
def make_super(cls: type, instance: Any) -> Any:
    return Kept(super(cls, instance), True)
