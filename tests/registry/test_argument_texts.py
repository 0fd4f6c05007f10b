"""Docstrings get the usual texts of arguments that they leave out."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from rkeras_py.registry import argument_texts

LINE = 100


def completed(
    function: Callable[..., Any], doc: str, name: str = "fit", family: str = ""
) -> list[str]:
    return argument_texts.complete(doc, inspect.signature(function), name, family).splitlines()


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What is usually said of three arguments."""
    texts = {"x": "The data.", "size": "How many.", "axis": "Which one."}
    monkeypatch.setattr(argument_texts, "COMMON_ARGUMENTS", texts)
    return texts


def function(x: Any, size: Any, axis: Any) -> None: ...


def test_arguments_are_added_in_the_order_of_the_signature() -> None:
    doc = "Does it.\n\nArgs:\n    size: Mine.\n        It is long.\n\nReturns: it."
    assert completed(function, doc) == [
        "Does it.",
        "",
        "Args:",
        "    x: The data.",
        "    size: Mine.",
        "        It is long.",
        "    axis: Which one.",
        "",
        "Returns: it.",
    ]


@pytest.mark.parametrize("end", ["Returns: it.", "Raises:\n    ValueError: no.", "Example:\n    1"])
def test_a_docstring_without_arguments_gets_them_before_its_end(end: str) -> None:
    expected = ["Does it.", "", "Args:", "    x: The data.", "", *end.splitlines()]
    assert completed(lambda x: None, f"Does it.\n\n{end}") == expected


def test_a_docstring_of_one_line_gets_them_below() -> None:
    found = completed(lambda x: None, "Does it.")
    assert [line for line in found if line] == ["Does it.", "Args:", "    x: The data."]


def test_nothing_is_added_where_there_are_no_arguments() -> None:
    assert completed(lambda: None, "Does it.\n\nReturns: it.") == ["Does it.", "", "Returns: it."]


def test_arguments_that_are_described_together() -> None:
    doc = "Does it.\n\nArgs:\n    x, size: Both."
    assert completed(function, doc)[2:] == ["Args:", "    x, size: Both.", "    axis: Which one."]


def test_what_r_writes_as_dots_is_one() -> None:
    def more(x: Any, *rest: Any, size: Any, **options: Any) -> None: ...

    text = argument_texts.DOTS["optimizer_"]
    found = completed(more, "Does it.", name="optimizer_sgd")
    assert f"    *rest, **options: {text}" in found
    assert [line.split(":")[0].strip() for line in found[3:] if line] == [
        "x", "*rest, **options", "size",
    ]  # fmt: skip


def test_the_first_argument_of_a_layer_is_what_it_is_put_into() -> None:
    found = " ".join(line.strip() for line in completed(function, "A layer.", family="layer"))
    assert f"x: {argument_texts.LAYER_TARGET} size: How many." in found


def test_long_texts_fill_their_lines(usual: dict[str, str]) -> None:
    """As many words as fit in a line of 100 characters, the first line indented by less."""
    start = " " * 4 + "x:"
    exact = "a" * (LINE - len(start) - 1)
    usual["x"] = f"{exact} b"
    assert completed(lambda x: None, "Does it.")[3:] == [f"{start} {exact}", " " * 8 + "b"]
    usual["x"] = f"{exact}a b"
    # a word that does not fit begins a line of its own
    assert completed(lambda x: None, "Does it.")[3:] == [
        start,
        " " * 8 + f"{exact}a",
        " " * 8 + "b",
    ]
    usual["x"] = f"b {'a' * (LINE + 1)}-c"
    assert completed(lambda x: None, "Does it.")[4:] == [" " * 8 + "a" * (LINE + 1) + "-c"]
