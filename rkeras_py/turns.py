"""One process at a time moves files to a place."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def turn(path: str) -> Iterator[None]:
    """Wait until no other process or thread is in a block with this path.

    Where files cannot be locked (some network file systems, or a folder that is read-only), nothing
    is waited for.

    Args:
        path: Of a file that is there while the block runs.
    """
    lock = _acquire(path)
    try:
        yield
    finally:
        if lock is not None:
            with suppress(OSError):
                os.unlink(path)
            os.close(lock)


def _acquire(path: str) -> int | None:
    """A descriptor that holds the lock, or ``None`` where there can be none."""
    while True:
        try:
            lock = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        except OSError:
            return None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if os.path.samestat(os.fstat(lock), os.stat(path, follow_symlinks=False)):
                return lock
        except FileNotFoundError:  # its owner has removed it meanwhile
            pass
        except OSError:  # the file system has no locks
            with suppress(OSError):
                os.unlink(path)
            os.close(lock)
            return None
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)
