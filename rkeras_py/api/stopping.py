"""Leaving a training call between two batches, where nothing is half done."""

from __future__ import annotations

import threading

_told: set[int] = set()


class Stopped(BaseException):
    """The caller has left; not an ``Exception``, so that Keras and TensorFlow let it pass."""


def tell(thread: int) -> None:
    """Have this thread stop before its next batch."""
    _told.add(thread)


def forget(thread: int) -> None:
    """The thread is done with what it was to stop."""
    _told.discard(thread)


def check() -> None:
    """Stop here if this thread was told to.

    Raises:
        Stopped: it was.
    """
    if _told and threading.get_ident() in _told:
        raise Stopped
