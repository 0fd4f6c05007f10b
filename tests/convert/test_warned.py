"""Which line a warning names."""

from __future__ import annotations

import contextlib
import functools
import threading
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from rkeras_py.convert import terms
from rkeras_py.convert.warned import warn


def function_of(module: str) -> Callable[[Callable[[], Any]], None]:
    """A function of a module that calls what it gets."""
    namespace: dict[str, Any] = {"__name__": module}
    exec("def call(work):\n    work()\n", namespace)
    call: Callable[[Callable[[], Any]], None] = namespace["call"]
    return call


def warned(work: Callable[[], Any]) -> warnings.WarningMessage:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        work()
    (warning,) = found
    return warning


def odd() -> None:
    warn("odd")


@pytest.mark.parametrize(
    ("module", "named"),
    [
        ("rkeras_py.engine.data", __file__),
        ("keras.src.models", __file__),
        ("tensorflow.python.eager", __file__),
        ("keras_of_mine", "<string>"),
    ],
)
def test_a_warning_names_a_line_outside_of_packages(module: str, named: str) -> None:
    warning = warned(lambda: function_of(module)(functools.partial(warn, "odd")))
    assert warning.filename == named


def test_the_nearest_line_of_the_user_s_is_named() -> None:
    warning = warned(lambda: function_of("keras.src.models")(odd))
    assert (warning.filename, warning.lineno) == (__file__, odd.__code__.co_firstlineno + 1)


def test_a_warning_without_a_line_of_the_user_s_is_given() -> None:
    def in_a_thread() -> None:
        thread = threading.Thread(target=warn, args=("odd",))
        thread.start()
        thread.join()

    assert str(warned(in_a_thread).message) == "odd"


@pytest.mark.parametrize(("of_r", "text"), [(True, "not TRUE"), (False, "not True")])
def test_warnings_are_in_the_terms_of_the_caller(of_r: bool, text: str) -> None:
    with terms.of_r() if of_r else contextlib.nullcontext():
        assert str(warned(lambda: warn("not TRUE")).message) == text
