"""The pump: R's thread waits for a training call on a worker, and serves its requests.

R's thread never blocks in Python for longer than a tick. It returns to R with a signal (run this
function, run the event loop), and R comes back with ``.reply`` or ``.pump``; so an R function that
Python asked for runs with no frame of Python below it, and R's conditions, restarts and interrupts
work as usual.
"""

from __future__ import annotations

import contextlib
import ctypes
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from rkeras_py.bridge import callers, conditions, console, r_objects, rapi
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.bridge.tasks import Task, inbox, worker
from rkeras_py.bridge.to_python import to_python
from rkeras_py.bridge.to_r import to_r
from rkeras_py.engine import host
from rkeras_py.engine.stopping import Stopped

TICK = 0.05  # seconds between checks for interrupts and runs of R's event loop
SHORT_TICK = 0.002  # if R functions of reticulate may be waiting: they cannot wake this thread
GRACE = 1.0  # seconds for an abandoned call to stop between two batches


class Waitable(Protocol):
    depth: int

    @property
    def finished(self) -> bool: ...

    def finish(self) -> Any: ...

    def stop(self) -> None: ...

    def stop_anywhere(self) -> None: ...


class RCallable(Protocol):
    """An R function that Python can call."""

    @property
    def sexp(self) -> SEXP: ...


class Request:
    """A call of an R function by a thread that waits for the reply."""

    def __init__(self, function: RCallable, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.function, self.args, self.kwargs = function, args, kwargs
        self.box: SimpleQueue[Task | tuple[Any, BaseException | None]] = SimpleQueue()
        self.taken = False  # whether R's thread has started it

    def wait(self) -> Any:
        """On the requesting thread: run the tasks that R's thread sends, until it replies."""
        while True:
            try:
                item = self.box.get(timeout=None if self.taken else TICK)
            except Empty:
                if not _waiting:  # R's thread may have started to wait in the meantime
                    callers.ring()
                continue
            if isinstance(item, Task):
                item.run()
                continue
            value, error = item
            if error is not None:
                raise error
            return value


_serving: list[Request] = []
_waiting: list[Waitable] = []


# --- R functions called by Python ------------------------------------------------------------

_NOBODY = (
    "R code runs only on Python's main thread, which is waiting for the thread that requests it. "
    "Pass an R function that returns batches to rkeras_py.fit() itself; elsewhere, call it on "
    "the main thread and pass on its value."
)


def call_r(function: RCallable, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call an R function from any thread."""
    if not rapi.on_main_thread():
        if not _waiting and not host.current().serves_requests:
            raise RuntimeError(_NOBODY)
        request = Request(function, args, kwargs)
        inbox.put(request)
        if not _waiting:
            callers.ring()
        return request.wait()
    # this Python code may not have been called through the gate, which also suspends interrupts
    suspended = rapi.entries.suspend_interrupts(1)
    try:
        with ProtectionScope() as scope:
            call = scope.protect(_guarded_call(function, args, kwargs, scope, "interruptible_call"))
            result = scope.protect(rapi.evaluate(call))
            return to_python(conditions.check(result))
    finally:
        rapi.entries.suspend_interrupts(suspended)


def _guarded_call(
    function: RCallable,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    scope: ProtectionScope,
    guard: str = "guarded_call",
) -> SEXP:
    values = [function.sexp, *(scope.protect(to_r(arg)) for arg in args)]
    values += [scope.protect(to_r(arg)) for arg in kwargs.values()]
    names = [None] * (len(args) + 1) + list(kwargs)
    return rapi.make_call(r_objects.find(guard), values, names)


# --- R's thread ------------------------------------------------------------------------------


_on_r_thread = False  # whether a training runs on R's thread
_turned = 0.0  # time of the last run of R's event loop


def run_on_r_thread(work: Callable[[], Any]) -> Any:
    """Run a training on R's thread; R's event loop runs between the steps."""
    global _on_r_thread
    before, _on_r_thread = _on_r_thread, True
    try:
        return work()
    finally:
        _on_r_thread = before


def on_r_thread() -> bool:
    """Whether this thread is R's thread and runs a training."""
    return _on_r_thread and rapi.on_main_thread()


def owes_turn() -> bool:
    """Whether this is R's thread, runs a training, and its event loop is due."""
    global _turned
    if not on_r_thread() or time.monotonic() - _turned < TICK:
        return False
    _turned = time.monotonic()
    return True


def start(work: Callable[[], Any]) -> SEXP | Any:
    """Run ``work`` on another thread, and wait for it in the pump."""
    # TensorFlow's contexts are per thread: nested calls run on the thread of their request
    _begin(Task(work, len(_serving)), _serving[-1].box if _serving else worker())
    return turn()


def _begin(task: Task, thread: SimpleQueue[Any]) -> None:
    """Give the task to a thread; it may request R code immediately."""
    _waiting.append(task)
    thread.put(task)


def serve(work: Callable[[], Any]) -> Any:
    """``start()`` for Python code on R's thread that waits for the work; R code runs from here."""
    task = Task(work, len(_serving))
    _begin(task, worker())
    level = len(_waiting)
    tick = SHORT_TICK if on_r_thread() else TICK
    try:
        while not task.finished:
            with contextlib.suppress(Empty):
                request = inbox.get(timeout=tick)
                if request is not None:
                    _answer(request)
            host.current().turn_event_loop()
        _waiting.pop()
        return task.finish()
    except BaseException:
        abandon(level)
        raise


def _answer(request: Request) -> None:
    request.taken = True
    _serving.append(request)
    reply: tuple[Any, BaseException | None] = (None, Stopped())  # if an interrupt comes
    try:
        reply = call_r(request.function, request.args, request.kwargs), None
    except Exception as error:
        reply = None, error
    finally:
        _serving.pop().box.put(reply)


def serve_callers() -> None:
    """Run requests of other threads while R's thread does not wait for a Python call."""
    while not _waiting:
        try:
            request = inbox.get(timeout=0)
        except Empty:
            return
        if request is not None:
            _answer(request)


def awaited() -> bool:
    """Whether this thread may request R code: R's thread waits for requests."""
    return not rapi.on_main_thread() and bool(_waiting)


def may_call_r() -> bool:
    """Whether R code that this thread requests runs immediately."""
    return rapi.on_main_thread() or awaited()


def serving() -> bool:
    """Whether R code runs because another thread requested it."""
    return bool(_serving)


def waiting() -> bool:
    """Whether R's thread waits for Python code and serves other threads meanwhile."""
    return bool(_waiting)


def depth() -> int:
    return len(_serving)


def wait_for(task: Waitable) -> Any:
    _waiting.append(task)
    return turn()


class Signal:
    """A signal for R instead of a value; the work of this level continues meanwhile."""

    def __init__(self, kind: str, **fields: SEXP) -> None:
        self.level = len(_waiting)
        with ProtectionScope() as scope:
            level = scope.protect(rapi.lib.Rf_ScalarInteger(self.level))
            self.sexp = conditions.signal(kind, level=level, **fields)


def turn() -> Any:
    """Wait for the innermost task: returns its value, or a ``Signal`` for R to act on."""
    task = _waiting[-1]
    while True:
        finished = task.finished
        console.flush()  # output from before it finished
        if finished:
            console.finish()
            _waiting.pop()
            return task.finish()
        try:
            request = inbox.get(timeout=TICK)
        except Empty:
            return Signal("tick")
        if request is not None:
            _serving.append(request)
            with ProtectionScope() as scope:
                try:
                    console.flush()  # output of its thread comes before R's output
                    call = scope.protect(
                        _guarded_call(request.function, request.args, request.kwargs, scope)
                    )
                except Exception as error:
                    _serving.pop().box.put((None, error))
                    continue
                return Signal("request", call=call)


def reply(result: SEXP) -> Any:
    """R's answer to the request that it was serving; then continue to wait."""
    request = _serving.pop()
    try:
        request.box.put((to_python(conditions.check(result)), None))
    except Exception as error:
        request.box.put((None, error))
    except BaseException:  # interrupt: R leaves the call
        request.box.put((None, Stopped()))
        raise
    return turn()


def abandon(level: int) -> None:
    """R has left the call of this level: stop its work, wait until it stops, drop its warnings."""
    while len(_waiting) >= level:
        _abandon_innermost()
        conditions.drop_warnings()


def end() -> None:
    """R is about to end the process, possibly from R code that a training requested.

    TensorFlow's threads would continue and crash when their libraries are unloaded. So the process
    ends without unloading them: ``exit()``, which R calls last, runs the handler registered last
    first.
    """
    if not _waiting:
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "on_exit"):  # glibc only; it passes the exit status
        for function in (libc["_exit"], libc["fcloseall"]):
            libc.on_exit(function, None)


def _abandon_innermost() -> None:
    task = _waiting.pop()
    stopped = Stopped("R left the call")
    while len(_serving) > task.depth:
        _serving.pop().box.put((None, stopped))
    patience = time.monotonic() + GRACE
    while not task.finished:
        task.stop()
        if time.monotonic() > patience:  # repeatedly: other code may catch the exception
            task.stop_anywhere()
        try:
            request = inbox.get(timeout=TICK)
        except Empty:
            continue
        if request is not None:
            request.box.put((None, stopped))
    console.end_line()
