"""A thread-safe queue with a timeout: what other threads ask of R's thread.

``queue.SimpleQueue`` will not do: Python 3.11's ``get(timeout)`` waits for ever when a signal
comes in its last moments, and Ctrl-C is such a signal.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from queue import Empty
from typing import Generic, TypeVar

T = TypeVar("T")


class Inbox(Generic[T]):
    """A queue that many threads fill and one empties."""

    def __init__(self) -> None:
        self._items: deque[T] = deque()
        self._bell = threading.Lock()
        self._bell.acquire()

    def put(self, item: T) -> None:
        self._items.append(item)
        with contextlib.suppress(RuntimeError):  # it rings already
            self._bell.release()

    def get(self, timeout: float) -> T:
        """The next item.

        Raises:
            Empty: there is none within ``timeout`` seconds.
        """
        end = time.monotonic() + timeout
        while True:
            with contextlib.suppress(IndexError):
                return self._items.popleft()
            if not self._bell.acquire(timeout=max(0.0, end - time.monotonic())):
                raise Empty
