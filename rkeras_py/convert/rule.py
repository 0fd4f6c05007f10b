"""What a rule of conversion is: the base class, and the errors that rules lead to."""

from __future__ import annotations

from typing import Any


class Mismatch(Exception):
    """A value does not fit a rule. ``expected`` replaces the rule's name in the message."""

    def __init__(self, expected: str | None = None) -> None:
        super().__init__(expected)
        self.expected = expected


class ArgumentError(ValueError):
    """An argument that cannot be used; the message names it, what was expected and what came."""


class DeviationError(ArgumentError):
    """What R keras takes and this package does not; in R a condition ``keras_deviation``."""


class BackendError(DeviationError):
    """What this backend cannot do, or lacks a package for; in R a ``keras_backend_error``."""


class Rule:
    """How one kind of parameter takes its value; ``name`` completes "must be ..."."""

    name: str = "a value"

    #: Whether R's vectors come as NumPy arrays (model data) or as scalars and lists.
    arrays: bool = False

    #: The R default where it is not simply the Python one, such as ``c("C", "F")``.
    r_default: str | None = None

    #: A function of R's side that brings what its vectors and lists would lose on the way.
    r_form: str | None = None

    #: Whether ``accept()`` takes R's NA.
    takes_na: bool = False

    #: Whether a default is written in the user's terms, and goes through the rule as well.
    reads_default: bool = False

    def accept(self, value: Any) -> Any:
        """The value as the Python code wants it.

        Raises:
            Mismatch: the value is of another kind.
            ArgumentError: it is of this kind, but cannot be used; the text stands alone.
        """
        raise NotImplementedError
