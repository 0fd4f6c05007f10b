"""Leaving a training call between two batches, where nothing is half done."""

from __future__ import annotations

import threading

from rkeras_py.engine import host

_requested: set[int] = set()


class Stopped(BaseException):
    """The caller has left; not an ``Exception``, so that Keras and TensorFlow let it pass."""


def request(thread: int) -> None:
    """Have this thread stop before its next batch."""
    _requested.add(thread)


def withdraw(thread: int) -> None:
    """The thread is done with what it was to stop."""
    _requested.discard(thread)


def check() -> None:
    """Stop here if that was requested of this thread; R's thread handles its events.

    Raises:
        Stopped: it was requested.
        BaseException: R has left the call, by an interrupt or from an event.
    """
    if _requested and threading.get_ident() in _requested:
        raise Stopped
    host.current().turn_event_loop()


def check_waiting() -> None:
    """``check()`` for loops that wait for something outside this process.

    They may run on R's own thread (where a Python context manager is open), and R only notes an
    interrupt while Python code runs there.

    Raises:
        Stopped: that was requested of this thread.
        KeyboardInterrupt: the user has interrupted R.
    """
    check()
    if host.current().interrupted():
        raise KeyboardInterrupt
