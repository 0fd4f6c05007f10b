"""The classes behind ``rkeras_py.pipe``: API functions as steps after ``>>``."""

from __future__ import annotations

import functools
import inspect
import reprlib
from collections.abc import Callable
from typing import Any, Concatenate, Generic, ParamSpec, overload

from rkeras_py.registry.define import function_of

P = ParamSpec("P")


class Step:
    """A call without its first argument: ``value >> step`` calls it."""

    # Makes NumPy leave `array >> step` to the step.
    __array_ufunc__ = None

    def __init__(
        self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        self.function, self.args, self.kwargs = function, args, kwargs

    def __rrshift__(self, value: Any) -> Any:
        return self.function(value, *self.args, **self.kwargs)

    def __repr__(self) -> str:
        named = [f"{name}={reprlib.repr(value)}" for name, value in self.kwargs.items()]
        written = ", ".join([*map(reprlib.repr, self.args), *named])
        return f"pipe.{self.function.__name__}({written})"


class Piped(Generic[P]):
    """An API function without its first argument; calling it returns a ``Step``."""

    # Types cannot express the rest of a function that accepts any named arguments.
    @overload
    def __init__(self, function: Callable[Concatenate[Any, P], Any]) -> None: ...
    @overload
    def __init__(self: Piped[...], function: Callable[..., Any]) -> None: ...

    def __init__(self, function: Callable[..., Any]) -> None:
        assigned = set(functools.WRAPPER_ASSIGNMENTS) - {"__doc__"}
        functools.update_wrapper(self, function, assigned)
        self._function = function

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]  # texts are created when needed
        exported = function_of(self._function)
        return exported.python_doc if exported else self._function.__doc__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Step:
        return Step(self._function, args, kwargs)

    __array_ufunc__ = None

    def __rrshift__(self, value: Any) -> Any:
        name = f"pipe.{self._function.__name__}"
        raise TypeError(f"`>> {name}` lacks its brackets: write `>> {name}(...)`")

    @property
    def __signature__(self) -> inspect.Signature:
        signature = inspect.signature(self._function)
        return signature.replace(parameters=list(signature.parameters.values())[1:])
