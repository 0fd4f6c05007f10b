"""The pytest plugin, in pytest runs of their own."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import r_process

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

R_TESTS = r"""
counter <- 1

test_that("R computes", {
  expect_equal(counter + 1, 2)
  model <- keras_model_sequential() %>% layer_dense(2, input_shape = 3)
  expect_equal(count_params(model), 8)
})

test_that("a \"failure\" shows both values", {
  cat("said before\n")
  expect_equal(c(1, 2, 3), c(1, 2.5, 3))
})

# test_that("what is commented out is none", {})

test_that("an error", stop("no way"))

test_that("a warning", {
  warning("careful")
  expect_true(TRUE)
})

test_that("a skip", skip("not today"))

test_that("a skip after a success", {
  expect_true(TRUE)
  skip_if(counter == 1, "the rest needs two")
  expect_true(FALSE)
})

test_that("a skip after a failure", {
  expect_equal(counter, 3)
  skip("too late")
})
"""

PYTHON_TESTS = """
import numpy as np
import pytest
from rkeras_py import RError

def test_models_and_arrays_are_python_s_own(r_session):
    import keras
    model = r_session(
        "library(keras); m <- keras_model_sequential() %>% layer_dense(width, input_shape = 3); "
        ".hidden <- 1; set.seed(7); m",
        width=2,
    )
    assert isinstance(r_session("m"), keras.Sequential)
    assert r_session("dim(x)", x=np.ones((2, 3))) == [2, 3]

def test_variables_of_other_tests_are_gone(r_session):
    assert r_session("as.list(ls(globalenv(), all.names = TRUE))") == [".Random.seed"]
    assert r_session("x <- runif(1); set.seed(7); x == runif(1)") is True
    with pytest.raises(RError, match="no such"):
        r_session("stop('no such thing')")

def test_scripts(r_session, tmp_path):
    (tmp_path / "a.R").write_text("y <- x + 1")
    assert r_session.run_script(tmp_path / "a.R", x=1) == {"x": 1, "y": 2}
"""


def run_pytest(folder: Path, *args: str) -> r_process.Outcome:
    (folder / "pytest.ini").touch()
    words = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--color=no", *args]
    return r_process.run(words, cwd=folder)


@needs_r
def test_one_run_tests_both_languages(tmp_path: Path) -> None:
    (tmp_path / "test_r.R").write_text(R_TESTS)
    (tmp_path / "test_python.py").write_text(PYTHON_TESTS)
    (tmp_path / "other.R").write_text("stop('not collected')")
    outcome = run_pytest(tmp_path, "-v", "-rs")
    said = outcome.stdout
    assert outcome.status == 1, said + outcome.stderr
    assert re.search(r"= 3 failed, 5 passed, 2 skipped, 1 warning in ", said)
    results = dict(re.findall(r"^(\S+\.\w+::.*?) (PASSED|FAILED|SKIPPED)", said, re.MULTILINE))
    assert results == {
        "test_python.py::test_models_and_arrays_are_python_s_own": "PASSED",
        "test_python.py::test_variables_of_other_tests_are_gone": "PASSED",
        "test_python.py::test_scripts": "PASSED",
        "test_r.R::R computes": "PASSED",
        'test_r.R::a "failure" shows both values': "FAILED",
        "test_r.R::an error": "FAILED",
        "test_r.R::a warning": "PASSED",
        "test_r.R::a skip": "SKIPPED",
        "test_r.R::a skip after a success": "SKIPPED",
        "test_r.R::a skip after a failure": "FAILED",
    }
    failures = said.partition("= FAILURES =")[2]
    assert "test_r.R:12: failure\n" in failures
    assert "[2] 2 - 2.5 == -0.5" in failures
    assert "said before" in failures
    assert "no way" in failures
    assert "R warned: test_r.R:20: warning\ncareful" in re.sub(r"\n +", "\n", failures)
    assert re.findall(r"^SKIPPED .*: (test_r\.R:.*)$", failures, re.MULTILINE) == [
        "test_r.R:24: not today",
        "test_r.R:28: the rest needs two",
    ]


@needs_r
def test_r_files_that_cannot_run(tmp_path: Path) -> None:
    (tmp_path / "test_outside.R").write_text(
        "test_that('one', expect_true(TRUE))\nlibrary(nowhere.at.all)\n"
        "test_that('two', expect_true(TRUE))\n"
    )
    (tmp_path / "test_syntax.R").write_text("test_that('three', {\n  expect_true(\n})\n")
    (tmp_path / "test_end.R").write_text("test_that('four', quit(status = 3))\n")
    (tmp_path / "test_after.R").write_text("test_that('five', expect_true(TRUE))\n")
    (tmp_path / "test_skip.R").write_text(
        "test_that('six', expect_true(TRUE))\nskip_if_not_installed('nowhere.at.all')\n"
        "test_that('seven', expect_true(FALSE))\n"
    )
    names = ["test_outside.R", "test_syntax.R", "test_end.R", "test_after.R", "test_skip.R"]
    outcome = run_pytest(tmp_path, "-rs", *names)
    said = outcome.stdout
    assert re.search(r"= 4 failed, 2 passed, 1 skipped in ", said), said
    assert re.search(r"^SKIPPED \[1\] .*test_skip\.R:2: .*nowhere\.at\.all", said, re.MULTILINE)
    assert len(re.findall(r"no package called \W+nowhere\.at\.all", said)) >= 2  # both tests
    assert re.search(r"test_syntax.R: error\n.*test_syntax.R:3:1: unexpected '}'", said)
    assert "R ended with exit status 3 in test_end.R" in said


def test_other_runs_import_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(
        "import sys\ndef test_a():\n"
        "    assert 'pytest_rkeras' in sys.modules\n"
        "    assert not {'rkeras_py', 'numpy', 'keras', 'tensorflow'} & set(sys.modules)\n"
    )
    (tmp_path / "script.R").write_text("stop()")
    (tmp_path / "test-a.R").write_text("stop()")
    assert "1 passed" in run_pytest(tmp_path).succeeded()


def test_names_of_files_are_configured(tmp_path: Path) -> None:
    for name in ("test-a.R", "test_b.R", "check.R"):
        (tmp_path / name).write_text("test_that('x', expect_true(TRUE))")
    printed = run_pytest(tmp_path, "--collect-only", "-q").succeeded()
    assert re.findall(r"^.*::.*$", printed, re.MULTILINE) == ["test_b.R::x"]
    option = ["-o", "r_files=test-*.R check.R", "--collect-only", "-q"]
    printed = run_pytest(tmp_path, *option).succeeded()
    assert re.findall(r"^.*::.*$", printed, re.MULTILINE) == ["check.R::x", "test-a.R::x"]
    printed = run_pytest(tmp_path, "--collect-only", "-q", "check.R").succeeded()
    assert "check.R::x" in printed


@needs_r
def test_a_program_that_fails_is_shown_where_it_was_called(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(
        "from rkeras_py.testing import run_r\n"
        "def test_a():\n    run_r('x <- 1\\nstop(\"no way\")')\n"
    )
    said = run_pytest(tmp_path, "--tb=short").stdout
    assert re.findall(r"^(\S+\.py):(\d+): ", said, re.MULTILINE) == [("test_a.py", "3")]
    assert "ProgramError: the R code, line 2: no way" in said
