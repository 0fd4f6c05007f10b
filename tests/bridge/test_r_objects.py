"""R objects that Python holds: how long they live, and copies of them."""

from __future__ import annotations

import copy
import gc
import threading
from typing import Any


def gate(r: Any) -> None:
    """Any call of Python by R: there R is told."""
    r("keras:::call_python('.same', list(1))")


def collected(r: Any) -> None:
    """Python and R collect, and R is told what Python has dropped."""
    gc.collect()
    gate(r)
    r("invisible(gc())")


def test_an_object_lives_as_long_as_python_holds_it(r: Any) -> None:
    r("gone <- FALSE")
    held = r("local({ e <- new.env(); reg.finalizer(e, function(e) gone <<- TRUE);"
             " structure(list(e), class = 'of_mine') })")  # fmt: skip
    collected(r)
    assert r("gone") is False
    del held
    collected(r)
    assert r("gone") is True


def test_any_thread_may_drop_it(r: Any) -> None:
    from rkeras_py.bridge import rapi
    from rkeras_py.bridge.r_objects import Held

    r("NULL")
    before = rapi.entries.held_count()
    held = [Held(rapi.lib.R_NilValue) for _ in range(20)]
    assert rapi.entries.held_count() == before + 20
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()
    gate(r)
    assert rapi.entries.held_count() <= before


def test_copies_are_the_object_itself(r: Any) -> None:
    formula = r("y ~ größe")
    assert copy.copy(formula) is formula and copy.deepcopy([formula])[0] is formula
    assert repr(formula) == f"<{type(formula).__name__}>"


def test_it_comes_back_to_r_as_it_was(r: Any) -> None:
    for code in ("y ~ größe", "quote(a + b)", "as.name('é')", "expression(1, x)"):
        assert r(f"identical(x, {code}, ignore.environment = TRUE)", x=r(code)) is True


def test_functions_of_the_package_are_found_once(r: Any) -> None:
    from rkeras_py.bridge import r_objects, rapi

    r("NULL")
    first = r_objects.find("call_python")
    assert rapi.typeof(first) in rapi.FUNCTIONS
    assert r_objects.find("call_python") == first
    assert r_objects.find("there.is.no.such.function") == rapi.ffi.NULL
    assert rapi.typeof(r_objects.namespace()) == rapi.ENV


def test_constants_are_made_once(r: Any) -> None:
    from rkeras_py.bridge import r_objects, rapi

    r("NULL")
    made = r_objects.constant("ä", "b")
    assert rapi.strings(made) == ["ä", "b"]
    assert r_objects.constant("ä", "b") == made
    assert r_objects.constant("b", "ä") != made
    assert rapi.strings(r_objects.constant("a\0b"))[0] != "a"  # what R cannot hold is readable
