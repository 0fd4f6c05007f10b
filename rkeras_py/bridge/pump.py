"""The pump: R's thread waits for a training call on a worker, and serves what it asks for.

R's thread never blocks in Python for longer than a tick. It returns to R with a signal
(run this function, run the event loop), and R comes back with ``.reply`` or ``.pump``; so an R
function that Python asked for runs with no frame of Python below it, and R's conditions,
restarts and interrupts work as they always do.
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

TICK = 0.05  # seconds between looks for an interrupt and turns of R's event loop
SHORT_TICK = 0.002  # where R functions of reticulate's, which ring no bell, may be waiting
GRACE = 1.0  # seconds for a call that R has left to stop between two batches, as it should


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
    """One call of an R function, from a thread that waits for the reply."""

    def __init__(self, function: RCallable, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.function, self.args, self.kwargs = function, args, kwargs
        self.box: SimpleQueue[Task | tuple[Any, BaseException | None]] = SimpleQueue()
        self.taken = False  # whether R's thread has begun with it

    def wait(self) -> Any:
        """On the asking thread: run what R's thread sends here until it replies."""
        while True:
            try:
                item = self.box.get(timeout=None if self.taken else TICK)
            except Empty:
                if not _waiting:  # R's thread may have begun to wait for something just then
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
    "R code runs on Python's main thread only, which waits for the thread that wants to run some. "
    "An R function that gives batches can be given to rkeras_py.fit() itself; elsewhere, "
    "have the main thread call it and pass on what it gives."
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
    # who called this Python code need not have come through the gate, which suspends them as well
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


_on_r_thread = False  # whether a training runs there
_turned = 0.0  # when R's event loop turned last


def run_on_r_thread(work: Callable[[], Any]) -> Any:
    """Run a training on R's own thread; R's event loop turns between its steps."""
    global _on_r_thread
    before, _on_r_thread = _on_r_thread, True
    try:
        return work()
    finally:
        _on_r_thread = before


def on_r_thread() -> bool:
    """Whether this thread is R's, and a training runs on it."""
    return _on_r_thread and rapi.on_main_thread()


def owes_turn() -> bool:
    """Whether a training on this thread, which is R's, has kept its event loop waiting."""
    global _turned
    if not on_r_thread() or time.monotonic() - _turned < TICK:
        return False
    _turned = time.monotonic()
    return True


def start(work: Callable[[], Any]) -> SEXP | Any:
    """Run ``work`` where it belongs off R's thread, and wait for it in the pump."""
    # TensorFlow's contexts are per thread: nested calls stay with their request
    _begin(Task(work, len(_serving)), _serving[-1].box if _serving else worker())
    return turn()


def _begin(task: Task, thread: SimpleQueue[Any]) -> None:
    """Have a thread run the task, which may ask for R code at once."""
    _waiting.append(task)
    thread.put(task)


def serve(work: Callable[[], Any]) -> Any:
    """``start()`` where Python code on R's thread waits for the work: R code runs from here."""
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
    reply: tuple[Any, BaseException | None] = (None, Stopped())  # where an interrupt comes
    try:
        reply = call_r(request.function, request.args, request.kwargs), None
    except Exception as error:
        reply = None, error
    finally:
        _serving.pop().box.put(reply)


def serve_callers() -> None:
    """Run what other threads ask for, where R's thread waits for no call of Python."""
    while not _waiting:
        try:
            request = inbox.get(timeout=0)
        except Empty:
            return
        if request is not None:
            _answer(request)


def awaited() -> bool:
    """Whether this thread may ask for R code: R's thread waits for requests."""
    return not rapi.on_main_thread() and bool(_waiting)


def may_call_r() -> bool:
    """Whether R code that this thread asks for is run at once."""
    return rapi.on_main_thread() or awaited()


def serving() -> bool:
    """Whether R code runs because another thread asked for it."""
    return bool(_serving)


def waiting() -> bool:
    """Whether R's thread waits for Python's work, and serves the other threads meanwhile."""
    return bool(_waiting)


def depth() -> int:
    return len(_serving)


def wait_for(task: Waitable) -> Any:
    _waiting.append(task)
    return turn()


class Signal:
    """A signal for R, where a value would stand; the work of this level goes on meanwhile."""

    def __init__(self, kind: str, **fields: SEXP) -> None:
        self.level = len(_waiting)
        with ProtectionScope() as scope:
            level = scope.protect(rapi.lib.Rf_ScalarInteger(self.level))
            self.sexp = conditions.signal(kind, level=level, **fields)


def turn() -> Any:
    """Wait for the innermost task: gives its value, or a ``Signal`` for R to act on."""
    task = _waiting[-1]
    while True:
        finished = task.finished
        console.flush()  # all that was printed before it finished
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
                    console.flush()  # what its thread printed comes before what R prints
                    call = scope.protect(
                        _guarded_call(request.function, request.args, request.kwargs, scope)
                    )
                except Exception as error:
                    _serving.pop().box.put((None, error))
                    continue
                return Signal("request", call=call)


def reply(result: SEXP) -> Any:
    """R's answer to the request that it was serving; goes on waiting."""
    request = _serving.pop()
    try:
        request.box.put((to_python(conditions.check(result)), None))
    except Exception as error:
        request.box.put((None, error))
    except BaseException:  # an interrupt: R leaves the call
        request.box.put((None, Stopped()))
        raise
    return turn()


def abandon(level: int) -> None:
    """R left the call of this level: stop what still runs for it, and wait until it has.

    What it warned of meanwhile is nothing to the next call.
    """
    while len(_waiting) >= level:
        _abandon_innermost()
        conditions.drop_warnings()


def end() -> None:
    """R is about to end the process, perhaps from R code that a training asked for.

    TensorFlow's threads run on then, and crash when the libraries that they run in are taken down.
    So the process ends without that: R's last step, ``exit()``, calls first what came last.
    """
    if not _waiting:
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "on_exit"):  # of glibc; it hands the status on
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
        if time.monotonic() > patience:  # again and again: code in between may swallow it
            task.stop_anywhere()
        try:
            request = inbox.get(timeout=TICK)
        except Empty:
            continue
        if request is not None:
            request.box.put((None, stopped))
    console.end_line()
