"""How much a training call prints."""

from __future__ import annotations

from typing import Any

from rkeras_py.engine import host


def verbosity(verbose: Any) -> int:
    """0, 1 or 2; "auto" means a progress bar (1) if a person watches, otherwise lines (2)."""
    if verbose != "auto":
        return int(verbose)
    return 1 if host.current().display().in_place else 2


def verbosity_of_keras(verbose: Any) -> int:
    """The same for methods that print by themselves: Keras draws its progress bar in files, too."""
    return 2 if verbose == 1 and not host.current().display().in_place else verbosity(verbose)
