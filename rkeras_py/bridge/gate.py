"""The gate: the one place where R calls Python, and the dispatcher behind it.

It never raises. It gives a value, or a signal (see ``conditions.signal``) for R to act on.
"""

from __future__ import annotations

import functools
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from rkeras_py.bridge import callers, conditions, handles, loading, pump, r_objects, rapi
from rkeras_py.bridge.model_methods import told
from rkeras_py.bridge.rapi import SEXP, Unwind
from rkeras_py.bridge.to_python import to_python
from rkeras_py.bridge.to_r import to_r
from rkeras_py.compat.calls import with_counts
from rkeras_py.compat.names.classes import class_names
from rkeras_py.convert.inputs import as_input
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import host
from rkeras_py.registry.compose import call_layer
from rkeras_py.registry.define import REGISTRY

_lib = rapi.lib


@dataclass(frozen=True)
class Internal:
    """A function that R's own side of the bridge calls, by name; arguments by position."""

    function: Callable[..., Any]
    waits: bool  # for Keras and TensorFlow, where their import has not finished
    long: bool  # may take long: runs on a worker thread
    users: bool  # runs code of the user's, which hears interrupts
    forks: bool  # works in children of parallel::mclapply()


INTERNAL: dict[str, Internal] = {}

#: Methods that train or take long when R calls them through a handle.
TRAINING_METHODS = frozenset({"fit", "evaluate", "predict"})
LONG_METHODS = TRAINING_METHODS | {"adapt"}

#: Packages whose functions an interrupt does not stop: it would leave their state half done.
_LET_FINISH = frozenset({"keras", "tensorflow", "rkeras_py"})

#: How R calls what a handle stands for, and what becomes of the value.
CALLS: dict[str, Callable[[Any], Any]] = {
    ".call": lambda value: value,
    ".call_unconverted": handles.Kept,
}


def internal(
    name: str,
    *,
    waits: bool = False,
    long: bool = False,
    users: bool = False,
    forks: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function callable from R's side of the bridge as ``call_python(name, list(...))``.

    Args:
        name: A dot in front tells it from the functions of the API.
        waits: It needs Keras or TensorFlow: a call waits until they are imported.
        long: It may take long: it runs on a worker thread.
        users: It runs code of the user's on R's thread: an interrupt is Python's there.
        forks: It works in a forked process for objects that need no threads of TensorFlow's.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        INTERNAL[name] = Internal(function, waits, long, users, forks)
        return function

    return register


def _gate(name: SEXP, args: SEXP) -> SEXP:
    try:
        r_objects.release_unwanted()
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
        return _with_warnings(_pack(error))


def _with_warnings(packed: SEXP) -> SEXP:
    """The signal of an exception, with the warnings of this call: the next one has its own."""
    try:
        return conditions.pack_warnings(packed)
    except Exception:
        return packed


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
    asked = _work(name, args)
    work, long = asked.run, asked.long
    if asked.training and host.current().trains_on_r_thread() and not pump.serving():
        work, long = functools.partial(pump.run_on_r_thread, work), False
    if pump.serving() or (long and not host.current().contexts_open):
        return pump.start(work if pump.serving() else loading.with_keras_state(work))
    if asked.waits:
        if loading.unfinished():
            return pump.wait_for(loading.Before(work))
        loading.report_failure()
    return _interruptible(work) if asked.users else work()


def _interruptible(work: Callable[[], Any]) -> Any:
    """Run code of the user's on R's thread, where Ctrl-C raises ``KeyboardInterrupt`` meanwhile."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return work()
    before = rapi.entries.hear_interrupts(1)
    try:
        return work()
    finally:
        rapi.entries.restore_interrupts(before)


class _Work(NamedTuple):
    """What R asks for, ready to run on any thread."""

    run: Callable[[], Any]
    waits: bool = False
    long: bool = False
    training: bool = False
    users: bool = False  # runs code of the user's, which hears interrupts


def _work(name: str, args: SEXP) -> _Work:
    api = REGISTRY.get(name)
    if api is not None:
        positional, named = _arguments(args, api.wants_arrays)
        run = lambda: _of_api(api.call(positional, named))  # noqa: E731
        return _Work(run, api.waits, api.long, api.training)
    if name in CALLS:
        return _call_of_handle(CALLS[name], args)
    values = [to_python(_lib.VECTOR_ELT(args, i)) for i in range(_lib.Rf_length(args))]
    entry = INTERNAL[name]
    return _Work(lambda: entry.function(*values), entry.waits, entry.long, users=entry.users)


#: Classes whose objects compare vectors, which Keras 3 would take for several outputs.
_MEASURES = {"keras.losses.Loss", "keras.metrics.Metric"}


def _call_of_handle(finish: Callable[[Any], Any], args: SEXP) -> _Work:
    """A call of what a handle stands for."""
    function = to_python(_lib.VECTOR_ELT(args, 0))
    positional, named = _arguments(_lib.VECTOR_ELT(args, 1), _no_arrays)
    positional, named = with_counts(function, positional, named)
    module = getattr(function, "__module__", None) or type(function).__module__
    method = getattr(function, "__name__", "")
    if positional and "keras.engine.base_layer.Layer" in class_names(type(function)):
        function = functools.partial(call_layer, function)
    if _MEASURES.intersection(class_names(type(function))):
        positional = [as_input(v) if isinstance(v, list) else v for v in positional]
    if method in TRAINING_METHODS:
        function = told(function)
    return _Work(
        lambda: finish(function(*positional, **named)),
        long=method in LONG_METHODS,
        training=method in TRAINING_METHODS,
        users=module.partition(".")[0] not in _LET_FINISH,
    )


def _of_api(value: Any) -> Any:
    """R's form of what a function of the API gives: bytes are a raw vector."""
    return bytearray(value) if isinstance(value, bytes) else value


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
    callers.open_door(pump.serve_callers)


@internal(".serve")
def serve() -> None:
    pump.serve_callers()
