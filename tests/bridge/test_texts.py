"""Text that R's strings cannot hold, on its way to R: in values, and in what people read."""

from __future__ import annotations

import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rkeras_py.bridge import rapi

NUL = "R strings cannot hold a NUL character: "
HALF = "R strings cannot hold half of a surrogate pair: "


class Silent(ValueError):
    """One whose text fails."""

    def __str__(self) -> str:
        raise LookupError("no text")


class Number(ValueError):
    def __str__(self) -> str:
        return 3  # type: ignore[return-value]


class Endless(ValueError):
    def __str__(self) -> str:
        return str(self)


class WithNul:
    def __str__(self) -> str:
        return "a\0b \ud800"

    __repr__ = __str__


def named(module: str, name: str) -> type[ValueError]:
    kind = types.new_class("Odd", (ValueError,))
    kind.__module__, kind.__qualname__ = module, name
    return kind


def raising(error: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ValueError("a\0b"), r"a\x00b"),
        (ValueError("a\ud800b"), r"a\ud800b"),
        (FileNotFoundError("caf\udce9.h5"), r"caf\udce9.h5"),
        (ValueError(3, {"a": b"\0"}, None), r"(3, {'a': b'\x00'}, None)"),
        (KeyError("\0"), r"'\x00'"),
        (ExceptionGroup("g\0", [ValueError("\0")]), r"g\x00 (1 sub-exception)"),
        (Silent(), "Silent, whose message is not available: LookupError"),
        (Number(), "Number, whose message is not available: TypeError"),
        (Endless(), "Endless, whose message is not available: RecursionError"),
        (named("mod\0ule", "Na\ud800me")("odd"), "odd"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_messages_of_errors(r: Any, error: BaseException, message: str) -> None:
    found = r(
        "e <- tryCatch(fail(), error = identity)\n"
        "trace <- e$traceback\n"
        "list(conditionMessage(e), class(e), grepl('Traceback', trace), validUTF8(trace))",
        fail=raising(error),
    )
    classes = [f"{k.__module__}.{k.__qualname__}" for k in type(error).__mro__[:-2]]
    assert found[0] == message
    assert found[1][: len(classes)] == [
        name.replace("builtins.", "python.builtin.")
        .replace("\0", r"\x00")
        .replace("\ud800", r"\ud800")
        for name in classes
    ]
    assert found[1][-3:] == ["python.condition", "error", "condition"]
    assert found[2:] == [True, True]
    assert r("1 + 1") == 2


def test_notes_and_causes_are_in_the_traceback(r: Any) -> None:
    def fail() -> None:
        try:
            raise KeyError("the \0 cause")
        except KeyError as cause:
            error = ValueError("the error")
            error.add_note("a \0 note, \ud800")
            raise error from cause

    trace = r("tryCatch(fail(), error = function(e) e$traceback)", fail=fail)
    assert r"KeyError: 'the \x00 cause'" in trace and r"a \x00 note, \ud800" in trace


def test_errors_in_the_pump(r: Any) -> None:
    r("library(keras)")
    assert r(
        """
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
        model %>% compile(optimizer = "sgd", loss = "mse")
        hook <- callback_lambda(on_epoch_end = function(epoch, logs) fail())
        tryCatch(fit(model, matrix(1), 1, verbose = 0, callbacks = list(hook)),
                 python.builtin.ValueError = conditionMessage)
        """,
        fail=raising(ValueError("a\0b")),
    ) == r"in `on_epoch_end` of the callback: a\x00b"  # fmt: skip


def test_a_long_message_comes_whole(r: Any) -> None:
    code = "tryCatch(fail(), error = function(e) nchar(conditionMessage(e)))"
    assert r(code, fail=raising(ValueError("x" * 5_000_000))) == 5_000_000


def test_what_cannot_be_told_is_not_taken_for_a_lack_of_room(
    r: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that R has no string for, because it is too long."""
    monkeypatch.setattr(rapi, "LONGEST_STRING", 10_000)
    caught = r(
        "e <- tryCatch(fail(), error = identity); c(conditionMessage(e), class(e))",
        fail=raising(ValueError("x" * 20_000)),
    )
    assert caught == [
        "a Python error could not be passed to R (ValueError)",
        "python.builtin.Exception",
        "error",
        "condition",
    ]


def test_warnings_are_readable(r: Any) -> None:
    def warn() -> None:
        warnings.warn("a\0b \ud800", stacklevel=1)

    assert r("tryCatch(warn(), warning = conditionMessage)", warn=warn) == r"a\x00b \ud800"


def test_what_is_printed_is_readable(r: Any, capsys: pytest.CaptureFixture[str]) -> None:
    r("say(); print(x)", say=lambda: print("a\0b \ud800 caf\udce9"), x=WithNul())
    assert capsys.readouterr().out == "ab \\ud800 caf\\udce9\na\\x00b \\ud800\n"


VALUES = {
    "text": "v\0w",
    "texts": ["v", "v\0w"],
    "key": {"v\0w": 1},
    "nested": {"a": [1, {"b": "v\0w"}]},
    "array": np.array(["v", "v\0w"]),
    "objects": np.array(["v\0w", 1], dtype=object),
    "column": pd.DataFrame({"a": ["v\0w"]}),
    "column name": pd.DataFrame({"v\0w": [1]}),
    "row name": pd.DataFrame({"a": [1]}, index=["v\0w"]),
    "level": pd.Categorical(["v\0w"]),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=list(VALUES))
def test_values_are_errors_that_show_the_text(r: Any, value: Any) -> None:
    code = "tryCatch(f(), python.builtin.ValueError = conditionMessage)"
    assert r(code, f=lambda: value) == rf"{NUL}'v\x00w'"
    assert r("1 + 1") == 2


def test_an_excerpt_of_a_long_text(r: Any) -> None:
    code = "tryCatch(f(), error = conditionMessage)"
    found = r(code, f=lambda: "a" * 100 + "\0" + "b" * 100)
    assert found == rf"{NUL}...'{'a' * 20}\x00{'b' * 19}'..."
    assert r(code, f=lambda: ["v\ud800w"]) == rf"{HALF}'v\ud800w'"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("v\0w", rf"{NUL}'v\x00w'"),
        ("v\ud800", rf"{HALF}'v\ud800'"),
        ("é" * 5001, f"R names have 1 to 10000 bytes, '{'é' * 20}'... has 10002"),
    ],
)
def test_names_of_arguments(r: Any, name: str, message: str) -> None:
    def call(function: Any) -> Any:
        return function(**{name: 1})

    code = "tryCatch(call(function(...) names(list(...))), error = conditionMessage)"
    assert r(code, call=call) == message


def test_names_as_long_as_r_takes_them(r: Any) -> None:
    name = "é" * 5000
    assert r("call(function(...) names(list(...)))", call=lambda f: f(**{name: 1})) == name


def test_attributes(r: Any) -> None:
    value = types.SimpleNamespace(**{"v\0w": 1, "plain": 2})
    assert r("c(x$plain, tryCatch(names(x), error = conditionMessage))", x=value) == [
        "2",
        rf"{NUL}'v\x00w'",
    ]


def test_bytes_of_tensors_that_are_no_text_stay_bytes(r: Any) -> None:
    import tensorflow as tf

    assert r("as.array(x)", x=tf.constant([b"caf\xc3\xa9", b"b"])).tolist() == ["café", "b"]
    assert r("lapply(as.array(x), identity)", x=tf.constant([b"a\0b", b"c"])) == [b"a\0b", b"c"]
