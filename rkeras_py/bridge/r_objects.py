"""R objects that Python protects from R's garbage collector, and the R package's namespace."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge import rapi
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.bridge.texts import readable

_unwanted: deque[int] = deque()


class Held:
    """Keeps an R object alive until this Python object is deleted, on any thread."""

    __slots__ = ("__weakref__", "slot")

    def __init__(self, sexp: SEXP) -> None:
        self.slot: int = -1
        self.slot = rapi.entries.hold(sexp)

    @property
    def sexp(self) -> SEXP:
        return rapi.entries.held_at(self.slot)

    def __del__(self, drop: Callable[[int], None] = _unwanted.append) -> None:
        if self.slot >= 0:
            drop(self.slot)


def release_unwanted() -> None:
    """Release objects that any thread dropped; called on the main thread at each gate call."""
    while _unwanted:
        rapi.entries.release(_unwanted.popleft())


class RObject:
    """An R object without a Python equivalent; it returns to R unchanged."""

    def __init__(self, sexp: SEXP) -> None:
        self.held = Held(sexp)

    @property
    def sexp(self) -> SEXP:
        return self.held.sexp

    @property
    def r_classes(self) -> list[str]:
        """Its class attribute, for messages."""
        return rapi.classes(self.sexp)

    def __deepcopy__(self, memo: Any) -> RObject:
        """Return itself, like Python functions: copies must not release the R object twice."""
        return self

    def __copy__(self) -> RObject:
        return self

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


# --- the R package ---------------------------------------------------------------------------


def namespace() -> SEXP:
    """The R package's own environment."""
    return _namespace.sexp


_namespace: Held


def set_namespace(env: SEXP) -> None:
    global _namespace
    _namespace = Held(env)


_found: dict[str, Held] = {}


def find(name: str) -> SEXP:
    """A function or variable of the R package; ``rapi.ffi.NULL`` if there is none."""
    held = _found.get(name)
    if held is None:
        value = rapi.checked(rapi.entries.find(rapi.symbol(name), _namespace.sexp, rapi.jump))
        if value == rapi.ffi.NULL:
            return value
        held = _found[name] = Held(value)
    return held.sexp


def is_knitting() -> bool:
    """Whether R renders a document; R's thread only."""
    with ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(find("is_knitting"), []))
        return bool(rapi.lib.LOGICAL(scope.protect(rapi.evaluate(call)))[0])


_constants: dict[tuple[str, ...], Held] = {}


def constant(*texts: str) -> SEXP:
    """A character vector that is created once and kept; for a few frequent ones."""
    held = _constants.get(texts)
    if held is None:
        with ProtectionScope() as scope:
            vector = scope.protect(rapi.alloc(rapi.STR, len(texts)))
            for i, text in enumerate(texts):
                rapi.lib.SET_STRING_ELT(vector, i, rapi.charsxp(readable(text)))
            held = _constants[texts] = Held(vector)
    return held.sexp
