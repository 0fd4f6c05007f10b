from __future__ import annotations

import pytest
from checked_code import script_of

from rkeras_py.check.script import Path, Paths

ROOTS: dict[str, Path] = {"tf": ("tf",), "keras": ("keras",)}


def paths(code: str) -> list[str]:
    return ["$".join(path) for _, path in Paths(script_of(code), ROOTS).all()]


def test_functions_of_other_packages_give_no_modules() -> None:
    script = script_of("import('data.csv')$x; reticulate::import('a')")
    found = Paths(script, ROOTS, lambda name: name != "import").all()
    assert [path for _, path in found] == [("import:a",)]


def test_packages_that_are_loaded() -> None:
    script = script_of(
        "library(a)\nlibrary('b')\nrequire(c)\nd::f(e::g)\n"
        "suppressPackageStartupMessages({library(package = h, quietly = TRUE)})\n"
        "requireNamespace('i')\nlibrary(help = 'j')\n"
    )
    assert [(loading.node.line, loading.package, loading.how) for loading in script.loadings] == [
        (1, "a", "library"),
        (2, "b", "library"),
        (3, "c", "require"),
        (4, "d", "::"),
        (4, "e", "::"),
        (5, "h", "library"),
    ]
    assert script.attached == {"a", "b", "c", "h"}


@pytest.mark.parametrize(
    "code",
    [
        "source('x.R')",
        "library(name, character.only = TRUE)",
        "lapply(names, library, character.only = TRUE)",
        "assign(name, 1)",
        "reticulate::source_python('x.py')",
        "box::use(keras[...])",
        "pacman::p_load(keras)",
    ],
)
def test_scripts_that_define_what_cannot_be_seen(code: str) -> None:
    assert script_of(code).is_open


def test_a_package_named_by_a_string_can_be_seen() -> None:
    script = script_of("library('keras', character.only = TRUE)\nassign('f', 1)")
    assert not script.is_open
    assert script.attached == {"keras"}
    assert script.defined["f"] == 1


def test_names_that_a_script_defines() -> None:
    script = script_of(
        "a <- 1; b = function(x, y = 2, ...) x; 3 -> d; `e f` <<- \\(z) z\n"
        "c(g, h) %<-% list(1, 2)\n"
        "Mine(keras$layers$Layer) %py_class% { i <- NULL }\n"
        "for (j in 1:3) print(j)\n"
        "with(tf$GradientTape() %as% tape, 1)\n"
        "k$l <- 1; m[1] <- 2\n"
    )
    assert set(script.defined) == {
        "a", "b", "x", "y", "...", "d", "e f", "z", "g", "h", "Mine", "i", "j", "tape"
    }  # fmt: skip
    assert {"b", "e f", "Mine", "tape"} <= script.functions
    assert not script.functions & {"a", "d", "i"}


def test_names_are_mentioned_where_they_are_used() -> None:
    script = script_of("f <- function() 1\ng <- function() f()\nh <- g")
    assert {"f", "g"} <= script.mentioned
    assert "h" not in script.mentioned


def test_installing_scripts_are_known() -> None:
    assert script_of("if (!require(a)) install.packages('a')").installs
    assert not script_of("library(a)").installs


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("tf$math$log(1)", ["tf$math$log"]),
        ("tf$`a b`$'c'", ["tf$a b$c"]),
        ("model$fit(1)", []),
        ("tf$constant(1)$numpy()", ["tf$constant"]),
        ("tf$config[['x']]", ["tf$config"]),
        ("tensorflow::tf$x; keras::keras$y", ["tf$x", "keras$y"]),
        ("l <- keras$layers\nl$Dense(1)", ["keras$layers", "keras$layers$Dense"]),
        ("K <- backend()\nK$sum(1)", ["backend$sum"]),
        ("K <- keras::backend(FALSE); K$sum", ["backend$sum"]),
        ("tf <- import('tensorflow')\ntf$x", ["import:tensorflow", "import:tensorflow$x"]),
        ("reticulate::import(module = 'a.b')$c", ["import:a.b", "import:a.b$c"]),
        ("import(x)$y", []),
        ("import <- function(x) x\nimport('a')$b", []),
        ("f <- function(tf) tf$x", []),
        ("l <- keras$layers\nl <- 3\nl$Dense", ["keras$layers"]),
        ("tf$x$y <- 3", ["tf$x"]),
        ("a <- b; b <- a; a$x", []),
        ("f(tf$y$z)", ["tf$y$z"]),
    ],
)
def test_attributes_of_modules(code: str, found: list[str]) -> None:
    assert paths(code) == found
