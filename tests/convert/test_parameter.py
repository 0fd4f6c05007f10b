"""Arguments by the rule of their parameter, and what is said where it refuses them."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from rkeras_py.convert.na import NA_INTEGER, NA_LOGICAL
from rkeras_py.convert.parameter import MISSING, Parameter, accept
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import FlagOrNARule, IntRule


def parameter(rule: Rule | None, nullable: bool = False) -> Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return Parameter("größe", rule, nullable, inspect.Parameter.empty, kind)


class Told(Rule):
    name = "something else"

    def accept(self, value: Any) -> Any:
        raise ArgumentError("{argument} is not even near.")


class Refined(Rule):
    name = "a word"

    def accept(self, value: Any) -> Any:
        raise Mismatch("a word of two letters")


def test_without_a_rule_anything_goes() -> None:
    thing = object()
    assert parameter(None).accept(thing) is thing
    assert parameter(None).accept(NA_INTEGER) is NA_INTEGER


def test_what_was_left_out_passes() -> None:
    assert parameter(IntRule()).accept(MISSING) is MISSING
    assert not MISSING and repr(MISSING) == "MISSING"


def test_null_passes_where_it_may() -> None:
    assert parameter(IntRule(), nullable=True).accept(None) is None
    with pytest.raises(ArgumentError, match="`größe` must be a whole number, not NULL"):
        parameter(IntRule()).accept(None)


@pytest.mark.parametrize(
    ("rule", "nullable", "value", "message"),
    [
        (IntRule(1), False, 0, "`größe` must be a whole number of at least 1, not 0."),
        (IntRule(1), True, "é", ('`größe` must be a whole number of at least 1 or NULL, not the '
         'string "é".')),
        (IntRule(), False, NA_INTEGER, "`größe` must be a whole number, not NA."),
        (Refined(), True, "abc", '`größe` must be a word of two letters, not the string "abc".'),
        (Told(), True, 1, "`größe` is not even near."),
    ],
)  # fmt: skip
def test_messages_name_the_argument(rule, nullable, value, message) -> None:
    with pytest.raises(ArgumentError) as caught:
        parameter(rule, nullable).accept(value)
    assert str(caught.value) == message
    assert caught.value.__suppress_context__


def test_na_is_none_where_a_rule_takes_it() -> None:
    assert parameter(FlagOrNARule()).accept(NA_LOGICAL) is None


def test_arguments_that_are_no_parameters() -> None:
    assert accept(IntRule(), "n", 3.0) == 3
    assert accept(IntRule(), "n", None) is None
    assert accept(None, "n", "x") == "x"
    with pytest.raises(ArgumentError, match=r"^`n` must be a whole number, not NULL\.$"):
        accept(IntRule(), "n", None, nullable=False)
