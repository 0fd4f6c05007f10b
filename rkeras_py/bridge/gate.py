"""The gate: the one place where R calls Python.

It never raises. It gives a value, or a signal (see ``conditions.signal``) for R to act on.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

from rkeras_py.api.define import REGISTRY
from rkeras_py.api.layers.compose import call_layer
from rkeras_py.bridge import conditions, handles, loading, pump, rapi
from rkeras_py.bridge.rapi import SEXP, Unwind
from rkeras_py.bridge.to_python import to_python
from rkeras_py.bridge.to_r import to_r
from rkeras_py.compat.calls import with_counts
from rkeras_py.compat.classes import class_names
from rkeras_py.convert.rule import ArgumentError

_lib = rapi.lib

#: What R's own side of the bridge calls, by name; arguments by position.
INTERNAL: dict[str, Callable[..., Any]] = {}

#: Which of these run on a worker thread.
LONG: set[str] = set()

#: Methods that run on a worker thread when R calls them through a handle.
TRAINING_METHODS = frozenset({"fit", "evaluate", "predict", "adapt"})

#: How R calls what a handle stands for, and what becomes of the value.
CALLS: dict[str, Callable[[Any], Any]] = {
    ".call": lambda value: value,
    ".call_unconverted": handles.Unconverted,
}

#: Python context managers that R code has entered; until they end, training calls stay on R's
#: thread, too. Those that it enters while it serves a thread are that thread's, as its calls are.
contexts_open = 0


def internal(name: str, long: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function callable from R's side of the bridge as ``call_python(name, list(...))``.

    ``long`` says that it may take long: it runs on a worker thread.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        INTERNAL[name] = function
        if long:
            LONG.add(name)
        return function

    return register


def _gate(name: SEXP, args: SEXP) -> SEXP:
    try:
        rapi.release_unwanted()
        handles.release_dropped()
        function = rapi.string(_lib.STRING_ELT(name, 0)) or ""
        if function == ".abandon":
            pump.abandon(to_python(args)[0])
            return _lib.R_NilValue
        result = _call(function, args)
        if isinstance(result, pump.Signal):
            return conditions.pack_warnings(result.sexp, result.level)
        return conditions.pack_warnings(to_r(result))
    except BaseException as error:
        return _pack(error)


def _pack(error: BaseException) -> SEXP:
    if isinstance(error, RecursionError):  # telling of it takes frames, too
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(limit + 500)
        try:
            return conditions.pack_exception(error)
        finally:
            sys.setrecursionlimit(limit)
    try:
        return conditions.pack_exception(error)
    except BaseException as problem:  # an error of the packing itself, such as memory
        try:
            return conditions.pack_exception(problem)
        except Exception as another:
            return conditions.pack_failure(another)


def _call(name: str, args: SEXP) -> Any:
    if name == ".reply":
        return pump.reply(args)
    if name == ".pump":
        return pump.turn()
    work, training = _work(name, args)
    if pump.serving() or (training and not contexts_open):
        return pump.start(work if pump.serving() else loading.with_keras_state(work))
    if loading.unfinished() and not name.startswith("."):
        return pump.wait_for(loading.Before(work))
    return work()


def _work(name: str, args: SEXP) -> tuple[Callable[[], Any], bool]:
    """What R asks for, ready to run on any thread, and whether it may take long."""
    api = REGISTRY.get(name)
    if api is not None:
        positional, named = _arguments(args, api.wants_arrays)
        return lambda: api.call(positional, named), api.training
    if name in CALLS:
        finish = CALLS[name]
        function = to_python(_lib.VECTOR_ELT(args, 0))
        positional, named = _arguments(_lib.VECTOR_ELT(args, 1), _no_arrays)
        positional, named = with_counts(function, positional, named)
        if positional and "keras.engine.base_layer.Layer" in class_names(type(function)):
            function = functools.partial(call_layer, function)
        long = getattr(function, "__name__", "") in TRAINING_METHODS
        return lambda: finish(function(*positional, **named)), long
    values = [to_python(_lib.VECTOR_ELT(args, i)) for i in range(_lib.Rf_length(args))]
    internal_function = INTERNAL[name]
    return lambda: internal_function(*values), name in LONG


def _no_arrays(argument: str) -> bool:
    return False


def _arguments(args: SEXP, wants_arrays: Callable[[str], bool]) -> tuple[list[Any], dict[str, Any]]:
    """R's list of arguments as Python's, each in the form that its parameter asks for."""
    names = rapi.names(args) or [""] * _lib.Rf_length(args)
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for i, name in enumerate(names):
        try:
            value = to_python(_lib.VECTOR_ELT(args, i), wants_arrays(name))
        except Unwind:
            raise
        except Exception as error:
            raise ArgumentError(f"`{name or '...'}` cannot be used: {error}") from error
        if not name:
            positional.append(value)
        elif name in named:
            raise ArgumentError(f"`{name}` is given more than once")
        else:
            named[name] = value
    return positional, named


_callback: Any = None


def open_gate() -> None:
    """Give R's side the address of the gate."""
    global _callback
    _callback = rapi.ffi.callback("SEXP(*)(SEXP, SEXP)", _gate)
    rapi.entries.table[0] = int(rapi.ffi.cast("uintptr_t", _callback))
