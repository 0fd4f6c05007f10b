"""One process at a time, by a lock that ends with the process that holds it."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rkeras_py.engine import stopping

POLL = 0.1  # seconds between looks, at the lock and for the user's interrupt


@contextmanager
def locked(folder: Path, name: str, task: str) -> Iterator[None]:
    """Wait until no other process or thread is in a block with this folder and name.

    The user may interrupt the wait. Where files cannot be locked (some network file systems, or a
    folder that is read-only), nothing is waited for.

    Args:
        folder: Where the lock file is kept while the block runs.
        name: What the lock is for; part of the name of its file.
        task: What the other process does, to tell the user: "downloads x".
    """
    file = folder / f".{name}.rkeras-lock"
    lock = _acquire(file, task)
    try:
        yield
    finally:
        if lock is not None:
            with suppress(OSError):  # of another user, in a folder where each removes only theirs
                file.unlink()
            _release(lock)


def _acquire(file: Path, task: str) -> int | None:
    """A descriptor that holds the lock, or ``None`` where there can be none."""
    told = False
    while True:
        try:
            lock = os.open(file, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        except OSError:
            return None
        try:
            while not _try(lock):
                if not told:
                    print(f"Waiting for another process, which {task}")
                    told = True
                time.sleep(POLL)
                stopping.check_waiting()
            if _is_at(lock, file):
                return lock
        except OSError:  # the file system has no locks
            file.unlink(missing_ok=True)
            os.close(lock)
            return None
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)  # its owner has removed the file meanwhile


def _try(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_at(lock: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), file.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def _release(lock: int) -> None:
    fcntl.flock(lock, fcntl.LOCK_UN)  # a forked process may have the descriptor, too
    os.close(lock)
