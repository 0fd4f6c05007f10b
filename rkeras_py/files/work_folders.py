"""Files that are replaced as a whole: at every moment the old content or the new one is there.

Everything this package writes for a user goes through here. New content is written to a hidden
folder on the same file system, ``.<name>.rkeras-<random>``, and renamed into place when it is
complete. The folder is locked while its process lives; one without a lock was left by a process
that was killed, and the next call for the same target removes it.

What takes several renames (a SavedModel in a folder that exists, the files of a checkpoint) is
recorded in the hidden folder first. If the process is killed between two renames, the next call
for the same target does the rest. Of several processes, one renames at a time.
"""

from __future__ import annotations

import errno
import fcntl
import glob
import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.file_locks import file_lock

_CONTENT = "content"
_COMPLETE = "complete.json"
#: File names have at most 255 bytes; the hidden folder adds some to its target's.
_LONGEST = 200


@dataclass(frozen=True)
class Parts:
    """The files of one thing that is kept as several, as patterns relative to a folder.

    Attributes:
        written: What may be written there.
        replaced: What is removed where the new version does not have it.
    """

    written: tuple[str, ...]
    replaced: tuple[str, ...]


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
    folder, name = os.path.split(target)
    with _work_folder(folder, name, argument) as work:
        part = os.path.join(work, os.path.basename(path))
        yield part
        require_replaceable(path, argument)
        _put(part, target)


@contextmanager
def replacing_folder(path: str, parts: Parts, argument: str = "filepath") -> Iterator[str]:
    """Give the path of a folder to make; its files come to the folder ``path`` when the block ends.

    Where ``path`` exists, everything in it that is none of ``parts`` stays.

    Raises:
        ArgumentError: there is something other than a folder, or something other than a file
            where a file has to go.
    """
    target = os.path.realpath(path)
    if os.path.lexists(target) and not os.path.isdir(target):
        raise ArgumentError(
            f'`{argument}` must be the path of a folder; "{path}" is {kind(target)}, '
            "which is left as it is."
        )
    parent, name = os.path.split(target)
    if os.path.isdir(target):
        # inside it: its parent may be on another file system, or not writable
        with _work_folder(target, name, argument, parts) as work:
            yield os.path.join(work, _CONTENT)
            _merge(work, target, name, parts, argument)
        return
    with _work_folder(parent, name, argument) as work:
        content = os.path.join(work, _CONTENT)
        yield content
        try:
            os.rename(content, target)
        except OSError:
            if not os.path.isdir(target):  # else somebody has made it meanwhile
                raise
            with _work_folder(target, name, argument, parts) as inside:
                os.rename(content, os.path.join(inside, _CONTENT))
                _merge(inside, target, name, parts, argument)


@contextmanager
def replacing_files(prefix: str, parts: Parts, argument: str = "filepath") -> Iterator[str]:
    """Give a folder to write files to; they come to the folder of ``prefix`` when the block ends.

    Args:
        prefix: What the names of the files begin with.
        parts: The files, relative to the folder of ``prefix``.
        argument: The user's name for the prefix, for messages.

    Raises:
        ArgumentError: there is something other than a file where a file has to go.
    """
    folder, name = os.path.split(os.path.abspath(prefix))
    with _work_folder(folder, name, argument, parts) as work:
        content = os.path.join(work, _CONTENT)
        os.mkdir(content)
        yield content
        _merge(work, folder, name, parts, argument)


def finish_folder(path: str, parts: Parts) -> None:
    """Do the remaining renames of a process that was killed in ``replacing_folder()``."""
    target = os.path.realpath(path)
    _finish_all(target, os.path.basename(target), parts)


def finish_files(prefix: str, parts: Parts) -> None:
    """Do the remaining renames of a process that was killed in ``replacing_files()``."""
    folder, name = os.path.split(os.path.abspath(prefix))
    _finish_all(folder, name, parts)


def _finish_all(folder: str, name: str, parts: Parts) -> None:
    if any(os.path.isfile(os.path.join(w, _COMPLETE)) for w in _work_folders(folder, name)):
        with _turn(folder, name):  # a process may be renaming just now
            _clear_all(folder, name, parts, complete_only=True)


def remove(folder: str, parts: Parts, with_folder: bool) -> None:
    """Remove the files that belong together; the folder too, if asked and nothing else is in it."""
    _remove(folder, parts.replaced)
    if with_folder:
        with suppress(OSError):  # something else is in it
            os.rmdir(folder)


def write_text(path: str, text: str, argument: str = "filepath") -> None:
    """Replace a file by one with this text, in UTF-8."""
    write_bytes(path, text.encode("utf-8"), argument)


def write_bytes(path: str, content: bytes, argument: str = "filepath") -> None:
    """Replace a file by one with this content."""
    with replacing_file(path, argument) as part, open(part, "wb") as file:
        file.write(content)


def append_text(path: str, text: str) -> None:
    """Add text to a file; where it cannot be written as a whole, the file stays as it was."""
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


def _prefix(name: str) -> str:
    whole = os.fsencode(name)
    shortened = whole[:_LONGEST].decode("utf-8", "ignore")
    # names that begin alike must not share their folders
    rest = f"~{hashlib.sha256(whole).hexdigest()[:8]}" if len(whole) > _LONGEST else ""
    return f".{shortened}{rest}.rkeras-"


def _work_folders(folder: str, name: str) -> list[str]:
    prefix = _prefix(name)
    if not os.path.isdir(folder):
        return []
    with os.scandir(folder) as entries:
        return [
            entry.path
            for entry in entries
            if entry.name.startswith(prefix)
            # "model.rkeras-x" is a name that a user may give, and has work folders of its own
            and "." not in entry.name[len(prefix) :]
            and entry.is_dir(follow_symlinks=False)
        ]


@contextmanager
def _work_folder(
    folder: str, name: str, argument: str, parts: Parts | None = None
) -> Iterator[str]:
    """A new hidden folder; those of killed processes are finished or removed first."""
    if _work_folders(folder, name):
        with _turn(folder, name):
            _clear_all(folder, name, parts)
    try:
        os.makedirs(folder, exist_ok=True)
        work, lock = _new_work_folder(folder, name)
    except OSError as problem:
        raise ArgumentError(
            f'`{argument}`: the folder "{folder}" cannot be written to: {problem.strerror}.'
        ) from problem
    try:
        yield work
    except Exception as problem:
        if os.strerror(errno.ENOSPC) not in str(problem):
            raise
        path = os.path.join(folder, name)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path) from problem
    finally:
        if not os.path.exists(os.path.join(work, _COMPLETE)):
            _discard(work)
        os.close(lock)


def _discard(work: str) -> None:
    for path in (os.path.join(work, name) for name in _files(work)):
        # HDF5 may still hold it open, and crashes at exit where a full disk takes no more of it
        with suppress(OSError):
            if not os.path.islink(path) and os.stat(path).st_nlink == 1:  # else it is elsewhere too
                os.truncate(path, 0)
    shutil.rmtree(work, ignore_errors=True)


def _new_work_folder(folder: str, name: str) -> tuple[str, int]:
    while True:
        work = tempfile.mkdtemp(prefix=_prefix(name), dir=folder)
        try:
            lock = _lock(work, wait=True)
        except FileNotFoundError:
            continue
        # before it was locked, another process may have taken it for one that was left
        if os.path.isdir(work):
            return work, lock
        os.close(lock)


def _lock(work: str, wait: bool) -> int:
    """A descriptor that holds the lock until it is closed, or until the process ends.

    Raises:
        OSError: another process has it and ``wait`` is false, or the folder is gone.
    """
    lock = os.open(work, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        if not wait:  # else the file system has no locks
            os.close(lock)
            raise
    return lock


def _turn(folder: str, name: str) -> AbstractContextManager[None]:
    """Have no other process rename files of this target during the block."""
    return file_lock(os.path.join(folder, f"{_prefix(name)}turn"))


def _clear_all(folder: str, name: str, parts: Parts | None, complete_only: bool = False) -> None:
    """Remove the hidden folders of killed processes, after their remaining renames."""
    for work in _work_folders(folder, name):
        is_complete = os.path.isfile(os.path.join(work, _COMPLETE))
        if is_complete or not complete_only:
            _clear(work, folder, parts)


def _clear(work: str, folder: str, parts: Parts | None) -> None:
    try:
        lock = _lock(work, wait=False)
    except OSError:  # in use, or gone
        return
    try:
        if parts is not None and not _leads_out(work, folder, parts):
            _finish(work, folder, parts)
        shutil.rmtree(work, ignore_errors=True)
    finally:
        os.close(lock)


def _merge(work: str, folder: str, name: str, parts: Parts, argument: str) -> None:
    """Bring what was written to its folder, from here on even if the process is killed."""
    names = list(_files(os.path.join(work, _CONTENT)))
    for part in names:
        if not _belongs(part, parts.written):
            raise ValueError(f"{part} is none of the files that belong together: {parts.written}")
    with _turn(folder, name):
        for part in names:
            require_replaceable(os.path.join(folder, part), argument)
        _clear_all(folder, name, parts)  # of processes that were killed since this one began
        record = os.path.join(work, _COMPLETE)
        with open(f"{record}.part", "w", encoding="utf-8") as file:
            json.dump(names, file)
        os.rename(f"{record}.part", record)
        _finish(work, folder, parts)


def _leads_out(work: str, folder: str, parts: Parts) -> bool:
    """Whether remaining renames would take files from elsewhere, or put them there, by links.

    A folder of others may look as if a process had been killed in it.
    """
    content = os.path.join(work, _CONTENT)
    names = {*_files(content), *parts.written, *parts.replaced}
    places = {os.path.join(folder, name) for name in names}
    places |= {os.path.dirname(place) for place in places}
    sources = {os.path.join(work, _COMPLETE), *(os.path.join(content, n) for n in _files(content))}
    inside = os.path.realpath(folder)
    return any(
        os.path.commonpath([inside, os.path.realpath(path)]) != inside for path in places | sources
    )


def _finish(work: str, folder: str, parts: Parts) -> None:
    """Do the renames that are recorded, and remove what the new version does not have."""
    content, record = os.path.join(work, _CONTENT), os.path.join(work, _COMPLETE)
    try:
        with open(record, encoding="utf-8") as file:
            names = set(json.load(file))
    except (FileNotFoundError, ValueError):
        return
    for name in [name for name in _files(content) if _belongs(name, parts.written)]:
        target = os.path.realpath(os.path.join(folder, name))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        _put(os.path.join(content, name), target)
    _remove(folder, parts.replaced, names)
    os.unlink(record)


def _remove(folder: str, patterns: tuple[str, ...], kept: Collection[str] = ()) -> None:
    for pattern in patterns:
        for name in glob.glob(pattern, root_dir=folder):
            path = os.path.join(folder, name)
            if name not in kept and not os.path.isdir(path):
                os.unlink(path)


def _belongs(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _files(folder: str) -> list[str]:
    """The files in a folder and below, relative to it."""
    return sorted(
        os.path.relpath(os.path.join(place, name), folder)
        for place, _, files in os.walk(folder)
        for name in files
    )


def _put(part: str, target: str) -> None:
    """Rename a file over another one, whose permissions it takes."""
    with suppress(FileNotFoundError):
        before, new = os.stat(target), os.stat(part)
        if (new.st_uid, new.st_gid) != (before.st_uid, before.st_gid):
            with suppress(PermissionError):
                os.chown(part, before.st_uid, before.st_gid)
        os.chmod(part, stat.S_IMODE(before.st_mode))
        with suppress(OSError):  # not every file system has attributes
            for name in os.listxattr(target):  # access control lists are among them
                os.setxattr(part, name, os.getxattr(target, name))
    os.replace(part, target)
