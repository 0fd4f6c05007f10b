"""The arguments of functions and classes, and the errors for those that they do not have."""

from __future__ import annotations

import functools
import inspect
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from rkeras_py.convert.describe import describe, near_matches
from rkeras_py.convert.rule import ArgumentError


@functools.cache
def argument_names(cls: type) -> frozenset[str]:
    """The names of the arguments that a class is made with, those of its bases included."""
    names: set[str] = set()
    for base in cls.__mro__:
        if "__init__" in vars(base):
            names |= set(inspect.signature(vars(base)["__init__"]).parameters)
    return frozenset(names)


class UnusedWarning(UserWarning):
    """Arguments that a function does not have and leaves alone; shown every time."""


warnings.simplefilter("always", UnusedWarning)


def ignore_unused(extra: Mapping[str, Any], known: Iterable[str]) -> None:
    """Warn of arguments that a function does not have, where R keras left them alone.

    Args:
        extra: The arguments.
        known: The names of those that it has.
    """
    for name, value in extra.items():
        text = f"unused argument ({name} = {describe(value)}): it has no effect."
        text += near_matches(name, list(known))
        warnings.warn(text, UnusedWarning, stacklevel=3)


def reject_unused(extra: Mapping[str, Any], positional: tuple[Any, ...] = ()) -> None:
    """The error that R gives for an argument that a function does not have.

    Raises:
        ArgumentError: there is one.
    """
    for value in positional:
        raise ArgumentError(f"unused argument ({describe(value)})")
    for name, value in extra.items():
        raise ArgumentError(f"unused argument ({name} = {describe(value)})")


def reject_unknown(target: Any, arguments: Mapping[str, Any]) -> None:
    """The same for arguments that a function or a class of Keras does not have.

    Raises:
        ArgumentError: there is one.
    """
    known = inspect.signature(target).parameters
    if not any(p.kind is inspect.Parameter.VAR_KEYWORD for p in known.values()):
        reject_unused({n: v for n, v in arguments.items() if n not in known})
