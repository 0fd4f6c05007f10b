"""Stops a training call between two batches, when the model is in a consistent state."""

from __future__ import annotations

import threading

from rkeras_py.engine import host

_requested: set[int] = set()


class Stopped(BaseException):
    """The caller has left. Not an ``Exception``, so that Keras and TensorFlow do not catch it."""


def request(thread: int) -> None:
    """Ask a thread to stop before its next batch."""
    _requested.add(thread)


def withdraw(thread: int) -> None:
    """Cancel the request: the thread has finished the work that was to be stopped."""
    _requested.discard(thread)


def check() -> None:
    """Stop here if this thread was asked to stop; on R's thread, handle events.

    Raises:
        Stopped: the thread was asked to stop.
        BaseException: R has left the call, by an interrupt or from an event.
    """
    if _requested and threading.get_ident() in _requested:
        raise Stopped
    host.current().turn_event_loop()


def check_waiting() -> None:
    """``check()`` for loops that wait for something outside this process.

    They may run on R's thread (if a Python context manager is open). While Python code runs there,
    R only records an interrupt.

    Raises:
        Stopped: this thread was asked to stop.
        KeyboardInterrupt: the user has interrupted R.
    """
    check()
    if host.current().interrupted():
        raise KeyboardInterrupt
