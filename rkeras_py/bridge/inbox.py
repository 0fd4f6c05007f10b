"""A thread-safe queue with a timeout for requests to R's thread.

``queue.SimpleQueue`` is not suitable: in Python 3.11 ``get(timeout)`` can hang if a signal such as
Ctrl-C arrives just before the timeout.
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
    """A queue with many writers and one reader."""

    def __init__(self) -> None:
        self._items: deque[T] = deque()
        self._bell = threading.Lock()
        self._bell.acquire()

    def put(self, item: T) -> None:
        self._items.append(item)
        with contextlib.suppress(RuntimeError):  # already released
            self._bell.release()

    def get(self, timeout: float) -> T:
        """The next item.

        Raises:
            Empty: no item arrived within ``timeout`` seconds.
        """
        end = time.monotonic() + timeout
        while True:
            with contextlib.suppress(IndexError):
                return self._items.popleft()
            if not self._bell.acquire(timeout=max(0.0, end - time.monotonic())):
                raise Empty
