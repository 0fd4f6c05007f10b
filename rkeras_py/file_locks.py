"""File locks: one process at a time is in a block, by a lock that ends with its process."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def file_lock(path: str, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Wait until no other process or thread is in a block with this path.

    Where files cannot be locked (some network file systems, or a folder that is read-only), nothing
    is waited for.

    Args:
        path: Of a file that is there while the block runs.
        waiting: Called again and again during the wait; it sleeps, and may raise to end the wait.
    """
    lock = _acquire(path, waiting)
    try:
        yield
    finally:
        if lock is not None:
            with suppress(OSError):  # of another user, in a folder where each removes only theirs
                os.unlink(path)
            _release(lock)


def _acquire(path: str, waiting: Callable[[], None] | None) -> int | None:
    """A descriptor that holds the lock, or ``None`` where there can be none."""
    while True:
        try:
            lock = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        except OSError:
            return None
        try:
            _wait_for(lock, waiting)
            if _is_at(lock, path):
                return lock
        except OSError:  # the file system has no locks
            with suppress(OSError):
                os.unlink(path)
            os.close(lock)
            return None
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)  # its owner has removed the file meanwhile


def _wait_for(lock: int, waiting: Callable[[], None] | None) -> None:
    if waiting is None:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return
    while not _try(lock):
        waiting()


def _try(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_at(lock: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), os.stat(path, follow_symlinks=False))
    except FileNotFoundError:
        return False


def _release(lock: int) -> None:
    fcntl.flock(lock, fcntl.LOCK_UN)  # a forked process may have the descriptor, too
    os.close(lock)
