from __future__ import annotations

import pytest

from rkeras_py.generate import rd


def test_text_is_escaped() -> None:
    assert rd.escape(r"100% of {a} \ b") == r"100\% of \{a\} \\ b"


@pytest.mark.parametrize(
    ("code", "escaped"),
    [
        ("model %>% f()", r"model \%>\% f()"),
        ("function(x) { x }", "function(x) { x }"),
        (r'cat("a\n{%")', r'cat("a\\n{\%")'),
        ("f() # it's {5%}", r"f() # it's \{5\%\}"),
        (r"'it\'s' # {", r"'it\\'s' # \{"),
    ],
)
def test_r_code_is_escaped_as_rd_reads_r(code: str, escaped: str) -> None:
    assert rd.r_code(code) == escaped


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("NULL", r"\code{NULL}"),
        ("activation(x %*% kernel)", r"\code{activation(x \%*\% kernel)}"),
        ('c("a", "{")', r'\code{c("a", "{")}'),
        ("f(x) { x }", r"\code{f(x) { x }}"),
        ("don't", r"\verb{don't}"),
        ("`a b` <- 1", r"\code{`a b` <- 1}"),
        ("`a", r"\verb{`a}"),
        ("{", r"\verb{\{}"),
        ("# 5%", r"\verb{# 5\%}"),
    ],
)
def test_code_in_text(words: str, marked: str) -> None:
    assert rd.code(words) == marked


def test_backticks_one_or_two_set_off_code() -> None:
    assert rd.inline("5% of ``a %% b`` or `c`, {d}") == (
        r"5\% of \code{a \%\% b} or \code{c}, \{d\}"
    )


def test_lines_do_not_end_within_code() -> None:
    text = rd.prose(["word " * 17 + "and more ``list(a = 1, b = 2)`` words"])
    assert text == ("word " * 17 + "and more" + "\n" + r"\code{list(a = 1, b = 2)} words")


def test_a_whole_page() -> None:
    page = rd.Page(
        name="%<-%",
        source="R/R/assign.R",
        title="Assign `x` at 100%",
        description=["First.", "Second, as `f(x)`."],
        aliases=["%<-%", "other"],
        usage=[r"x \%<-\% value"],
        arguments={"x": "Names.", "...": "Not used."},
        value=["The value."],
        details=["None."],
        errors={"ValueError": "never."},
        example='c(a, b) %<-% list(1, "\\n")',
        keyword="utilities",
    )
    assert (
        page.text()
        == r"""% Generated from R/R/assign.R by `make generate`; edit there.
\name{\%<-\%}
\alias{\%<-\%}
\alias{other}
\title{Assign \code{x} at 100\%}
\description{
First.

Second, as \code{f(x)}.
}
\usage{
x \%<-\% value
}
\arguments{
\item{x}{Names.}
\item{\dots}{Not used.}
}
\value{
The value.
}
\details{
None.
}
\section{Errors}{
\code{ValueError}: never.
}
\examples{
c(a, b) \%<-\% list(1, "\\n")
}
\keyword{utilities}
"""
    )
