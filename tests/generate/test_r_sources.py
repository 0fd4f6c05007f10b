from __future__ import annotations

from rkeras_py.generate import r_sources
from rkeras_py.generate.r_sources import Block


def test_blocks_of_a_file() -> None:
    code = """# A file.

#' Measure a model
#'
#' On data.
#' @param x What to measure,
#'   and how.
#' @export
measure <- function(x, sep = ", ", n = c(1, 2), # a, comment)
                    f = function(a, b) NULL, ...) UseMethod("measure")

hidden <- function(a) a

#' @importFrom magrittr %>%
#' @export
magrittr::`%>%`

#' @export
`$.some.class` <- function(x, name) {
  x
}

#' @export keras
NULL

#' @export
KerasThing <- R6::R6Class("KerasThing")
"""
    assert list(r_sources.parse(code, "a.R")) == [
        Block(
            "a.R",
            "Measure a model\n\nOn data.",
            (("param", "x What to measure,\n  and how."), ("export", "")),
            "measure",
            formals=(
                ("x", None), ("sep", '", "'), ("n", "c(1, 2)"), ("f", "function(a, b) NULL"),
                ("...", None),
            ),
            generic=True,
        ),
        Block("a.R", "", (("importFrom", "magrittr %>%"), ("export", "")), "%>%", "magrittr"),
        Block(
            "a.R", "", (("export", ""),), "$.some.class", formals=(("x", None), ("name", None))
        ),
        Block("a.R", "", (("export", "keras"),), None),
        Block("a.R", "", (("export", ""),), "KerasThing"),
    ]  # fmt: skip


def test_what_a_block_exports() -> None:
    assert Block("", "", (("export", ""),), "f").exports == ["f"]
    assert Block("", "", (("export", "g"),), "f").exports == ["g"]
    assert Block("", "", (("param", "x X."),), "f").exports == []
