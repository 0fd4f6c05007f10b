"""Warnings that name the line of the user's code which led to them."""

from __future__ import annotations

import sys
import warnings

from rkeras_py.convert import terms

#: Packages, and modules of Python's, whose lines say nothing to the user.
_INNER = frozenset({"rkeras_py", "keras", "tensorflow", "contextlib", "functools", "threading"})


def warn(text: str, category: type[Warning] = UserWarning) -> None:
    """Warn, in the terms of the language that called, at the line outside of this package."""
    text = text if terms.for_r() else terms.in_python(text)
    warnings.warn(text, category, stacklevel=_level())


def _level() -> int:
    """The ``stacklevel`` of the nearest frame of the user's, for the caller of this function."""
    level, frame = 1, sys._getframe(1)
    while frame.f_globals.get("__name__", "").partition(".")[0] in _INNER:
        if frame.f_back is None:  # R called, or a thread of Keras's
            return 2
        level, frame = level + 1, frame.f_back
    return level
