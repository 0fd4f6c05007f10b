"""The companion in place of reticulate: what scripts use of it, in both hosts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
hosts = pytest.mark.parametrize("host", r_process.HOSTS)

MODULES = r"""
library(reticulate) # before keras
stopifnot("keras" %in% loadedNamespaces(), !"package:keras" %in% search())
os <- import("os")
stopifnot(os$path$join("a", "b") == "a/b")
json <- import("json", delay_load = TRUE)
stopifnot(identical(json$loads('{"a": [1, 2], "b": null}'), list(a = 1:2, b = NULL)))
stopifnot(import_builtins()$len(list(1, 2, 3)) == 3L)
# submodules that nothing imported
stopifnot(import("xml")$etree$ElementTree$Element("x")$tag == "x")
stopifnot(py_module_available("json"), !py_module_available("no_such_module"))
e <- tryCatch(import("no_such_module"), error = identity)
stopifnot(inherits(e, "python.builtin.ModuleNotFoundError"),
          startsWith(conditionMessage(e), "No module named 'no_such_module' in this Python ("))
writeLines("answer = 41", "of_mine.py")
stopifnot(import_from_path("of_mine")$answer == 41L)

# convert = FALSE: everything stays Python's until it is asked for
np <- import("numpy", convert = FALSE)
a <- np$array(c(1, 2, 3))
stopifnot(inherits(a, "numpy.ndarray"), inherits(a$sum(), "numpy.float64"),
          identical(py_to_r(a$sum()), 6), identical(as.array(a * 2), array(c(2, 4, 6))),
          py_to_r(a[0]) == 1, py_to_r(a[[1]]) == 2, length(a) == 3L, dim(a) == 3L,
          identical(as.vector(a > 1), c(FALSE, TRUE, TRUE)),
          identical(as.vector(!(a > 1)), c(TRUE, FALSE, FALSE)),
          identical(as.vector(-a), c(-1, -2, -3)))
stopifnot(identical(import("numpy")$array(c(1, 2, 3)), array(c(1, 2, 3))))
m <- np_array(matrix(c(1, 2, 3, 4), 2), dtype = "float32")
stopifnot(py_str(m$dtype) == "float32", identical(py_to_r(m), matrix(c(1, 2, 3, 4), 2)),
          py_bool(m$flags["C_CONTIGUOUS"]), py_str(np_array(1:3)$dtype) == "int32")
"""

CODE = r"""
library(keras)
library(reticulate)
main <- py_run_string("
y = 1 + 2
def twice(x):
    return [x, x]
")
stopifnot(main$y == 3L, identical(py$twice(5), c(5, 5)), py_eval("y * 2") == 6L)
py$w <- c(1, 2, 3)
stopifnot(py_eval("sum(w)") == 6, identical(import_main()$w, c(1, 2, 3)))
seen_by_python <- 5
py_run_string("r.made = r.seen_by_python * 2; r['a.b'] = 'dotted'")
stopifnot(made == 10, a.b == "dotted", py_eval("hasattr(r, 'made')"), !py_eval("hasattr(r, 'no')"))
e <- tryCatch(py_eval("r['no']"), error = conditionMessage)
stopifnot(e == "there is no R variable `no`")
py_run_string("def annotated(x: int): pass")
stopifnot(py_eval("annotated.__annotations__['x'] is int"))
local <- py_run_string("hidden = y + 1", local = TRUE)
stopifnot(local$hidden == 4L, !py_has_attr(py, "hidden"))
stopifnot(inherits(py_eval("[1]", convert = FALSE), "python.builtin.list"))
writeLines(c("import os", "base = 10", "_own = 1", "def add(x):", "    return base + x"), "f.py")
source_python("f.py")
stopifnot(add(5L) == 15L, base == 10L, !exists("_own"), !exists("os"))
py$base <- 20L
stopifnot(add(5L) == 25L) # its variables are those of Python's main module
stopifnot(py_run_file("f.py")$base == 10L)

stopifnot(py_capture_output(py_run_string("print('said')")) == "said\n")
py_run_string("import sys\ndef speak(): print('out'); print('err', file=sys.stderr)")
stopifnot(py_capture_output(py$speak(), type = "stderr") == "err\n")
try(py_capture_output(stop("within")), silent = TRUE)
py_run_string("print('not captured')")

stopifnot(is.null(py_last_error()))
e <- tryCatch(py_run_string("1 / 0"), python.builtin.ZeroDivisionError = identity)
stopifnot(conditionMessage(e) == "division by zero", py_last_error()$type == "ZeroDivisionError",
          py_last_error()$value == "division by zero",
          grepl("ZeroDivisionError", py_last_error()$message),
          inherits(attr(py_last_error(), "exception"), "python.builtin.ZeroDivisionError"),
          identical(py_last_error()$traceback, '  File "<string>", line 1, in <module>\n'))
py_clear_last_error()
stopifnot(is.null(py_last_error()))
py_suppress_warnings(py_run_string("import warnings; warnings.warn('never seen')"))

py_set_seed(7)
first <- c(py_eval("__import__('random').random()"), import("numpy")$random$rand(1L))
py_set_seed(7)
stopifnot(identical(first, c(py_eval("__import__('random').random()"),
                             import("numpy")$random$rand(1L))))
stopifnot(py_available(), py_version() == py_config()$version,
          startsWith(py_config()$version_string, as.character(py_version(patch = TRUE))))
cat(py_exe(), "\n")
"""

VALUES = r"""
library(reticulate)
d <- dict(a = 1L, b = "x")
stopifnot(inherits(d, "python.builtin.dict"), py_to_r(d["a"]) == 1L, py_len(d) == 2L,
          identical(py_to_r(d), list(a = 1L, b = "x")), py_to_r(d$get("c", 5L)) == 5L)
d2 <- py_dict(list(1L, "k"), list("one", 2))
stopifnot(py_to_r(py_get_item(d2, 1L)) == "one", is.null(py_get_item(d2, "none", silent = TRUE)))
py_set_item(d2, "new", 3)
py_del_item(d2, "k")
stopifnot(identical(iterate(d2$keys(), py_str), c("1", "new")))
t <- tuple(1L, "a", NULL)
stopifnot(inherits(t, "python.builtin.tuple"), py_str(t) == "(1, 'a', None)",
          py_str(tuple(c(2L, 3L))) == "([2, 3],)", py_str(tuple("a")) == "('a',)",
          py_str(tuple(list(2L, 3L))) == "(2, 3)", py_to_r(t[1]) == "a", py_to_r(t[[1]]) == "a",
          py_bool(t == tuple(1L, "a", NULL)), py_bool(t != tuple(1L)))
stopifnot(py_str(r_to_py(list(1, TRUE, "z"))) == "[1.0, True, 'z']", py_repr(r_to_py("q")) == "'q'",
          identical(py_to_r(r_to_py(c(a = 1))), 1), py_str(py_none()) == "None",
          py_str(r_to_py(NULL)) == "None", identical(py_to_r(5), 5))
frame <- data.frame(n = c(1.5, 2), s = c("u", "v"))
stopifnot(inherits(r_to_py(frame), "pandas.DataFrame") || py_has_attr(r_to_py(frame), "columns"),
          isTRUE(all.equal(py_to_r(r_to_py(frame)), frame, check.attributes = FALSE)))
x <- py_eval("type('T', (), {'size': 3})()")
py_set_attr(x, "size", 4L)
stopifnot(py_has_attr(x, "size"), !py_has_attr(x, "none"), x$size == 4L,
          "size" %in% py_list_attributes(x),
          py_to_r(py_get_attr(x, "size")) == 4L, is.null(py_get_attr(x, "none", silent = TRUE)))
py_del_attr(x, "size")
py_run_string("class T: pass")
stopifnot(x$size == 3L, py_id(x) == as.character(py_eval("id")(x)), py_len(x, default = 0L) == 0L,
          !py_is_null_xptr(x))

it <- as_iterator(list(10, 20))
stopifnot(iter_next(it) == 10, iter_next(it) == 20, is.null(iter_next(it)),
          iter_next(it, "end") == "end")
stopifnot(identical(iterate(py_eval("(i * i for i in range(4))")), c(0L, 1L, 4L, 9L)),
          identical(iterate(py_eval("iter([[1, 2], [3, 4]])"), sum), c(3L, 7L)),
          identical(iterate(py_eval("iter([1, 2])"), simplify = FALSE), list(1L, 2L)),
          identical(iterate(list(NULL, 1)), list(NULL, 1)))
count <- 0
numbers <- py_iterator(function() if ((count <<- count + 1) < 4) count else NULL)
stopifnot(py_to_r(import_builtins()$sum(numbers)) == 6)
f <- py_func(function(x, y = 2) x * y)
py$f <- f
stopifnot(py_eval("f(3)") == 6, py_eval("f(3, y=5)") == 15, py_to_r(py_call(f, 4)) == 8,
          f(1) == 2, py_str(import("inspect")$signature(f)) == "(x, y=2.0)")
file <- tempfile()
py_save_object(dict(k = c(1, 2)), file)
stopifnot(identical(py_load_object(file), list(k = c(1, 2))))

# contexts
writeLines("line", file)
with(import_builtins()$open(file) %as% stream, text <- stream$read())
stopifnot(text == "line\n", stream$closed)

# a generic of the user's own class
r_to_py.money <- function(x, convert = FALSE) r_to_py(unclass(x) * 100, convert)
stopifnot(py_to_r(r_to_py(structure(2, class = "money"))) == 200)
"""

ENVIRONMENTS = r"""
library(keras)
library(reticulate)
use_python(py_exe(), required = TRUE)
use_virtualenv(py_config()$prefix)
use_python_version(as.character(py_version()))
use_condaenv()
caught <- tryCatch(use_condaenv("r-tensorflow", required = TRUE), warning = identity)
stopifnot(identical(conditionCall(caught)[[1]], quote(use_condaenv)))
cat(conditionMessage(caught), "\n")
for (call in expression(use_python("/no/python"), use_virtualenv("none"),
                        use_python_version("2.7"))) {
  stopifnot(inherits(tryCatch(eval(call), warning = identity), "warning"))
}
stopifnot(identical(reticulate::tuple, keras::tuple), identical(use_python, keras::use_python),
          identical(array_reshape, keras::array_reshape))
"""

CHUNK = r"""
library(reticulate)
knitr::opts_knit$set(progress = FALSE)
text <- c("```{python}", "x = 20", "print('printed')", "x + 1", "```", "",
          "```{r}", "py$x", "```")
writeLines(text, "doc.Rmd")
cat(readLines(knitr::knit("doc.Rmd", quiet = TRUE)), sep = "\n")
"""


@hosts
@pytest.mark.parametrize("code", [MODULES, VALUES], ids=["modules", "values"])
def test_scripts_that_check_themselves(host: str, code: str, tmp_path: Path) -> None:
    assert companion.run_with_companions(host, code, tmp_path) == ""


@hosts
def test_code_in_python(host: str, tmp_path: Path) -> None:
    printed = companion.run_with_companions(host, CODE, tmp_path)
    assert printed == f"out\nnot captured\n{companion.PYTHON} \n"


@hosts
def test_wishes_for_another_python(host: str, tmp_path: Path) -> None:
    printed = companion.run_with_companions(host, ENVIRONMENTS, tmp_path)
    assert printed == (
        f"keras still uses the Python that it was installed for, {companion.PYTHON}. To "
        "use another one, install rkeras-py there and set RKERAS_PYTHON to its path before R "
        "starts. \n"
    )


def test_python_chunks_of_documents(tmp_path: Path) -> None:
    printed = companion.run_with_companions("Rscript", CHUNK, tmp_path)
    results = re.findall(r"^## (.*)$", printed, re.MULTILINE)
    assert results == ["printed", "21", "[1] 20"]
