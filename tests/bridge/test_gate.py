"""The gate: which calls wait for Keras, and how R's arguments become Python's."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest


@pytest.fixture
def importing(r: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """As if Keras were still being imported, until the function that is given is called."""
    from rkeras_py.bridge import loading, tasks

    r("library(keras); invisible(k_constant(1))")
    finished = threading.Event()
    monkeypatch.setattr(loading, "_finished", finished)

    def finish() -> None:
        finished.set()
        tasks.inbox.put(None)

    yield finish
    finish()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("is_keras_available('2.0')", True),
        ("keras:::call_python('.same', list(1))", 1),
        ("keras:::py_module_available('json')", True),
    ],
)
def test_calls_that_need_no_keras_do_not_wait(
    r: Any, importing: Callable[[], None], code: str, expected: Any
) -> None:
    from rkeras_py.bridge import loading

    assert r(code) == expected
    assert loading.unfinished()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("as.numeric(k_constant(7))", 7),
        ("regularizer_l2(0.5)$get_config()$l2", 0.5),
        ("keras:::call_python('.keras_module', list('backend'))$epsilon()", 1e-7),
        ("keras:::call_python('.keras_class', list('layers.Dense'))(3L)$units", 3),
        ("keras:::import('tensorflow')$add(2L, 3L)$numpy()", 5),
    ],
)
def test_calls_that_need_keras_wait_for_it(
    r: Any, importing: Callable[[], None], code: str, expected: Any
) -> None:
    from rkeras_py.bridge import loading

    timer = threading.Timer(0.3, importing)
    timer.start()
    value = r(code)
    assert not loading.unfinished()
    assert float(value) == pytest.approx(expected)


def test_a_wait_can_be_left(r: Any, importing: Callable[[], None]) -> None:
    """R leaves the call; a later one works."""
    code = """
        tryCatch({
          setTimeLimit(elapsed = 0.3)
          k_constant(1)
        }, error = conditionMessage, finally = setTimeLimit(elapsed = Inf))
    """
    assert r(code) == "reached elapsed time limit"
    importing()
    assert r("as.numeric(k_constant(2))") == 2


def message(r: Any, code: str) -> str:
    text: str = r(f"tryCatch({code}, error = conditionMessage)")
    return text


def test_an_argument_that_comes_twice(r: Any) -> None:
    code = "keras:::call_python('regularizer_l2', list(l = 0.1, l = 0.2))"
    assert message(r, code) == "`l` is given more than once"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "keras:::call_python('regularizer_l2', list(l = list(a = 1, a = 2)))",
            "`l` cannot be used: the names of a list must be unique, but \"a\" occurs twice",
        ),
        (
            "keras:::call_python('k_stack', list(list(a = 1, a = 2)))",
            "`...` cannot be used: the names of a list must be unique, but \"a\" occurs twice",
        ),
        ("keras:::call_python('regularizer_l2', list(0.1))", "unused argument (0.1)"),
    ],
)  # fmt: skip
def test_arguments_that_cannot_be_used(r: Any, code: str, words: str) -> None:
    assert message(r, code) == words


def test_parameters_of_data_get_arrays_and_others_scalars(r: Any) -> None:
    """The same vector of length one: an array for ``x``, a number for ``units``."""
    r("library(keras)")
    assert r("dim(to_categorical(1, 3))") == [1, 3]
    assert r("layer_dense(units = 1)$units") == 1


def test_a_function_of_the_bridge_that_is_not_there(r: Any) -> None:
    assert "no_such" in message(r, "keras:::call_python('.no_such')")


def test_the_gate_lets_go_of_what_either_side_has_dropped(r: Any) -> None:
    from rkeras_py.bridge import rapi

    held = [r("new.env()") for _ in range(20)]
    before = rapi.entries.held_count()
    del held
    r("keras:::call_python('.same', list(1))")
    assert rapi.entries.held_count() <= before - 20
