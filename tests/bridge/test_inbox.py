"""The queue on which R's thread waits."""

from __future__ import annotations

import os
import signal
import threading
import time
from queue import Empty

import pytest

from rkeras_py.bridge.inbox import Inbox


def test_items_come_in_order_from_any_thread() -> None:
    inbox: Inbox[int] = Inbox()
    inbox.put(1)
    inbox.put(2)
    thread = threading.Thread(target=lambda: [inbox.put(i) for i in range(3, 1000)])
    thread.start()
    assert [inbox.get(timeout=60) for _ in range(1, 1000)] == list(range(1, 1000))
    thread.join()


def test_empty_after_the_timeout() -> None:
    inbox: Inbox[int] = Inbox()
    inbox.put(1)
    assert inbox.get(timeout=0) == 1
    started = time.monotonic()
    with pytest.raises(Empty):
        inbox.get(timeout=0.05)
    assert 0.05 <= time.monotonic() - started < 60


def test_an_item_ends_the_wait() -> None:
    inbox: Inbox[int] = Inbox()
    threading.Timer(0.05, inbox.put, [7]).start()
    assert inbox.get(timeout=60) == 7


def test_signals_neither_end_nor_prolong_the_wait() -> None:
    """With many signals in its last moments, and a thread that holds the GIL."""
    inbox: Inbox[int] = Inbox()
    busy = threading.Event()

    def disturb() -> None:
        while not busy.is_set():
            os.kill(os.getpid(), signal.SIGUSR1)
            sum(range(1000))

    before = signal.signal(signal.SIGUSR1, lambda number, frame: None)
    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for _ in range(100):
            started = time.monotonic()
            with pytest.raises(Empty):
                inbox.get(timeout=0.005)
            assert 0.005 <= time.monotonic() - started < 60
    finally:
        busy.set()
        thread.join()
        signal.signal(signal.SIGUSR1, before)
