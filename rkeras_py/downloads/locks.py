"""Waits for another process that downloads or unpacks the same file."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from pathlib import Path

from rkeras_py.engine import stopping
from rkeras_py.file_locks import file_lock

POLL = 0.1  # seconds between checks of the lock and for interrupts


def locked(folder: Path, name: str, task: str) -> AbstractContextManager[None]:
    """Wait until no other process or thread is in a block with this folder and name.

    The user gets one message about the wait, and can interrupt it.

    Args:
        folder: The folder of the lock file.
        name: What the lock protects; part of the name of the lock file.
        task: What the other process does, for the message: "downloads x".
    """
    announced = False

    def waiting() -> None:
        nonlocal announced
        if not announced:
            print(f"Waiting for another process, which {task}")
            announced = True
        time.sleep(POLL)
        stopping.check_waiting()

    return file_lock(str(folder / f".{name}.rkeras-lock"), waiting)
