"""What can be called with which arguments."""

from __future__ import annotations

import functools
import inspect


@functools.cache
def argument_names(cls: type) -> frozenset[str]:
    """The names of the arguments that a class is made with, those of its bases included."""
    names: set[str] = set()
    for base in cls.__mro__:
        if "__init__" in vars(base):
            names |= set(inspect.signature(vars(base)["__init__"]).parameters)
    return frozenset(names)
