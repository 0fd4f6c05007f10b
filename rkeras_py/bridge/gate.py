"""The gate: the one place where R calls Python, and the dispatcher behind it.

It never raises. It returns a value, or a signal (see ``conditions.signal``) for R to act on.
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
from rkeras_py.convert import terms
from rkeras_py.convert.inputs import as_input
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import host
from rkeras_py.registry.compose import call_layer
from rkeras_py.registry.define import REGISTRY

_lib = rapi.lib


@dataclass(frozen=True)
class Internal:
    """A function that the bridge's R side calls by name, with positional arguments."""

    function: Callable[..., Any]
    waits: bool  # until Keras and TensorFlow are imported
    long: bool  # may take long, so it runs on a worker thread
    users: bool  # runs user code, which can be interrupted
    forks: bool  # works in child processes of parallel::mclapply()


INTERNAL: dict[str, Internal] = {}

#: Methods that train or may take long when R calls them through a handle.
TRAINING_METHODS = frozenset({"fit", "evaluate", "predict"})
LONG_METHODS = TRAINING_METHODS | {"adapt"}

#: An interrupt does not stop functions of these packages: their state would be inconsistent.
_LET_FINISH = frozenset({"keras", "tensorflow", "rkeras_py"})

#: How R calls the object of a handle, and how the value is converted.
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
        name: Starts with a dot, unlike functions of the API.
        waits: Needs Keras or TensorFlow: a call waits until they are imported.
        long: May take long, so it runs on a worker thread.
        users: Runs user code on R's thread, where Python handles interrupts.
        forks: Works in a forked process for objects that need no TensorFlow threads.
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
    if isinstance(error, RecursionError):  # packing needs frames, too
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(limit + 500)
        try:
            return conditions.pack_exception(error)
        finally:
            sys.setrecursionlimit(limit)
    try:
        return conditions.pack_exception(error)
    except BaseException as problem:  # packing failed, for example for lack of memory
        try:
            return conditions.pack_exception(problem)
        except Exception as another:
            return conditions.pack_failure(another)


def _for_r(work: Callable[[], Any]) -> Any:
    """Do what R asked for, so that messages use R's terms; users' Python code gets Python's."""
    with terms.of_r():
        return work()


def _call(name: str, args: SEXP) -> Any:
    if name == ".reply":
        return pump.reply(args)
    if name == ".pump":
        return pump.turn()
    asked = _work(name, args)
    work = asked.run if asked.users else functools.partial(_for_r, asked.run)
    long = asked.long
    if asked.training and host.current().trains_on_r_thread() and not pump.serving():
        work, long = functools.partial(pump.run_on_r_thread, work), False
    if pump.serving() or (long and not host.current().contexts_open):
        return pump.start(work if pump.serving() else loading.with_keras_state(work))
    if asked.waits:
        loading.in_use()
        if loading.unfinished():
            return pump.wait_for(loading.Before(work))
        loading.report_failure()
    return _interruptible(work) if asked.users else work()


def _interruptible(work: Callable[[], Any]) -> Any:
    """Run user code on R's thread; meanwhile Ctrl-C raises ``KeyboardInterrupt``."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return work()
    before = rapi.entries.hear_interrupts(1)
    try:
        return work()
    finally:
        rapi.entries.restore_interrupts(before)


class _Work(NamedTuple):
    """A call from R, ready to run on any thread."""

    run: Callable[[], Any]
    waits: bool = False
    long: bool = False
    training: bool = False
    users: bool = False  # runs user code, which can be interrupted


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


#: Classes whose objects compare vectors; Keras 3 would treat lists as several outputs.
_MEASURES = {"keras.losses.Loss", "keras.metrics.Metric"}


def _call_of_handle(finish: Callable[[Any], Any], args: SEXP) -> _Work:
    """A call of the object of a handle."""
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
    """The value of an API function for R: bytes are a raw vector."""
    return bytearray(value) if isinstance(value, bytes) else value


def _no_arrays(argument: str) -> bool:
    return False


def _arguments(args: SEXP, wants_arrays: Callable[[str], bool]) -> tuple[list[Any], dict[str, Any]]:
    """R's argument list in Python, each argument in the form that its parameter needs."""
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
    """Pass the address of the gate to R."""
    global _callback
    _callback = rapi.ffi.callback("SEXP(*)(SEXP, SEXP)", _gate)
    rapi.entries.table[0] = int(rapi.ffi.cast("uintptr_t", _callback))
    callers.open_door(pump.serve_callers)


@internal(".serve")
def serve() -> None:
    pump.serve_callers()
