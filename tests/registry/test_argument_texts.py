"""Docstrings whose arguments are completed from the texts that many functions share."""

from __future__ import annotations

import inspect

import pytest

import rkeras_py as rk
from rkeras_py.registry import argument_texts
from rkeras_py.registry.argument_texts import by_beginning, complete


def completed(doc: str, function, name: str = "k_f", family: str = "") -> str:
    return complete(inspect.cleandoc(doc), inspect.signature(function), name, family)


def test_arguments_come_in_the_order_of_the_signature() -> None:
    doc = """
        Does it.

        Args:
            b: Of its own.

        Returns: something.
    """
    got = completed(doc, lambda seed, b, name: None)
    assert got.splitlines() == [
        "Does it.",
        "",
        "Args:",
        "    seed: Random seed; ``NULL`` for different numbers each time.",
        "    b: Of its own.",
        "    name: Name of the object; ``NULL`` for an automatic name.",
        "",
        "Returns: something.",
    ]


def test_a_docstring_s_own_text_comes_first() -> None:
    got = completed("F.\n\nArgs:\n    name: Mine é.", lambda name: None)
    assert got == "F.\n\nArgs:\n    name: Mine é."


def test_several_arguments_may_share_a_text() -> None:
    got = completed("F.\n\nArgs:\n    a, b: Both.", lambda a, b, c: None)
    assert got.splitlines()[2:] == ["Args:", "    a, b: Both.", "    c:"]


@pytest.mark.parametrize(
    "section", ["Returns: x.", "Raises:\n    ValueError: y.", "Example:\n    z"]
)
def test_a_docstring_without_arguments_gets_the_section(section) -> None:
    got = completed(f"F.\n\n{section}", lambda axis: None)
    assert got == f"F.\n\nArgs:\n    axis: The axis; -1 is the last.\n\n{section}"


def test_nothing_to_say_changes_nothing() -> None:
    assert completed("F.", lambda: None) == "F."


def test_the_family_decides() -> None:
    backend = completed("F.", lambda x: None, family="backend")
    assert "x: A tensor, or numbers: a vector, a matrix or an array." in backend
    layer = completed("F.", rk.layer_flatten.__wrapped__, "layer_f", "layer")
    assert "    object: A sequential model to add the layer to" in layer


@pytest.mark.parametrize(
    ("name", "text"), [("layer_f", "Arguments of any layer"), ("loss_f", "Not used."),
                       ("f", "Further arguments.")]
)  # fmt: skip
def test_what_the_dots_take(name, text) -> None:
    got = completed("F.", lambda *more, **options: None, name)
    assert f"    *more, **options: {text}" in got and got.count("**options") == 1


def test_long_texts_are_wrapped() -> None:
    got = completed("F.", lambda input_shape: None)
    assert all(len(line) <= 100 for line in got.splitlines())
    assert " ".join(got.split()).endswith("``NULL`` in a list leaves a dimension open.")


def test_long_texts_fill_their_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many words as fit into 100 characters; the lines that follow are indented by more."""
    usual: dict[str, str] = {}
    monkeypatch.setattr(argument_texts, "COMMON_ARGUMENTS", usual)

    def lines() -> list[str]:
        return completed("F.", lambda x: None).splitlines()[3:]

    start, indent = " " * 4 + "x:", " " * 8
    exact = "a" * (100 - len(start) - 1)
    usual["x"] = f"{exact} b"
    assert lines() == [f"{start} {exact}", f"{indent}b"]
    usual["x"] = f"{exact}a b"  # one character too many
    assert lines() == [start, f"{indent}{exact}a", f"{indent}b"]
    usual["x"] = f"b {'a' * 101}-c"  # words are not broken
    assert lines() == [f"{start} b", f"{indent}{'a' * 101}-c"]


def test_the_longest_beginning_counts() -> None:
    table = {"": "any", "layer_": "layer", "layer_conv_": "convolution"}
    assert by_beginning(table, "layer_conv_1d") == "convolution"
    assert by_beginning(table, "layer_dense") == "layer"
    assert by_beginning(table, "größe") == "any"
    assert by_beginning({"a": "x"}, "b") is None
