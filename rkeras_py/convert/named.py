"""R functions as plain Python functions, which Keras can save by their names."""

from __future__ import annotations

from collections.abc import Iterable
from types import FunctionType
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.places import UNNAMED, inside, place_of
from rkeras_py.convert.rule import ArgumentError


def named(value: Any, name: str | None = None, role: str = "function") -> Any:
    """An R function as a function of Python; other values as they are.

    Keras saves a function as its name, and finds it among the custom objects when it loads.

    Args:
        value: Anything.
        name: The function's name; its own by default.
        role: What it is, which its errors tell.
    """
    if type(value).__name__ != "RFunction":
        return value

    place = f"the {role} `{name}`" if name else place_of(role, value)

    def function(*args: Any, **kwargs: Any) -> Any:
        with inside(place):
            result = value(*args, **kwargs)
        if role in ("loss", "metric") and (result is None or isinstance(result, str)):
            raise ArgumentError(f"{place} must give a tensor, not {describe(result)}.")
        return result

    function.__name__ = function.__qualname__ = name or value.__name__
    function.role = role  # type: ignore[attr-defined]
    function.__signature__ = value.__signature__  # type: ignore[attr-defined]
    function.r_function = value  # type: ignore[attr-defined]
    return function


def tell_apart(functions: Iterable[Any], name: str) -> None:
    """Give R functions without a name ``name``, ``name_1`` and so on.

    Keras saves a function as its name alone: with one name for two, either would come back as the
    other.
    """
    unnamed = [f for f in functions if hasattr(f, "r_function") and f.__name__ == UNNAMED]
    for i, function in enumerate(unnamed):
        function.__name__ = function.__qualname__ = f"{name}_{i}" if i else name


def keep_names(functions: Iterable[Any]) -> None:
    """Have Keras call functions among metrics, of R or of Python, by their names as written.

    It would make ``rmse`` of ``RMSE``, and ``top5`` of ``top 5``.
    """
    for function in functions:
        plain = isinstance(function, FunctionType) and function.__name__.isidentifier()
        if hasattr(function, "r_function") or (plain and not hasattr(function, "name")):
            function.name = function.__name__
