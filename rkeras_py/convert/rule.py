"""Conversion rules: the base class, and the errors of rules."""

from __future__ import annotations

from typing import Any


class Mismatch(Exception):
    """A value does not fit a rule. ``expected`` replaces the rule's name in the message."""

    def __init__(self, expected: str | None = None) -> None:
        super().__init__(expected)
        self.expected = expected


class ArgumentError(ValueError):
    """An invalid argument; the message names it, what was expected and what was given."""


class DeviationError(ArgumentError):
    """An argument that R keras accepts and this package does not; in R, ``keras_deviation``."""


class BackendError(DeviationError):
    """What this backend cannot do, or lacks a package for; in R a ``keras_backend_error``."""


class Rule:
    """How a kind of parameter converts its value; ``name`` completes "must be ..."."""

    name: str = "a value"

    #: Whether R vectors are passed as NumPy arrays (model data) or as scalars and lists.
    arrays: bool = False

    #: The R default if it differs from the Python default, such as ``c("C", "F")``.
    r_default: str | None = None

    #: An R function that preserves what vectors and lists would lose in the conversion.
    r_form: str | None = None

    #: Whether ``accept()`` supports R's NA.
    takes_na: bool = False

    #: Whether the default is written as a user would, and must be converted, too.
    reads_default: bool = False

    def accept(self, value: Any) -> Any:
        """Convert a value for the Python code.

        Raises:
            Mismatch: the value has another type.
            ArgumentError: it has the right type but is not valid; the message is complete.
        """
        raise NotImplementedError
