"""R functions as plain Python functions, which Keras can save by name."""

from __future__ import annotations

from collections.abc import Iterable
from types import FunctionType
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.places import UNNAMED, inside, place_of
from rkeras_py.convert.rule import ArgumentError


def named(value: Any, name: str | None = None, role: str = "function") -> Any:
    """An R function as a Python function; other values are unchanged.

    Keras saves the name of a function, and looks it up in the custom objects when it loads a model.

    Args:
        value: Anything.
        name: The function's name; by default its own name.
        role: Its role, for error messages.
    """
    if type(value).__name__ != "RFunction":
        return value

    place = f"the {role} `{name}`" if name else place_of(role, value)

    def function(*args: Any, **kwargs: Any) -> Any:
        with inside(place):
            result = value(*args, **kwargs)
        if role in ("loss", "metric") and (result is None or isinstance(result, str)):
            raise ArgumentError(f"{place} must return a tensor, not {describe(result)}.")
        return result

    function.__name__ = function.__qualname__ = name or value.__name__
    function.role = role  # type: ignore[attr-defined]
    function.__signature__ = value.__signature__  # type: ignore[attr-defined]
    function.r_function = value  # type: ignore[attr-defined]
    return function


def tell_apart(functions: Iterable[Any], name: str) -> None:
    """Name R functions without a name ``name``, ``name_1`` and so on.

    Keras saves only the name of a function: two functions with the same name could be confused.
    """
    unnamed = [f for f in functions if hasattr(f, "r_function") and f.__name__ == UNNAMED]
    for i, function in enumerate(unnamed):
        function.__name__ = function.__qualname__ = f"{name}_{i}" if i else name


def keep_names(functions: Iterable[Any]) -> None:
    """Make Keras use the names of metric functions, of R or Python, unchanged.

    It would turn ``RMSE`` into ``rmse``, and ``top 5`` into ``top5``.
    """
    for function in functions:
        plain = isinstance(function, FunctionType) and function.__name__.isidentifier()
        if hasattr(function, "r_function") or (plain and not hasattr(function, "name")):
            function.name = function.__name__
