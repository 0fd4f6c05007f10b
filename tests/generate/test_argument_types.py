from __future__ import annotations

from typing import Annotated, Any

import pytest

import rkeras_py.api  # noqa: F401
from rkeras_py.convert.objects import Model
from rkeras_py.convert.scalars import Fraction, OneOf, Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.generate import argument_types, docstrings, help_pages
from rkeras_py.registry.define import REGISTRY, Function, export


def text(function: Function, word: str, meaning: str) -> str:
    return argument_types.sentences(function, function.parameters[word], meaning)


@pytest.fixture
def f(registry: dict[str, Function]) -> Function:
    @export
    def f(
        object: Model,
        units: Size,
        rate: Fraction = 0.5,
        steps: Size | None = None,
        count: Size | None = 32,
        use_bias: bool = True,
        shape: Shape | None = None,
        padding: Annotated[str, OneOf("valid", "same")] = "valid",
        anything: Any = None,
        other: Any = 2,
    ) -> None:
        """Does a thing."""

    return registry["f"]


def test_types_and_defaults(f: Function) -> None:
    assert text(f, "units", "Size of the output.") == "A whole number of at least 1."
    assert text(f, "rate", "How many.") == "A number from 0 to 1; default: ``0.5``."
    assert text(f, "steps", "Batches.") == "A whole number of at least 1 or ``NULL`` (the default)."
    assert text(f, "count", "Batches.") == (
        "A whole number of at least 1 or ``NULL``; default: ``32``."
    )


def test_whether_says_that_it_is_true_or_false(f: Function) -> None:
    assert text(f, "use_bias", "Whether to add a bias.") == "Default: ``TRUE``."
    assert text(f, "use_bias", "Bias.") == "``TRUE`` or ``FALSE``; default: ``TRUE``."


def test_code_in_the_names_of_rules_is_set_off(f: Function) -> None:
    assert text(f, "shape", "Of the input.") == (
        "A shape (whole numbers of at least 0, such as ``c(28, 28)``; ``NULL`` for an open "
        "dimension), or ``NULL`` (the default)."
    )


def test_what_the_text_says_is_not_said_again(f: Function) -> None:
    assert text(f, "object", "A compiled model.") == ""
    assert text(f, "padding", '"valid" for none, "same" for all.') == 'Default: ``"valid"``.'
    assert text(f, "padding", '"valid" for none.') == (
        'One of ``"valid"``, ``"same"``; default: ``"valid"``.'
    )


def test_arguments_without_a_rule(f: Function) -> None:
    assert text(f, "anything", "Anything.") == ""
    assert text(f, "other", "Anything.") == "Default: ``2``."


def test_numbers_are_told_for_every_argument_that_is_one() -> None:
    """A reader of the real pages learns the range of each number."""
    silent = []
    for function in REGISTRY.values():
        doc = docstrings.parse(function.doc)
        for parameter in function.parameters.values():
            if parameter.rule and parameter.rule.name.startswith("a whole number of at least"):
                page = help_pages.argument_text(function, doc, parameter.name).lower()
                if "whole number" not in page and "```" not in page:
                    silent.append(f"{function.name}({parameter.name})")
    assert silent == []


def test_a_real_page() -> None:
    function = REGISTRY["layer_dropout"]
    doc = docstrings.parse(function.doc)
    assert help_pages.argument_text(function, doc, "rate") == (
        "Dropout rate: the proportion of inputs to drop, from 0 to 1. A number from 0 to 1."
    )
