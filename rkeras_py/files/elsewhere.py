"""Files that another process writes: this one goes through the motions, and leaves nothing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_wait: Callable[[str], None] | None = None
_tell: Callable[[str], None] | None = None


def write_elsewhere(wait: Callable[[str], None]) -> None:
    """From now on, write to temporary folders, and wait until another process has written.

    Args:
        wait: Called with the path when a file would have been written.
    """
    global _wait
    _wait = wait


def when_written(tell: Callable[[str], None]) -> None:
    """From now on, tell others of files that were written.

    Args:
        tell: Called with the path of each file.
    """
    global _tell
    _tell = tell


def active() -> bool:
    """Whether another process writes the files."""
    return _wait is not None


@contextmanager
def elsewhere(path: str) -> Iterator[str]:
    """A path of the same name in a temporary folder; then, wait for the other process."""
    with tempfile.TemporaryDirectory() as folder:
        yield os.path.join(folder, os.path.basename(path))
    wait(path)


def wait(path: str) -> None:
    """Wait until the other process has written a file."""
    if _wait is not None:
        _wait(os.path.abspath(path))


def tell(path: str) -> None:
    """A file was written."""
    if _tell is not None:
        _tell(os.path.abspath(path))
