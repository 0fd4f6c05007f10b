"""Parameters: a name, and the rule for accepting an argument."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any

from rkeras_py.convert.describe import describe
from rkeras_py.convert.na import NA
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule


class Missing:
    """The type of ``MISSING``, the default of arguments that R callers may omit."""

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False


MISSING: Any = Missing()


@dataclass(frozen=True)
class Parameter:
    """One parameter of an exported function."""

    name: str
    rule: Rule | None  # None: anything
    nullable: bool
    default: Any  # inspect.Parameter.empty if required
    kind: Any

    @property
    def is_variadic(self) -> bool:
        """Whether it is ``*args`` or ``**kwargs``, which are R's ``...``."""
        return self.kind in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)

    def accept(self, value: Any) -> Any:
        """Convert an argument with this parameter's rule.

        Raises:
            ArgumentError: the argument is not valid; the message says what was expected and given.
        """
        if value is MISSING or (value is None and self.nullable):
            return value
        if self.rule is None:
            return value
        try:
            if isinstance(value, NA) and not self.rule.takes_na:
                raise Mismatch
            return self.rule.accept(value)
        except Mismatch as mismatch:
            expected = mismatch.expected or self.rule.name
            if self.nullable and mismatch.expected is None:
                expected += " or NULL"
            raise ArgumentError(
                f"`{self.name}` must be {expected}, not {describe(value)}."
            ) from None
        except ArgumentError as error:
            raise ArgumentError(str(error).replace("{argument}", f"`{self.name}`")) from None


def accept(rule: Rule | None, name: str, value: Any, nullable: bool = True) -> Any:
    """Convert an argument with a rule, if it is not a parameter of an exported function.

    Raises:
        ArgumentError: the argument is not valid; the message says what was expected and given.
    """
    kind = inspect.Parameter.KEYWORD_ONLY
    return Parameter(name, rule, nullable, inspect.Parameter.empty, kind).accept(value)
