from __future__ import annotations

import pytest
from checked_code import script_of

from rkeras_py.check.context import Runs, when


def runs(code: str) -> Runs:
    """When `mark()` runs in this code."""
    script = script_of(code)
    (call,) = (call for call in script.calls if call.function == "mark")
    return when(call.node, script.mentioned)


@pytest.mark.parametrize(
    "code",
    [
        "mark()",
        "x <- f(mark())",
        "if (mark()) 1",
        "while (mark()) 1",
        "if (TRUE) mark()",
        "for (i in 1:3) { mark() }",
        "for (i in mark()) 1",
        "repeat { mark(); break }",
        "mark() && f()",
        "f <- function() mark()\nf()",
        "f = function() mark()\nlapply(x, f)",
        "f <- function() mark()\ndo.call('f', list())",
        "lapply(x, function(y) mark())",
        "sapply(x, \\(y) mark())",
        "R6Class('A', public = list(call = function(x) mark()))",
        "local({ mark() })",
        "suppressWarnings(mark())",
    ],
)
def test_code_that_runs_with_the_script(code: str) -> None:
    assert runs(code) is Runs.ALWAYS


@pytest.mark.parametrize(
    "code",
    [
        "if (x) mark()",
        "if (x) 1 else mark()",
        "if (FALSE) mark()",
        "while (x) mark()",
        "x && mark()",
        "x || mark()",
        "try(mark())",
        "tryCatch({ mark() }, error = identity)",
        "testthat::expect_error(mark())",
        "f <- function() mark()",
        "f <- function(x = mark()) x\nf(1)",
        "print.mine <- function(x) mark()",
        "map(x, ~ mark())",
        "switch(x, a = mark())",
        "on.exit(mark())",
    ],
)
def test_code_that_may_run(code: str) -> None:
    assert runs(code) is Runs.PERHAPS


@pytest.mark.parametrize("code", ["quote(mark())", "x <- expression(if (y) mark())"])
def test_code_that_is_data(code: str) -> None:
    assert runs(code) is Runs.NEVER
