"""Handles: their classes, and how long the objects live that they stand for."""

from __future__ import annotations

import gc
from typing import Any

from bridge.things import Shelf, Thing


def collect(r: Any) -> None:
    """Both languages collect, and the gate releases what they have dropped."""
    gc.collect()
    r("invisible(gc()); keras:::call_python('.same', list(1)); invisible(gc())")
    r("keras:::call_python('.same', list(1))")
    gc.collect()


def test_classes_of_a_handle(r: Any) -> None:
    kinds = r("class(x)", x=Shelf())
    assert kinds[0].endswith(".Shelf")
    assert kinds[-1] == "python.builtin.object"


def test_r_releases_what_it_no_longer_holds(r: Any) -> None:
    from rkeras_py.bridge import handles

    r("x <- NULL")
    collect(r)
    before = handles.held_by_r()
    r("things <- lapply(1:50, function(i) x(i))", x=Thing)
    assert handles.held_by_r() >= before + 50
    r("rm(things, x)")
    collect(r)
    assert handles.held_by_r() <= before


def test_python_objects_live_as_long_as_their_handles(r: Any) -> None:
    import weakref

    thing = Thing()
    seen = weakref.ref(thing)
    r("kept <- x; rm(x)", x=thing)
    del thing
    gc.collect()
    assert r("kept$size") == 3
    assert seen() is not None
    r("rm(kept)")
    collect(r)
    assert seen() is None


def test_r_objects_that_python_holds_survive_r_and_are_released(r: Any) -> None:
    function = r("local({ secret <- 42; function() secret })")
    r("for (i in 1:3) gc()")
    assert function() == 42
    r("collected <- FALSE")
    environment = r("e <- new.env(); reg.finalizer(e, function(e) collected <<- TRUE); e")
    r("rm(e); invisible(gc())")
    assert r("collected") is False
    del environment
    collect(r)
    assert r("collected") is True


def test_a_handle_of_an_ended_session(r: Any) -> None:
    r(
        """
        file <- tempfile(fileext = ".rds")
        saveRDS(x, file)
        old <- readRDS(file)
        NULL
        """,
        x=Shelf(1),
    )
    expected = (
        "this Python object belongs to a session that has ended. Save models with "
        "save_model_tf() or save_model_hdf5(), or turn them into R values with "
        "serialize_model(), and load them in the new session."
    )
    assert r("tryCatch(old$values, error = conditionMessage)") == expected
    assert r("tryCatch(old[[1]], error = conditionMessage)") == expected
    assert r("utils::capture.output(print(old))") == (
        "<a Python object of a session that has ended>"
    )
    assert r("length(old)") == 0
    assert r("names(old)") == []


def test_a_callable_handle_of_an_ended_session(r: Any) -> None:
    r("f <- tempfile(); saveRDS(x, f); old <- readRDS(f); NULL", x=Thing())
    message = r("tryCatch(old(1), error = conditionMessage)")
    assert message.startswith("this Python object belongs to a session that has ended.")
    assert r("utils::capture.output(print(old))") == (
        "<a Python object of a session that has ended>"
    )
