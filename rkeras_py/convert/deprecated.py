"""What R keras 2.16.1 told of functions that were deprecated in it."""

from __future__ import annotations

import warnings

from rkeras_py.convert.warned import warn


class DeprecatedWarning(UserWarning):
    """A function, or an argument, is an early form of another; shown at each call."""


warnings.simplefilter("always", DeprecatedWarning)


def warn_of(text: str) -> None:
    """Warn, in R keras's words, of an argument or of a form of it."""
    warn(text, DeprecatedWarning)


def deprecated(what: str, instead: str) -> None:
    """Warn that something is deprecated.

    Args:
        what: As scripts write it, such as ``fit_generator()``.
        instead: What to use in its place.
    """
    warn(f"`{what}` is deprecated. Use `{instead}` instead.", DeprecatedWarning)
