"""Handles: references of R to Python objects, by object id."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from rkeras_py.bridge import r_objects, rapi
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.compat.names.classes import handle_classes

_objects: dict[int, Any] = {}
_closures: dict[str, r_objects.Held] = {}
_ids = count(1)
_buffer: Any = rapi.ffi.new("int64_t[256]")

OUTLIVED = (
    "this Python object belongs to a session that has ended. Save models with save_model_tf() "
    "or save_model_hdf5(), or turn them into R values with serialize_model(), "
    "and load them in the new session."
)
CACHED = (
    " In a document, `cache = TRUE` does not keep Python objects: give the chunks that make, train "
    "and use a model `cache = FALSE`."
)


#: The S3 class of handles whose attributes and items are not converted to R.
UNCONVERTED = "python.unconverted"


class Kept:
    """A value that becomes a handle even if it could be converted to an R object.

    Args:
        value: The value.
        convert: Whether its attributes and items are converted to R objects.
    """

    __slots__ = ("convert", "value")

    def __init__(self, value: Any, convert: bool = False) -> None:
        self.value = value
        self.convert = convert


#: R functions that change the S3 classes of handles, and their results by type.
_filters: list[Callable[[Any], Any]] = []
_filtered: dict[tuple[Any, ...], tuple[str, ...]] = {}


def add_filter(function: Callable[[Any], Any]) -> None:
    """Let a function change the S3 classes of handles that are created from now on."""
    _filters.append(function)
    _filtered.clear()


def _classes(kind: type, *more: str) -> tuple[str, ...]:
    classes = handle_classes(kind, *more)
    if not _filters:
        return classes
    key = (kind, *more)
    if key not in _filtered:
        if not rapi.on_main_thread():  # R code cannot run here
            return classes
        for function in _filters:
            found = function(list(classes))
            classes = (found,) if isinstance(found, str) else tuple(found)
        _filtered[key] = classes
    return _filtered[key]


class OutlivedHandle(ValueError):
    """A handle that was saved in one R session and used in another."""


def held_by_r() -> int:
    """How many Python objects R references."""
    return len(_objects)


_keeps = False


def keep_dropped() -> None:
    """Keep all objects from now on: in a forked process, freeing tensors may hang."""
    global _keeps
    _keeps = True


def release_dropped() -> None:
    """Release the objects whose handles R has collected."""
    while not _keeps and (n := rapi.entries.take_dropped(_buffer, 256)):
        for i in range(n):
            _objects.pop(_buffer[i], None)


def to_handle(value: Any) -> SEXP:
    """A new R reference to ``value``; R can call it if Python can."""
    convert = True
    if isinstance(value, Kept):
        value, convert = value.value, value.convert
    object_id = next(_ids)
    _objects[object_id] = value
    classes = r_objects.constant(*_classes(type(value), *([] if convert else [UNCONVERTED])))
    handle = rapi.entries.make_handle(object_id, id(value), convert, classes)
    if not callable(value):
        return handle
    with ProtectionScope() as scope:
        scope.protect(handle)
        like = _closure("callable_handle" if convert else "unconverted_callable")
        return rapi.entries.make_callable(like, handle, r_objects.namespace())


def _closure(maker: str) -> SEXP:
    """The closure that an R function creates for a handle: created once, then copied."""
    held = _closures.get(maker)
    if held is None:
        with ProtectionScope() as scope:
            call = scope.protect(rapi.make_call(r_objects.find(maker), [rapi.lib.R_NilValue]))
            held = _closures[maker] = r_objects.Held(rapi.evaluate(call))
    return held.sexp


def from_handle(sexp: SEXP) -> tuple[bool, Any]:
    """Whether ``sexp`` is a handle, and its object."""
    object_id: int = rapi.entries.handle_id(sexp)
    if object_id < 0:
        return False, None
    if object_id == 0:
        raise OutlivedHandle(OUTLIVED + CACHED if r_objects.is_knitting() else OUTLIVED)
    return True, _objects[object_id]
