"""File locks: only one process at a time runs a block; the lock ends with the process."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def file_lock(path: str, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Wait until no other process or thread is in a block with this path.

    If files cannot be locked (on some network file systems, or in a read-only folder), it does not
    wait.

    Args:
        path: Path of a file that exists while the block runs.
        waiting: Called repeatedly during the wait; it sleeps, and may raise to end the wait.
    """
    lock = _acquire(path, waiting)
    try:
        yield
    finally:
        if lock is not None:
            with suppress(OSError):  # another user's file in a folder with the sticky bit
                os.unlink(path)
            _release(lock)


def _acquire(path: str, waiting: Callable[[], None] | None) -> int | None:
    """A descriptor that holds the lock, or ``None`` if locks are not supported."""
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
        os.close(lock)  # its owner has removed the file in the meantime


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
