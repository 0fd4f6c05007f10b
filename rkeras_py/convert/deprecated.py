"""R keras 2.16.1's messages about deprecated functions."""

from __future__ import annotations

import warnings

from rkeras_py.convert.warned import warn


class DeprecatedWarning(UserWarning):
    """A function or argument is deprecated; shown at each call."""


warnings.simplefilter("always", DeprecatedWarning)


def warn_of(text: str) -> None:
    """Warn about an argument with R keras's message."""
    warn(text, DeprecatedWarning)


def deprecated(what: str, instead: str) -> None:
    """Warn that something is deprecated.

    Args:
        what: As scripts write it, such as ``fit_generator()``.
        instead: What to use instead.
    """
    warn(f"`{what}` is deprecated. Use `{instead}` instead.", DeprecatedWarning)
