"""R's C API: strings, names, calls, and jumps of R through Python."""

from __future__ import annotations

import threading
from typing import Any

import pytest

TEXTS = ["a", "", "é", "日本語", "😀", "tab\tand\nline", "\udcff"]


def in_r(sexp: Any, code: str) -> Any:
    """What R code gives for an object that it finds as ``x``."""
    import rkeras_py
    from rkeras_py.bridge.r_objects import RObject

    return rkeras_py.r(code, x=RObject(sexp))


@pytest.mark.parametrize("text", TEXTS)
def test_a_string_of_r_is_the_same_text(r: Any, text: str) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    with rapi.ProtectionScope() as scope:
        assert rapi.string(scope.protect(rapi.charsxp(text))) == text


def test_strings_of_r_in_any_encoding(r: Any) -> None:
    from rkeras_py.bridge import rapi

    held = r("function() NULL")  # something of R that Python holds
    assert held() is None
    codes = ["iconv('é', 'UTF-8', 'latin1')", "'é'", "NA_character_", "''"]
    vector = r(f"quote(c({', '.join(codes)}))")
    with rapi.ProtectionScope() as scope:
        made = scope.protect(rapi.evaluate(vector.sexp))
        assert rapi.strings(made) == ["é", "é", None, ""]


@pytest.mark.parametrize("count", [1, 8, 9, 1000])
def test_strings_are_the_same_one_by_one_and_many_at_once(r: Any, count: int) -> None:
    """Long vectors are copied as one piece of bytes."""
    texts = [TEXTS[i % len(TEXTS)] for i in range(count)]
    with_gaps: list[str | None] = [None if i % 5 == 2 else text for i, text in enumerate(texts)]
    ascii_only: list[str | None] = [f"word {i}" if i % 3 else "" for i in range(count)]
    from rkeras_py.bridge import rapi

    r("NULL")
    for values in (texts, with_gaps, ascii_only, [None] * count, [""] * count):
        with rapi.ProtectionScope() as scope:
            made = scope.protect(rapi.make_strings(list(values)))
            assert rapi.strings(made) == list(values)
            missing = [i + 1 for i, value in enumerate(values) if value is None]
            assert in_r(made, "as.list(which(is.na(x)))") == missing
            sizes = [2 if v is None else len(v.encode("utf-8", "surrogateescape")) for v in values]
            assert in_r(made, "as.list(nchar(x, 'bytes', keepNA = FALSE))") == sizes


def test_many_strings_of_r_in_any_encoding(r: Any) -> None:
    from rkeras_py.bridge import rapi

    code = """quote({
        latin <- 'gr\\xf6\\xdfe'; Encoding(latin) <- 'latin1'
        bytes <- 'a\\xff'; Encoding(bytes) <- 'bytes'
        rep(c(latin, 'größe', bytes, NA, '', 'invalid\\xff'), 50)
    })"""
    vector = r(code)
    with rapi.ProtectionScope() as scope:
        made = scope.protect(rapi.evaluate(vector.sexp))
        found = rapi.strings(made)
        invalid = rapi.string(rapi.lib.STRING_ELT(made, 5))
        assert found == ["größe", "größe", "a\udcff", None, "", invalid] * 50


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
@pytest.mark.parametrize("place", [0, 500, 999])
def test_one_text_of_many_that_r_cannot_hold(r: Any, text: str, place: int) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    texts: list[str | None] = ["good"] * 1000
    texts[place] = text
    with pytest.raises(ValueError, match=r"R|NUL|text"):
        rapi.make_strings(texts)
    assert r("1 + 1") == 2


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_text_that_r_cannot_hold_is_a_python_error(r: Any, text: str) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    with pytest.raises(ValueError, match=r"R|NUL|text"):
        rapi.charsxp(text)
    assert r("1 + 1") == 2


def test_symbols_have_the_length_that_r_takes(r: Any) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    assert rapi.symbol("größe") == rapi.symbol("größe")
    assert rapi.symbol("größe") != rapi.symbol("grosse")
    for name in ("", "é" * 5001):
        with pytest.raises(ValueError, match="R names have 1 to 10000 bytes"):
            rapi.symbol(name)
    assert rapi.symbol("é" * 5000) != rapi.ffi.NULL


def test_vectors_are_of_the_kind_and_length_asked_for(r: Any) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    kinds = {rapi.LGL: "logical", rapi.INT: "integer", rapi.REAL: "double", rapi.CPLX: "complex",
             rapi.STR: "character", rapi.VEC: "list", rapi.RAW: "raw"}  # fmt: skip
    for kind, name in kinds.items():
        for length in (0, 3):
            with rapi.ProtectionScope() as scope:
                vector = scope.protect(rapi.alloc(kind, length))
                assert rapi.typeof(vector) == kind
                assert in_r(vector, "paste(typeof(x), length(x))") == f"{name} {length}"


def test_memory_that_r_cannot_get_is_an_error_of_r(r: Any) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    with pytest.raises(rapi.Unwind) as jump:
        rapi.alloc(rapi.REAL, 2**50)
    rapi.entries.release(jump.value.slot)
    assert r("sum(1:4)") == 10


def test_calls_with_and_without_names(r: Any) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    with rapi.ProtectionScope() as scope:
        three = scope.protect(rapi.lib.Rf_ScalarReal(3.0))
        ten = scope.protect(rapi.lib.Rf_ScalarReal(10.0))
        minus = scope.protect(rapi.base_function("seq.int"))
        call = scope.protect(rapi.make_call(minus, [ten, three], ["to", "from"]))
        value = scope.protect(rapi.evaluate(call))
        assert in_r(value, "x") == [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]
        call = scope.protect(rapi.make_call(minus, [three, three]))
        assert in_r(scope.protect(rapi.evaluate(call)), "x") == 3


def test_an_error_of_r_goes_through_python_as_a_jump(r: Any) -> None:
    from rkeras_py.bridge import rapi

    call = r("quote(stop('über alles'))")
    with pytest.raises(rapi.Unwind) as jump:
        rapi.evaluate(call.sexp)
    assert not isinstance(jump.value, Exception)  # Keras must let it pass
    rapi.entries.release(jump.value.slot)
    assert r("'still there'") == "still there"


def test_before_the_gate_is_open_an_error_has_r_s_message(r: Any) -> None:
    from rkeras_py.bridge import rapi

    call = r("quote(stop('no such thing'))")
    with pytest.raises(RuntimeError, match="no such thing"):
        rapi.evaluate_at_top(call.sexp)
    with pytest.raises(RuntimeError, match="not found"):
        rapi.base_function("there is no such function")


def test_names_and_classes(r: Any) -> None:
    from rkeras_py.bridge import rapi

    for code, names, classes in (
        ("quote(structure(c(1, 2), names = c('ä', NA)))", ["ä", "NA"], []),
        ("quote(c(1, 2))", None, []),
        ("quote(structure(list(1, 2), names = c('b', '')))", ["b", ""], []),
        ("quote(structure(1, class = c('eins', 'zwei')))", None, ["eins", "zwei"]),
    ):
        call = r(code)
        with rapi.ProtectionScope() as scope:
            value = scope.protect(rapi.evaluate(call.sexp))
            found = rapi.names(value)
            assert found == names or (names == ["ä", "NA"] and found == ["ä", ""])
            assert rapi.classes(value) == classes
            assert rapi.is_object(value) is bool(classes)


def test_attributes_are_set_and_read(r: Any) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    with rapi.ProtectionScope() as scope:
        vector = scope.protect(rapi.alloc(rapi.REAL, 6))
        dim = scope.protect(rapi.alloc(rapi.INT, 2))
        rapi.lib.INTEGER(dim)[0], rapi.lib.INTEGER(dim)[1] = 2, 3
        rapi.set_attribute(vector, "dim", dim)
        assert in_r(vector, "dim(x)") == [2, 3]
        assert rapi.typeof(rapi.get_attribute(vector, "nothing")) == rapi.NIL


def test_a_scope_unprotects_what_it_protected(r: Any) -> None:
    """R warns of a stack imbalance, and runs out of places at 50,000."""
    from rkeras_py.bridge import rapi

    r("NULL")
    for _ in range(60):
        with rapi.ProtectionScope() as scope:
            for _ in range(1000):
                scope.protect(rapi.lib.R_NilValue)


def test_only_r_s_thread_asks_for_interrupts(r: Any) -> None:
    from rkeras_py.bridge import rapi

    r("NULL")
    assert rapi.on_main_thread()
    elsewhere: list[bool] = []
    rapi.lib.R_interrupts_pending = 1
    try:
        thread = threading.Thread(
            target=lambda: elsewhere.extend([rapi.on_main_thread(), rapi.take_interrupt()])
        )
        thread.start()
        thread.join()
        assert elsewhere == [False, False]
        assert rapi.take_interrupt()
        assert not rapi.take_interrupt()  # it was taken
    finally:
        rapi.lib.R_interrupts_pending = 0
