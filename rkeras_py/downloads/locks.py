"""Waiting for another process that downloads or unpacks the same."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from pathlib import Path

from rkeras_py.engine import stopping
from rkeras_py.file_locks import file_lock

POLL = 0.1  # seconds between looks, at the lock and for the user's interrupt


def locked(folder: Path, name: str, task: str) -> AbstractContextManager[None]:
    """Wait until no other process or thread is in a block with this folder and name.

    The user is told of the wait once, and may interrupt it.

    Args:
        folder: Where the lock file is kept while the block runs.
        name: What the lock is for; part of the name of its file.
        task: What the other process does, to tell the user: "downloads x".
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
