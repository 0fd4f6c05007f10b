"""The arguments of functions and classes, and errors for unknown arguments."""

from __future__ import annotations

import functools
import inspect
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from rkeras_py.convert.describe import describe, near_matches
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn


@functools.cache
def argument_names(cls: type) -> frozenset[str]:
    """The names of a class's constructor arguments, including those of its bases."""
    names: set[str] = set()
    for base in cls.__mro__:
        if "__init__" in vars(base):
            names |= set(inspect.signature(vars(base)["__init__"]).parameters)
    return frozenset(names)


class UnusedWarning(UserWarning):
    """Unknown arguments that a function ignores; shown every time."""


warnings.simplefilter("always", UnusedWarning)


def ignore_unused(extra: Mapping[str, Any], known: Iterable[str]) -> None:
    """Warn about unknown arguments that R keras ignored.

    Args:
        extra: The arguments.
        known: The names of the function's own arguments, for suggestions.
    """
    for name, value in extra.items():
        text = f"unused argument ({name} = {describe(value)}): it has no effect."
        text += near_matches(name, list(known))
        warn(text, UnusedWarning)


def reject_unused(extra: Mapping[str, Any], positional: tuple[Any, ...] = ()) -> None:
    """Raise R's error for an argument that a function does not have.

    Raises:
        ArgumentError: there is such an argument.
    """
    for value in positional:
        raise ArgumentError(f"unused argument ({describe(value)})")
    for name, value in extra.items():
        raise ArgumentError(f"unused argument ({name} = {describe(value)})")


def reject_unknown(target: Any, arguments: Mapping[str, Any]) -> None:
    """The same for arguments that a function or class of Keras does not have.

    Raises:
        ArgumentError: there is such an argument.
    """
    known = inspect.signature(target).parameters
    if not any(p.kind is inspect.Parameter.VAR_KEYWORD for p in known.values()):
        reject_unused({n: v for n, v in arguments.items() if n not in known})
