from __future__ import annotations

import pytest
from checked_code import tree_of

from rkeras_py.check.tree import Call, call_of, reference_of

CODE = """\
layer_dense(units = 3, 'a', "b c" = x$y, ) # layer_comment()
keras::fit(m)
keras:::hidden(m)
model$fit(x)
m %>% layer_flatten
m |> `my fun`(`k` = NULL)
tf$f(
  T, -1)(2)
x <- keras::fit
"""


def calls() -> list[Call]:
    return [call for node in tree_of(CODE).walk() if (call := call_of(node))]


def test_calls_have_their_names_packages_and_lines() -> None:
    assert [(c.line, c.package, c.function, c.internal) for c in calls()] == [
        (1, "", "layer_dense", False),
        (2, "keras", "fit", False),
        (3, "keras", "hidden", True),
        (6, "", "my fun", False),
    ]


def test_arguments_have_their_names_and_values() -> None:
    dense, *_, last = calls()
    assert [name for name, _ in dense.arguments] == ["units", None, "b c"]
    assert [value.constant for _, value in dense.arguments] == ["3", '"a"', None]
    assert dense.given("units") is dense.arguments[0][1]
    assert dense.given("unit") is None
    assert [(name, value.constant) for name, value in last.arguments] == [("k", "NULL")]


def test_functions_that_are_named_and_not_called() -> None:
    found = [ref for node in tree_of(CODE).walk() if (ref := reference_of(node))]
    assert [(ref.line, ref.package, ref.function) for ref in found] == [
        (5, "", "layer_flatten"),
        (9, "keras", "fit"),
    ]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("x %>% f(a = 1, 2)", [None, "a", None]),
        ("x |> f(a = 1)", [None, "a"]),
        ("x |> f(a = _)", ["a"]),
        ("x %>% f(1, .)", [None, None]),
        ("f(x) %>% g", [None]),
        ("f(a = 1)", ["a"]),
    ],
)
def test_pipes_give_the_first_argument(code: str, names: list[str | None]) -> None:
    (call,) = (c for node in tree_of(code).walk() if (c := call_of(node)) and c.function == "f")
    assert [name for name, _ in call.all_arguments] == names


def test_constants_and_names() -> None:
    root = tree_of("T; 'x'; -1; `a b`; f(1); NULL; r\"(raw)\"")
    parts = [child for child in root.children if child.token != "';'"]
    constants = [part.constant for part in parts]
    assert constants == ["TRUE", '"x"', None, None, None, "NULL", '"raw"']
    assert [part.string for part in parts] == [None, "x", None, None, None, None, "raw"]
    assert [part.name for part in parts][:5] == ["T", None, None, "a b", None]


def test_comments_are_no_code() -> None:
    assert tree_of("# layer_dense()\n").children == []
