"""Methods of R's users for ``r_to_py()`` and ``py_to_r()``: conversions of their own classes."""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import handles, r_objects, rapi, to_python, to_r
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.r_objects import Held
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.compat.names.classes import class_names

#: Classes for which the package itself has methods, which end here again.
_OWN = ("default", "factor", "error", "R6ClassGenerator", "keras_layer_wrapper")

_tables: list[Held] = []  # where methods are: R's global environment, and those that are registered
_asked: set[int] = set()  # what a method converts just now, which it may hand on


@internal(".heed_methods")
def heed_methods(registered: Any) -> None:
    """Begin to look for methods: the companion of reticulate is loaded."""
    if not _tables:
        _tables.extend([Held(rapi.lib.R_GlobalEnv), registered._held])
        to_r.by_method = convert_to_r
        to_python.by_method = convert_to_python


def _has_method(generic: str, classes: Any) -> bool:
    for name in classes:
        if name in _OWN:
            continue
        symbol = rapi.symbol(f"{generic}.{name}")
        for table in _tables:
            found = rapi.checked(rapi.entries.find(symbol, table.sexp, rapi.jump))
            if found != rapi.ffi.NULL:
                return True
    return False


def convert_to_r(value: Any) -> SEXP | None:
    """What a method of the user's makes of a Python object; ``None`` where there is none."""
    key = id(value)
    if key in _asked or not rapi.on_main_thread():
        return None
    if not _has_method("py_to_r", class_names(type(value))):
        return None
    with ProtectionScope() as scope:
        return _ask(key, "py_to_r", scope.protect(handles.to_handle(value)), scope)


def convert_to_python(x: SEXP, classes: list[str]) -> tuple[bool, Any]:
    """Whether a method of the user's is for an R object, and what it makes of it."""
    key = int(rapi.ffi.cast("uintptr_t", x))
    if key in _asked or not _has_method("r_to_py", classes):
        return False, None
    with ProtectionScope() as scope:
        return True, to_python.to_python(scope.protect(_ask(key, "r_to_py", x, scope)))


def _ask(key: int, generic: str, x: SEXP, scope: ProtectionScope) -> SEXP:
    _asked.add(key)
    try:
        return rapi.evaluate(scope.protect(rapi.make_call(r_objects.find(generic), [x])))
    finally:
        _asked.discard(key)
