"""What the tests of rules share: arguments as an exported function takes them."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import rule_of


def accept(annotation: Any, value: Any) -> Any:
    """``value`` as the argument ``p`` of this kind, as an exported function takes it."""
    rule, nullable = rule_of(resolved(annotation))
    return Parameter("p", rule, nullable, None, None).accept(value)


def resolved(annotation: Any) -> Any:
    """The annotation as an exported function's signature has it."""

    def function(p: Any) -> None: ...

    function.__annotations__["p"] = annotation
    return get_type_hints(function, include_extras=True)["p"]


def identical(got: Any, expected: Any) -> bool:
    """Equal, and of the same types all the way down."""
    if type(got) is not type(expected):
        return False
    if isinstance(got, (list, tuple)):
        return len(got) == len(expected) and all(map(identical, got, expected))
    if isinstance(got, dict):
        return list(got) == list(expected) and all(identical(got[k], expected[k]) for k in got)
    return bool(got == expected)


def check_accepted(kind: Any, value: Any, expected: Any) -> None:
    got = accept(kind, value)
    assert identical(got, expected), got


def check_refused(kind: Any, value: Any, words: str) -> None:
    with pytest.raises(ArgumentError) as error:
        accept(kind, value)
    assert str(error.value) == f"`p` must be {words}."


def check_unknown(kind: Any, name: Any, hint: str) -> None:
    """A name that is not known, the last one in a list, and the near ones that are offered."""
    with pytest.raises(ArgumentError) as error:
        accept(kind, name)
    unknown = name[-1] if isinstance(name, list) else name
    assert str(error.value) == f'`p` is not known: "{unknown}".{hint}'
