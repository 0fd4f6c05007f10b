"""User-defined methods of ``r_to_py()`` and ``py_to_r()``: conversions of custom classes."""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import handles, r_objects, rapi, to_python, to_r
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.r_objects import Held
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.compat.names.classes import class_names

#: Classes for which the package itself has methods, which would call this code again.
_OWN = ("default", "factor", "error", "R6ClassGenerator", "keras_layer_wrapper")

#: Environments to search for methods: R's global environment and the registered S3 methods.
_tables: list[Held] = []
_asked: set[int] = set()  # objects that a method is converting now; it may pass them on


@internal(".heed_methods")
def heed_methods(registered: Any) -> None:
    """Search for methods from now on: reticulate or its companion is loaded.

    Args:
        registered: R's environment of registered S3 methods.
    """
    if not _tables:
        _tables.append(Held(rapi.lib.R_GlobalEnv))
        to_r.by_method = convert_to_r
        to_python.by_method = convert_to_python
    _tables.append(registered.held)


def _method(generic: str, classes: Any) -> SEXP | None:
    """The user-defined method for one of these classes."""
    for name in classes:
        if name in _OWN:
            continue
        symbol = rapi.symbol(f"{generic}.{name}")
        for table in _tables:
            found = rapi.checked(rapi.entries.find(symbol, table.sexp, rapi.jump))
            if found != rapi.ffi.NULL and _is_users(found):
                return found
    return None


def _is_users(method: SEXP) -> bool:
    """Whether a method is not from reticulate or this package, which would call this code again."""
    with ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(r_objects.find("is_users_method"), [method]))
        return bool(rapi.lib.LOGICAL(rapi.evaluate(call))[0])


def convert_to_r(value: Any) -> SEXP | None:
    """The result of a user-defined method for a Python object; ``None`` if there is none."""
    key = id(value)
    if key in _asked or not rapi.on_main_thread():
        return None
    method = _method("py_to_r", class_names(type(value)))
    if method is None:
        return None
    with ProtectionScope() as scope:
        return _ask(key, method, scope.protect(handles.to_handle(value)), scope)


def convert_to_python(x: SEXP, classes: list[str]) -> tuple[bool, Any]:
    """Whether there is a user-defined method for an R object, and its result."""
    key = int(rapi.ffi.cast("uintptr_t", x))
    method = None if key in _asked else _method("r_to_py", classes)
    if method is None:
        return False, None
    with ProtectionScope() as scope:
        return True, to_python.to_python(scope.protect(_ask(key, method, x, scope)))


def _ask(key: int, method: SEXP, x: SEXP, scope: ProtectionScope) -> SEXP:
    _asked.add(key)
    try:
        return rapi.evaluate(scope.protect(rapi.make_call(method, [x])))
    finally:
        _asked.discard(key)
