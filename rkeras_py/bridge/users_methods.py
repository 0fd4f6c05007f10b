"""The user's own conversions: methods of reticulate's generics, ``py_to_r()`` and ``r_to_py()``."""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import r_objects, rapi
from rkeras_py.bridge.handles import to_handle
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.compat.names.classes import class_names

#: Packages whose classes are converted here; a class of a user's comes from elsewhere.
_LIBRARIES = frozenset({"builtins", "keras", "numpy", "pandas", "rkeras_py", "scipy", "tensorflow"})


def as_r(value: Any) -> SEXP:
    """A handle; or what a method ``py_to_r.class()`` of the user's makes of it."""
    for name in class_names(type(value)):
        with ProtectionScope() as scope:
            method = _method("py_to_r", name, scope)
            if method is not None:
                return _called(method, scope.protect(to_handle(value)), scope)
    return to_handle(value)


def is_users(kind: type) -> bool:
    """Whether a class is of no package that is known here."""
    return kind.__module__.partition(".")[0] not in _LIBRARIES


def as_python(x: SEXP, name: str, scope: ProtectionScope) -> SEXP | None:
    """What a method ``r_to_py.class()`` makes of an R object of this class; else ``None``."""
    method = _method("r_to_py", name, scope)
    if method is None:
        return None
    made = _called(method, x, scope)
    return None if made == x else made


_tables: list[RObject] = []


def add_table(table: RObject) -> None:
    """Look for methods in this environment as well, where a package registers them."""
    _tables.append(table)


def _is_there(function: str) -> bool:
    """Whether there is such a function; found without any R code, as each handle asks for some."""
    symbol = rapi.symbol(function)
    places = [rapi.lib.R_GlobalEnv, *(table.sexp for table in _tables)]
    return any(
        rapi.checked(rapi.entries.find(symbol, place, rapi.jump)) != rapi.ffi.NULL
        for place in places
    )


def _method(generic: str, name: str, scope: ProtectionScope) -> SEXP | None:
    if not _is_there(f"{generic}.{name}"):
        return None
    words = [r_objects.constant(generic), r_objects.constant(name)]
    call = scope.protect(rapi.make_call(r_objects.find("users_method"), words))
    method = scope.protect(rapi.evaluate(call))
    return None if rapi.typeof(method) == rapi.NIL else method


def _called(method: SEXP, x: SEXP, scope: ProtectionScope) -> SEXP:
    return scope.protect(rapi.evaluate(scope.protect(rapi.make_call(method, [x]))))
