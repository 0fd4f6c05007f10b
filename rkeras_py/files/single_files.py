"""Regular files: replaced or extended completely, or not changed at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.files import elsewhere
from rkeras_py.files.renames import put
from rkeras_py.files.work_folders import work_folder


@contextmanager
def replacing_file(path: str, argument: str = "filepath") -> Iterator[str]:
    """Yield a path to write to; that file replaces ``path`` when the block ends.

    Symbolic links are followed, and the permissions of the old file are kept. If the block fails,
    ``path`` is not changed.

    Args:
        path: The file; it must be a regular file or not exist.
        argument: The name of the user's argument, for messages.

    Raises:
        ArgumentError: it is something else, or write-protected.
    """
    target = os.path.realpath(path)
    require_replaceable(path, argument)
    if elsewhere.active():
        with elsewhere.elsewhere(path) as part:
            yield part
        return
    folder, name = os.path.split(target)
    with work_folder(folder, name, argument) as work:
        part = os.path.join(work, os.path.basename(path))
        yield part
        require_replaceable(path, argument)
        put(part, target)
    elsewhere.tell(path)


def write_text(path: str, text: str, argument: str = "filepath") -> None:
    """Replace a file by one with this text, in UTF-8."""
    write_bytes(path, text.encode("utf-8"), argument)


def write_bytes(path: str, content: bytes, argument: str = "filepath") -> None:
    """Replace a file by one with this content."""
    with replacing_file(path, argument) as part, open(part, "wb") as file:
        file.write(content)


def append_text(path: str, text: str) -> None:
    """Append text to a file; if it cannot be written completely, the file is not changed."""
    if elsewhere.active():
        elsewhere.wait(path)
        return
    with open(path, "ab", buffering=0) as file:
        before = os.fstat(file.fileno()).st_size
        content = text.encode("utf-8")
        try:
            while content:
                content = content[file.write(content) :]
        except BaseException:
            written = len(text.encode("utf-8")) - len(content)
            if os.fstat(file.fileno()).st_size == before + written:  # no other process has appended
                os.ftruncate(file.fileno(), before)
            raise
    elsewhere.tell(path)


def require_replaceable(path: str, argument: str = "filepath") -> None:
    """Check that a file can be created or replaced.

    Raises:
        ArgumentError: it is something else, or write-protected.
    """
    target = os.path.realpath(path)
    if not os.path.lexists(target):
        return
    if not os.path.isfile(target):
        raise ArgumentError(
            f'`{argument}` must be the path of a file; "{path}" is {kind(target)}, '
            "which was not changed."
        )
    if not os.access(target, os.W_OK):
        raise ArgumentError(f'`{argument}`: the file "{path}" is write-protected.')


def kind(path: str) -> str:
    """A description of what is at a path: "a folder"."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return "a broken symbolic link"
    for test, words in (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISREG, "a file"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISFIFO, "a pipe"),
    ):
        if test(mode):
            return words
    return "neither a file nor a folder"
