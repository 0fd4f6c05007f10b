"""What Python prints appears on R's console, in order."""

from __future__ import annotations

import sys
import threading
from typing import Any

import pytest


def say(text: str) -> None:
    print(text)


def warn(text: str) -> None:
    print(text, file=sys.stderr)


def from_a_thread(text: str) -> None:
    thread = threading.Thread(target=print, args=(text,))
    thread.start()
    thread.join()


def test_order_of_both_languages(r: Any, capsys: pytest.CaptureFixture[str]) -> None:
    r("cat('1\\n'); py('2'); print('3'); py('4'); message('not here'); cat('5\\n')", py=say)
    out, err = capsys.readouterr()
    assert out == '1\n2\n[1] "3"\n4\n5\n'
    assert err == "not here\n"


def test_capture_output_sees_python(r: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert r("capture.output({ cat('a\\n'); py('b'); cat('c\\n') })", py=say) == ["a", "b", "c"]
    assert capsys.readouterr().out == ""


def test_sink_sees_python(r: Any) -> None:
    assert r(
        """
        file <- tempfile()
        sink(file); cat("a\\n"); py("b\\u00e9"); sink()
        readLines(file, encoding = "UTF-8")
        """,
        py=say,
    ) == ["a", "bé"]  # fmt: skip


def test_standard_error_is_rs(r: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert r("length(capture.output(f('trouble'), type = 'output'))", f=warn) == 0
    assert capsys.readouterr().err == "trouble\n"
    assert r("capture.output(f('trouble'), type = 'message')", f=warn) == "trouble"


def test_a_python_thread_prints_to_rs_console(r: Any) -> None:
    assert r("capture.output({ f('x'); py('y') })", f=from_a_thread, py=say) == ["x", "y"]


def test_threads_of_training_print_in_order_with_r(r: Any) -> None:
    lines = r(
        """
        library(keras)
        m <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
        m %>% compile(optimizer = "sgd", loss = "mse")
        say_r <- callback_lambda(
          on_epoch_begin = function(epoch, logs) { cat("R begins", epoch, "\\n"); py("Python") },
          on_train_end = function(logs) cat("R ends\\n"))
        capture.output({
          cat("before\\n")
          fit(m, matrix(1:4), 1:4, epochs = 2, verbose = 2, callbacks = list(say_r))
          cat("after\\n")
        })
        """,
        py=say,
    )
    kinds = [line.split(" - ")[0].rstrip() for line in lines]
    assert kinds == [
        "before",
        "R begins 0", "Python", "Epoch 1/2", "1/1",
        "R begins 1", "Python", "Epoch 2/2", "1/1",
        "R ends", "after",
    ]  # fmt: skip


def test_text_without_end_of_line_and_empty_text(r: Any) -> None:
    def pieces() -> None:
        for piece in ("a", "", "b\r", "c", "\n"):
            sys.stdout.write(piece)
        sys.stdout.flush()

    assert r("capture.output(f())", f=pieces) == "ab\rc"


def test_long_text_comes_whole(r: Any) -> None:
    assert r("nchar(capture.output(f(x)))", f=say, x="é" * 100_000) == 100_000


def test_pythons_streams_are_its_own_again_after(r: Any) -> None:
    before = sys.stdout, sys.stderr
    r("py('x')", py=say)
    assert (sys.stdout, sys.stderr) == before
    with pytest.raises(Exception, match="stop"):
        r("stop('stop')")
    assert (sys.stdout, sys.stderr) == before


def test_an_error_does_not_stand_in_the_line_of_a_progress_bar(r: Any) -> None:
    """Of training that fails or that R leaves; a line that was ended is not ended again."""

    def write(text: str) -> None:
        sys.stdout.write(text)

    code = """
        library(keras)
        m <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
        m %>% compile(optimizer = "sgd", loss = "mse")
        hook <- callback_lambda(on_epoch_begin = function(epoch, logs) { write(text); LEAVE })
        capture.output({
          LEFT(fit(m, matrix(1:4), 1:4, verbose = 0, callbacks = list(hook)))
          cat("after\n")
        })
    """
    failing = code.replace("LEAVE", "stop('no')").replace("LEFT", "try")
    leaving = code.replace("LEAVE", "invokeRestart('left')").replace(
        "LEFT(", "withRestarts(left = function() NULL, "
    )
    for way in (failing, leaving):
        assert r(way, write=write, text="3/9") == ["3/9", "after"]
        assert r(way, write=write, text="3/9\n") == ["3/9", "after"]
