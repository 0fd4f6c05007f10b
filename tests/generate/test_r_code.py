from __future__ import annotations

from typing import Annotated, Any

import pytest

from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.scalars import FlagOrNA, OneOf
from rkeras_py.generate import r_code
from rkeras_py.registry.define import Function, export

Order = Annotated[str, OneOf("C", "F")]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "NULL"),
        (True, "TRUE"),
        (False, "FALSE"),
        (0, "0L"),
        (-1, "-1L"),
        (2**31, "2147483648"),
        (0.0, "0"),
        (0.99, "0.99"),
        (1e-7, "1e-07"),
        (float("inf"), "Inf"),
        (float("-inf"), "-Inf"),
        (float("nan"), "NaN"),
        ("zeros", '"zeros"'),
        ('a "b" \\ \t\n', r'"a \"b\" \\ \t\n"'),
        ("é", r'"\U{e9}"'),
        ((1, 1), "c(1L, 1L)"),
        (("a", "b"), 'c("a", "b")'),
        ((), "list()"),
        ((None, 10), "list(NULL, 10L)"),
        (((0, 1), (2, 3)), "list(c(0L, 1L), c(2L, 3L))"),
    ],
)
def test_literals(value: Any, code: str) -> None:
    assert r_code.literal(value) == code


def test_what_has_no_literal_is_an_error() -> None:
    with pytest.raises(TypeError, match=r"no R default for \{1\}"):
        r_code.literal({1})


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("units", "units"),
        ("data_format", "data_format"),
        ("as.array", "as.array"),
        (".hidden", ".hidden"),
        ("...", "..."),
        ("_private", "`_private`"),
        ("2d", "`2d`"),
        (".2d", "`.2d`"),
        ("%>%", "`%>%`"),
        ("function", "`function`"),
        ("TRUE", "`TRUE`"),
        ("$<-", "`$<-`"),
    ],
)
def test_names(word: str, code: str) -> None:
    assert r_code.name(word) == code


def test_formals_keep_order_and_have_one_dots(registry: dict[str, Function]) -> None:
    @export(r_defaults={"verbose": 'getOption("verbose")'})
    def f(
        x: Any,
        units: int = 3,
        flag: FlagOrNA = None,
        left_out: Any = MISSING,
        *more: Any,
        verbose: int = 1,
        **options: Any,
    ) -> None: ...

    assert list(r_code.formals(registry["f"])) == [
        ("x", None),
        ("units", "3L"),
        ("flag", "NA"),
        ("left_out", None),
        ("...", None),
        ("verbose", 'getOption("verbose")'),
    ]
    assert r_code.heads(registry["f"]) == [
        "x", "units = 3L", "flag = NA", "left_out", "...", 'verbose = getOption("verbose")',
    ]  # fmt: skip


def test_choices_are_all_offered_where_the_first_is_the_default(
    registry: dict[str, Function],
) -> None:
    @export
    def f(a: Order = "C", b: Order = "F", c: Order | None = None) -> None: ...

    assert r_code.heads(registry["f"]) == ['a = c("C", "F")', 'b = "F"', "c = NULL"]


def test_what_fits_stays_on_one_line() -> None:
    assert r_code.lines_of("f(", ["a", "b = 1"], ")") == "f(a, b = 1)"
    assert r_code.lines_of("f(", [], ")") == "f()"
    assert r_code.lines_of("f(", ["abc", "de"], ")", width=10) == "f(abc, de)"


def test_long_lists_fill_lines() -> None:
    parts = ["abc = 1", "def = 2", "ghi = 3"]
    assert r_code.lines_of("  x <- f(", parts, ")", "    ", width=21) == (
        "  x <- f(\n    abc = 1, def = 2,\n    ghi = 3\n  )"
    )


def test_lines_are_filled_to_the_last_column() -> None:
    # two spaces, 48 characters and a comma, a space, 47 characters and a comma: 100
    fits = r_code.lines_of("f(", ["a" * 48, "b" * 47, "c" * 9], ")")
    assert fits == f"f(\n  {'a' * 48}, {'b' * 47},\n  {'c' * 9}\n)"
    too_long = r_code.lines_of("f(", ["a" * 48, "b" * 48, "c" * 9], ")")
    assert too_long == f"f(\n  {'a' * 48},\n  {'b' * 48}, {'c' * 9}\n)"
