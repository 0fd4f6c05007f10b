"""Handles: references of R to Python objects, by object id."""

from __future__ import annotations

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


#: What R's methods of handles whose attributes and items stay Python's are for.
UNCONVERTED = "python.unconverted"


class Unconverted:
    """A value that becomes a handle where R has a form of its own, too."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class OutlivedHandle(ValueError):
    """A handle that was saved in one R session and used in another."""


def held_by_r() -> int:
    """How many Python objects R holds."""
    return len(_objects)


def release_dropped() -> None:
    """Forget the objects whose handles R has collected."""
    while n := rapi.entries.take_dropped(_buffer, 256):
        for i in range(n):
            _objects.pop(_buffer[i], None)


def to_handle(value: Any) -> SEXP:
    """A new R reference to ``value``; one that R can call where Python can."""
    unconverted = isinstance(value, Unconverted)
    if unconverted:
        value = value.value
    object_id = next(_ids)
    _objects[object_id] = value
    classes = r_objects.constant(
        *handle_classes(type(value), *([UNCONVERTED] if unconverted else []))
    )
    handle = rapi.entries.make_handle(object_id, id(value), not unconverted, classes)
    if not callable(value):
        return handle
    with ProtectionScope() as scope:
        scope.protect(handle)
        like = _closure("unconverted_callable" if unconverted else "callable_handle")
        return rapi.entries.make_callable(like, handle, r_objects.namespace())


def _closure(maker: str) -> SEXP:
    """What an R function makes of an object: made once, and then copied for each."""
    held = _closures.get(maker)
    if held is None:
        with ProtectionScope() as scope:
            call = scope.protect(rapi.make_call(r_objects.find(maker), [rapi.lib.R_NilValue]))
            held = _closures[maker] = r_objects.Held(rapi.evaluate(call))
    return held.sexp


def from_handle(sexp: SEXP) -> tuple[bool, Any]:
    """Whether ``sexp`` is a handle, and the object that it stands for."""
    object_id: int = rapi.entries.handle_id(sexp)
    if object_id < 0:
        return False, None
    if object_id == 0:
        raise OutlivedHandle(OUTLIVED)
    return True, _objects[object_id]
