"""Regular files: replaced as a whole, added to as a whole, or left as they are."""

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
    """Give a path to write to; that file takes the place of ``path`` when the block ends.

    Symbolic links are followed, and the permissions of the old file are kept. When the block
    fails, ``path`` stays as it was.

    Args:
        path: The file; there must be a regular file or nothing.
        argument: The user's name for it, for messages.

    Raises:
        ArgumentError: something else is there, or a file that may not be written.
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
    """Add text to a file; where it cannot be written as a whole, the file stays as it was."""
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
            if os.fstat(file.fileno()).st_size == before + written:  # nobody else has added more
                os.ftruncate(file.fileno(), before)
            raise
    elsewhere.tell(path)


def require_replaceable(path: str, argument: str = "filepath") -> None:
    """Check that a file may be written, where there is none or in place of one.

    Raises:
        ArgumentError: there is something else, or a file that is write-protected.
    """
    target = os.path.realpath(path)
    if not os.path.lexists(target):
        return
    if not os.path.isfile(target):
        raise ArgumentError(
            f'`{argument}` must be the path of a file; "{path}" is {kind(target)}, '
            "which is left as it is."
        )
    if not os.access(target, os.W_OK):
        raise ArgumentError(f'`{argument}`: the file "{path}" is write-protected.')


def kind(path: str) -> str:
    """What is at a path, in words: "a folder"."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return "a symbolic link that leads nowhere"
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
