"""The exports of the companion of reticulate that scripts use less: each gives what it should."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
hosts = pytest.mark.parametrize("host", r_process.HOSTS)

INDEXING = r"""
library(reticulate)
np <- import("numpy", convert = FALSE)
m <- np$array(matrix(as.double(1:8), 2)) # rows 1 3 5 7 and 2 4 6 8
near <- function(x, y) stopifnot(identical(as.vector(x), y))
near(m[0], c(1, 3, 5, 7)); near(m[[1]], c(2, 4, 6, 8)); near(m[, 1], c(3, 4)); near(m[0, ], c(1,
  3, 5, 7))
near(m[1:2], c(2, 4, 6, 8)); near(m[, 1:3], c(3, 4, 5, 6)); near(m[, `::2`], c(1, 2, 5, 6))
near(m[, NULL:NULL:2], c(1, 2, 5, 6)); near(m[.., 3], c(7, 8)); near(m[, NA:2], c(1, 2, 3, 4))
near(m[tuple(0L, 1L)], 3); near(m[-1], c(2, 4, 6, 8))
stopifnot(length(m) == 8L, identical(dim(m), c(2L, 4L)), nrow(m) == 2L, identical(dim(t(m)),
  c(4L, 2L)),
          identical(cbind(m, 9), cbind(matrix(as.double(1:8), 2), 9)), !anyNA(is.na(m)),
          identical(dim(rbind(m, m)), c(4L, 4L)))
m[0] <- -1
m[, 1] <- 0
m[1, 3] <- 99
near(m, c(-1, 2, 0, 0, -1, 6, -1, 99))
near(!np$array(c(TRUE, FALSE)), c(FALSE, TRUE))
stopifnot(inherits(m == m, "numpy.ndarray"), py_to_r(m$sum() - m$sum()) == 0)

d <- py_eval("{'k': 1, 'z': [1, 2]}", convert = FALSE)
d["q"] <- 5; d[["r"]] <- "s"; d$w <- TRUE; d["z"] <- NULL
stopifnot(py_str(d) == "{'k': 1, 'q': 5.0, 'r': 's', 'w': True}", length(d) == 4L,
          py_to_r(d$k) == 1L,
          py_str(d["none"]) == "None", inherits(d$keys,
          "python.builtin.builtin_function_or_method"))
l <- r_to_py(list(1, "a", 2.5), convert = TRUE)
l[0] <- "first"
stopifnot(identical(l[[0]], "first"), identical(l[1], "a"), inherits(l[["append"]],
  "python.handle"),
          identical(l[1:3], list("a", 2.5)))
py_run_string("
import collections
Point = collections.namedtuple('Point', 'x y')
p = Point(1, [2, 3])
class Shelf(dict): pass
shelf = Shelf(a=1)
def values():
    yield 'u'
    yield 'v'
")
stopifnot(py$p$x == 1L, identical(py$p$y, 2:3), identical(py$p[[0]], 1L), length(py$p) == 2L,
          identical(py_eval("(1, (2, 'a'))"), list(1L, list(2L, "a"))), py$shelf$a == 1L)
gen <- py$values()
stopifnot(inherits(try(gen[0], silent = TRUE), "try-error"), iter_next(gen) == "u",
          identical(iterate(gen), "v"), is.null(iter_next(gen)))
frame <- r_to_py(data.frame(a = 1:3, b = c("u", "v", "w"), row.names = c("x", "y", "z")))
stopifnot(identical(dim(frame), 3:2), length(frame) == 2L, is.null(dim(frame$a)),
  length(frame$a) == 3L,
          identical(names(py_to_r(frame$a)), c("x", "y", "z")),
          identical(rownames(py_to_r(frame)), c("x", "y", "z")), identical(dim(summary(frame)),
          c(8L, 1L)))
text <- np$array("word", dtype = "S4")$item()
stopifnot(py_to_r(text$decode("utf-8")) == "word",
          as.character(text) == "word", identical(as.raw(text), charToRaw("word")))
nul <- py_eval("'a' + chr(0) + 'b'", convert = FALSE)
stopifnot(as.character(nul, nul = "-") == "a-b", identical(as.character(nul, nul = NULL), c("a",
  "b")))
"""

VALUES = r"""
library(reticulate)
at <- as.POSIXct("2020-07-01 12:00", tz = "America/New_York")
stopifnot(identical(py_to_r(r_to_py(at)), at), py_str(r_to_py(at)) == "2020-07-01 12:00:00-04:00",
          py_str(r_to_py(as.POSIXlt(at))) == "2020-07-01 12:00:00-04:00",
          py_str(r_to_py(as.POSIXct("2020-01-02", tz = ""))$dtype) == "datetime64[ns]",
          py_str(r_to_py(as.Date("2020-01-02"))) == "2020-01-02",
          identical(py_to_r(r_to_py(factor(c("a", "b")))), c("a", "b")))
stopifnot(py_str(dict(`1` = "one")) == "{1: 'one'}", py_str(dict(list(a = 1L))) == "{'a': 1}")
key <- tuple(1L, 2L)
stopifnot(py_str(dict(key = "pair")) == "{(1, 2): 'pair'}", identical(tuple(key), key))
stopifnot(is_py_object(key), !is_py_object(1), is.null(py_validate_xptr(key)),
          identical(py_to_r_wrapper(5), 5), py_bool(key), !py_bool(tuple()), py_len(5L,
          default = 7L) == 7L)
e <- tryCatch(py_len(py_eval("5", convert = FALSE)), error = conditionMessage)
stopifnot(grepl("has no len()", e, fixed = TRUE))
stopifnot(py_str(import("os")) == "Module(os)", py_str(r_to_py(as.list(1:11))) == "List (11 items)",
          py_str(3) == "<not a python object>", format(import("os")) == "Module(os)")
f <- py_eval("lambda *args, **kwargs: [list(args), kwargs]")
name <- "key"
stopifnot(identical(f(!!!list(1, b = 2), "{name}" := 3, ), list(1, list(b = 2, key = 3))))
stopifnot(identical(array_reshape(1:4, c(2, 2)), matrix(c(1L, 3L, 2L, 4L), 2)))

# a user's own methods, for what comes and what goes
py_run_string("class Money:\n  def __init__(self, cents): self.cents = cents")
py_to_r.__main__.Money <- function(x) structure(list(euros = x$cents / 100), class = "money")
r_to_py.money <- function(x, convert = FALSE) import_main(convert = FALSE)$Money(x$euros * 100)
price <- py_eval("Money(250)")
stopifnot(identical(price, structure(list(euros = 2.5), class = "money")))
py$paid <- price
stopifnot(py_eval("type(paid).__name__") == "Money", py_eval("paid.cents") == 250)
rm(py_to_r.__main__.Money)
stopifnot(inherits(py_eval("Money(1)"), "__main__.Money"))

Greeting <- PyClass("Greeting", list(
  `__init__` = function(self, name) { self$name <- name; NULL },
  say = function(self, mark = "!") paste0("Hello ", self$name, mark)))
Loud <- PyClass("Loud", list(say = function(self) toupper(super()$say())), inherit = Greeting)
stopifnot(Greeting("R")$say() == "Hello R!", Loud("R")$say() == "HELLO R!", inherits(Loud("R"),
  "Greeting"),
          class(Loud("R"))[1] == "Loud")

py_run_string("
class Told:
    def __enter__(self): return 5
    def __exit__(self, *told): self.told = told
told = Told()
")
told <- py$told
stopifnot(with(told %as% entered, entered + 1) == 6, is.null(told$told[[1]]))
try(with(told, stop("in R")), silent = TRUE)
stopifnot(as.character(told$told[[2]]) == "in R")
try(with(told, py_eval("1 / 0")), silent = TRUE)
stopifnot(py_repr(told$told[[2]]) == "ZeroDivisionError('division by zero')")

register_class_filter(function(classes) sub("^__main__[.]", "mine.", classes))
stopifnot(inherits(py_eval("Money(1)"), "mine.Money"))
ordered <- import("collections", as = "sorted")$Counter("aab")
stopifnot(inherits(ordered, "sorted.Counter"))
"""

CODE = r"""
library(reticulate)
writeLines(c("import os", "here = __file__", "def twofold(x): return 2 * x",
  "from beside import y"), "f.py")
writeLines("y = 7", "beside.py")
local({
  source_python("f.py")
  stopifnot(twofold(4) == 8, here == "f.py", y == 7L, !exists("os", inherits = FALSE))
})
stopifnot(!exists("twofold"), identical(names(py_run_string("a = 1; b = 'x'", local = TRUE)),
  c("a", "b")))
log <- import("logging")
stopifnot(py_capture_output(log$getLogger("x")$error("told")) == "told\n")
stopifnot(py_capture_output(repl_python(input = "def f(n):\n  return n + 1\nf(1)\n%pwd")) == "2\n")
repl_python(input = "where = %pwd", quiet = TRUE)
stopifnot(py$where == getwd())
e <- tryCatch(repl_python(input = "%none", quiet = TRUE), error = conditionMessage)
stopifnot(e == "Magic not implemented: %none")

heard <- c()
py_register_load_hook("tabnanny", function() heard <<- c(heard, "loaded"))
late <- import("tabnanny", delay_load = list(
  before_load = function() heard <<- c(heard, "before"), on_load = function() heard <<- c(heard,
  "after")))
stopifnot(is.null(heard), inherits(late, "python.builtin.module"))
stopifnot(late$verbose == 0, identical(heard, c("before", "loaded", "after")))
missing <- import("not_there", delay_load = list(on_error = function(e) stop("told: ",
  conditionMessage(e))))
e <- tryCatch(missing$x, error = conditionMessage)
stopifnot(grepl("told: ModuleNotFoundError: No module named 'not_there'", e))
register_suppress_warnings_handler(list(
  suppress = function() { heard <<- c(heard, "hush"); 5 },
  restore = function(x) heard <<- c(heard, x)))
py_suppress_warnings(py_run_string("import warnings; warnings.warn('never')"))
stopifnot(identical(heard[4:5], c("hush", "5")))

e <- tryCatch(py_run_string("import concurrent.futures as c; raise c.BrokenExecutor('b')"),
  error = identity)
stopifnot(py_last_error()$type == "BrokenExecutor", py_last_error()$value == "b",
          identical(capture.output(print(py_last_error()))[1],
          "Traceback (most recent call last):"))
kept <- py_last_error()
py_clear_last_error()
stopifnot(is.null(py_last_error()))
py_last_error(kept)
stopifnot(py_last_error()$value == "b")

py_run_string("
def scale(x, by=2, name='n'):
    '''Multiply a number.

    More about it.

    Args:
        x: The number.
        by: How often.
    Returns:
        A number.
    '''
    return x * by
")
docs <- py_function_docs("py$scale")
stopifnot(docs$name == "scale", docs$description == "Multiply a number.",
  docs$details == "More about it.",
          identical(docs$parameters, list(x = "The number.", by = "How often.", name = "")),
          docs$returns == "A number.", docs$signature == "scale(x, by=2, name='n')")
wrapper <- py_function_wrapper("py$scale", r_prefix = "my")
eval(parse(text = wrapper))
stopifnot(my_scale(3) == 6, my_scale(3, by = 4L) == 12, "#' @param by How often." %in% wrapper)
stopifnot(identical(py_help_handler("parameter", NULL, "py$scale")$args, c("x", "by", "name")),
          py_help_handler("completion", "scale", "py")$title == "scale",
          py_help_handler("url", "join", "import('os')$path") == "")
register_help_topics("module", list(posixpath = "https://example.org/path"))
stopifnot(py_help_handler("url", "join", "import('os')$path") == "https://example.org/path")
register_module_help_handler("json", function(name, topic) paste(name, topic))
stopifnot(py_help_handler("url", "loads", "import('json')") == "json loads")
"""

PYTHONS = r"""
library(reticulate)
packages <- py_list_packages()
stopifnot(identical(names(packages), c("package", "version", "requirement")),
  !anyDuplicated(packages$package))
cat(packages$requirement[packages$package == "numpy"], "\n")
stopifnot(identical(py_require()$packages, "numpy"))
py_require(c("numpy", "keras>=3"))
stopifnot(identical(py_require()$packages, c("numpy", "keras>=3")))
for (ask in expression(py_require("no-such-package"), py_require("numpy<1"),
  py_require(python_version = "2.7"))) {
  w <- tryCatch(eval(ask), python_requirement = identity)
  cat(conditionMessage(w), "\n")
}
py_require("no-such-package", action = "remove")
py_require(python_version = ">=3.9")
stopifnot(!"no-such-package" %in% py_require()$packages, ">=3.9" %in% py_require()$python_version)
py_write_requirements(quiet = TRUE)
stopifnot("keras>=3" %in% readLines("requirements.txt"))
read <- py_read_requirements(action = "none")
stopifnot("numpy" %in% read$packages, identical(read$python_version, py_require()$python_version))
stopifnot(isFALSE(configure_environment()), py_discover_config("json")$required_module == "json",
          file.exists(py_discover_config("json")$required_module_path),
          grepl(py_exe(), py_config_error_message("Not found."), fixed = TRUE))

Sys.setenv(WORKON_HOME = file.path(getwd(), "envs"))
stopifnot(virtualenv_root() == file.path(getwd(), "envs"), length(virtualenv_list()) == 0L,
          !virtualenv_exists("one"), virtualenv_exists(), virtualenv_python() == py_exe())
system2(virtualenv_starter(), c("-m", "venv", "--without-pip", "envs/one"))
stopifnot(identical(virtualenv_list(), "one"), virtualenv_exists("one"),
          virtualenv_python("one") == file.path(getwd(), "envs", "one", "bin", "python"),
          nrow(py_list_packages("one")) == 0L, is.null(virtualenv_starter("2.7")),
          nrow(virtualenv_starter(all = TRUE)) == 1L, nrow(py_versions_windows()) == 0L)
stopifnot(!condaenv_exists("none"), is.character(miniconda_path()))
for (query in expression(conda_binary("/no/conda"), conda_exe("/no/conda"), conda_list("/no/conda"),
                         conda_version("/no/conda"), conda_python("a", "/no/conda"))) {
  stopifnot(inherits(tryCatch(eval(query), python_environment = identity), "error"))
}
asked <- expression(
  virtualenv_create("a"), virtualenv_install("a", "b"), virtualenv_remove("a"), install_python(),
  conda_create("a"), conda_install("a", "b"), conda_remove("a"), conda_clone("a"),
  conda_export("a"),
  conda_search("a"), conda_update(), conda_run2("ls"), install_miniconda(), miniconda_update(),
  miniconda_uninstall())
for (call in asked) {
  e <- tryCatch(eval(call), python_environment = conditionMessage)
  stopifnot(startsWith(e, paste0("`", call[[1]], "()` ")), grepl('py_install("name")', e,
  fixed = TRUE))
}
Sys.setenv(PATH = "")
stopifnot(inherits(tryCatch(uv_run_tool("ruff"), error = identity), "python_environment"))
"""

THREADS = r"""
library(reticulate)
count <- 0
py$add <- py_main_thread_func(function() { count <<- count + 1; count })
py$fails <- function() stop("said in R")
py$numbers <- local({ n <- 0; py_iterator(function() if ((n <<- n + 1) < 4) n, prefetch = 1L) })
py_run_string("
import threading
def on_thread(work):
    found = []
    def run():
        try: found.append(work())
        except Exception as error: found.append(str(error))
    thread = threading.Thread(target=run)
    thread.start()
    while thread.is_alive(): thread.join(0.05)
    return found[0]
")
stopifnot(py_eval("on_thread(add)") == 1, py_eval("on_thread(fails)") == "said in R",
          identical(py_eval("on_thread(lambda: list(numbers))"), c(1, 2, 3)))
py_run_string("threading.Thread(target=add).start()") # while R waits for nothing of Python's
for (i in 1:200) if (count < 2) Sys.sleep(0.05)
stopifnot(count == 2)

interrupt <- function() system(sprintf("(sleep 1; kill -INT %d) > /dev/null 2>&1 &", Sys.getpid()))
caught <- function(expr) tryCatch({ expr; "not caught" }, interrupt = function(e) "caught in R")
py_run_string("
import time
def loop():
    while True:
        sum(range(100))
def careful():
    try:
        loop()
    except KeyboardInterrupt:
        return 'caught in Python'
def call(f):
    try:
        f()
    except KeyboardInterrupt:
        return 'caught around R'
")
interrupt(); stopifnot(caught(py_run_string("loop()")) == "caught in R")
interrupt(); stopifnot(caught(py$loop()) == "caught in R")
interrupt(); stopifnot(caught(import("time")$sleep(600)) == "caught in R")
interrupt(); stopifnot(py$careful() == "caught in Python")
interrupt(); stopifnot(py$call(function() repeat sqrt(2)) == "caught around R")
interrupt(); stopifnot(caught(repeat Sys.sleep(0.05)) == "caught in R")
cat("heard\n")
"""


@hosts
@pytest.mark.parametrize("code", [INDEXING, VALUES, CODE], ids=["indexing", "values", "code"])
def test_scripts_that_check_themselves(host: str, code: str, tmp_path: Path) -> None:
    companion.run_with_companions(host, code, tmp_path)


@hosts
def test_this_python_and_others(host: str, tmp_path: Path) -> None:
    printed = companion.run_with_companions(host, PYTHONS, tmp_path)
    numpy, python = metadata.version("numpy"), companion.PYTHON
    running = ".".join(map(str, sys.version_info[:3]))
    no_such = (
        f"the Python package no-such-package is not installed in {python}. "
        'Install it with `py_install("no-such-package")`. '
    )
    old = (
        f"`numpy<1` is required, but {python} has numpy {numpy}. "
        'Change it with `py_install("numpy<1")`, then start R again. '
    )
    two = (
        f"Python 2.7 is required, but keras was installed with Python {running} ({python}), which "
        "is running. "
    )
    assert printed.splitlines() == [f"numpy=={numpy} ", no_such, old, two]


@hosts
def test_threads_and_interrupts(host: str, tmp_path: Path) -> None:
    assert companion.run_with_companions(host, THREADS, tmp_path) == "heard\n"


def test_the_prompt_reads_standard_input(tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text("library(reticulate)\nrepl_python(quiet = TRUE)\ncat('back', py$x, '\\n')")
    answer = subprocess.run(
        ["Rscript", script],
        input="x = 2\nfor i in range(2):\n    x = x + i\n\nx * 7\n1 / 0\nexit\nnot Python\n",
        env=r_process.variables("Rscript", {"R_LIBS": companion.libraries()}),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout == "21\nback 3 \n"
    assert "ZeroDivisionError: division by zero" in answer.stderr
