"""R inside a Python program: variables, errors, streams, and threads that may not."""

from __future__ import annotations

import threading
import warnings
from pathlib import Path
from typing import Any

import pytest

import rkeras_py as rk


def test_values_of_several_expressions(r: Any) -> None:
    assert r("a <- 2\nb <- 3; a * b") == 6
    assert r("") is None and r("# nothing") is None and r("invisible(5)") == 5
    assert r("größe <- x + 1; größe", x=1.5) == 2.5


def test_a_script_gives_its_variables(r: Any, tmp_path: Path) -> None:
    r("rm(list = ls(globalenv()))")
    script = tmp_path / "größe.R"
    script.write_text("double <- x * 2; name <- 'é'; .hidden <- 1; f <- function() 1\n")
    found = rk.run_script(script, x=4.0)
    assert found["double"] == 8 and found["name"] == "é" and found["x"] == 4
    assert ".hidden" not in found and found["f"]() == 1


def test_a_script_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"there is no R script .*none\.R"):
        rk.run_script(tmp_path / "none.R")
    with pytest.raises(FileNotFoundError):
        rk.run_script(tmp_path)


def test_errors_have_r_s_message_and_the_line(r: Any, tmp_path: Path) -> None:
    with pytest.raises(rk.RError, match="völlig falsch"):
        r("stop('völlig falsch')")
    with pytest.raises(rk.RError, match="unexpected"):
        r("1 +* 2")
    script = tmp_path / "bad.R"
    script.write_text("x <- 1\n\nstop('here')\n")
    with pytest.raises(rk.RError, match="here") as caught:
        rk.run_script(script)
    assert any("3" in note for note in caught.value.__notes__)
    assert r("x") == 1  # what came before stays


def test_variables_are_given_all_or_none(r: Any) -> None:
    r("if (exists('one')) rm(one)")
    with pytest.raises(rk.ArgumentError, match=r"`two` cannot be converted to R: "):
        r("one", one=1, two="a\0b")
    assert r("exists('one')") is False
    with pytest.raises(rk.ArgumentError, match="cannot be converted to R"):
        r("1", **{"": 1})


def test_output_and_messages_go_to_python_s_streams(
    r: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    r("cat('größe\\n'); print(1:3); message('told')")
    said = capsys.readouterr()
    assert said.out == "größe\n[1] 1 2 3\n" and said.err == "told\n"


def test_streams_that_fail_are_an_error_after_the_code(
    r: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError("nobody reads")

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Full())
        with pytest.raises(BrokenPipeError, match="nobody reads"):
            r("cat('x'); done <- TRUE")
    assert r("done") is True and r("1") == 1


def test_python_s_warnings_are_restored(r: Any) -> None:
    before = warnings.showwarning, list(warnings.filters)
    r("1")
    assert (warnings.showwarning, list(warnings.filters)) == before


def test_other_threads_may_not_run_r(r: Any) -> None:
    r("1")
    problems: list[BaseException] = []

    def other() -> None:
        try:
            r("2")
        except BaseException as problem:
            problems.append(problem)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert isinstance(problems[0], RuntimeError)
    assert str(problems[0]) == "R code runs on Python's main thread only"


def test_r_code_that_calls_python_that_calls_r(r: Any) -> None:
    assert r("f(3)", f=lambda x: r("x * 10", x=x) + 1) == 31


def test_variables_that_python_cannot_have(r: Any) -> None:
    from rkeras_py.bridge import inside

    r("both <- list(a = 1, a = 2); fine <- 1")
    with inside.r_session():
        assert inside.take(["fine"]) == {"fine": 1}
        with pytest.raises((ValueError, rk.RError), match=r"both|twice"):
            inside.take(["both"])
        with pytest.raises(rk.RError, match=r"no\.such\.variable"):
            inside.take(["no.such.variable"])


def test_cells_print_and_lines_give(r: Any, capsys: pytest.CaptureFixture[str]) -> None:
    from rkeras_py.bridge import inside

    plots: dict[str, Any] = {"filename": "none%d.png"}
    value, found = inside.run_cell("y <- x + 1\ny", False, {"x": 1}, ["y"], plots)
    assert value is None and found == {"y": 2}
    assert capsys.readouterr().out == "[1] 2\n"
    value, _ = inside.run_cell("y * 2", True, {}, [], plots)
    assert value == 4 and capsys.readouterr().out == ""


def test_whole_numbers_among_others_are_a_vector_of_r(r: Any) -> None:
    assert r("sum(x)", x=[1, 2, 3.5]) == 6.5
    assert r("is.list(x)", x=[1, 2, "a"]) is True
    assert r("class(x)", x=[1, 2]) == "integer"
