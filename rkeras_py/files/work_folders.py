"""Work folders: hidden folders in which new content is written before it is renamed into place.

They are on the same file system as their target, have names like ``.<name>.rkeras-<random>``, and
are locked while their process lives. A folder without a lock was left by a process that was killed;
the next call for the same target completes or removes it.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.file_locks import file_lock
from rkeras_py.files.renames import Parts, files_below, finish, is_recorded, leads_out

#: File names have at most 255 bytes; the hidden folder's name is longer than its target's.
_LONGEST = 200


@contextmanager
def work_folder(folder: str, name: str, argument: str, parts: Parts | None = None) -> Iterator[str]:
    """A new work folder; those of killed processes are completed or removed first."""
    if work_folders(folder, name):
        with target_lock(folder, name):
            clear_all(folder, name, parts)
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
        if not is_recorded(work):
            _discard(work)
        os.close(lock)


def work_folders(folder: str, name: str) -> list[str]:
    """The work folders of a target, from running or killed processes."""
    prefix = _prefix(name)
    if not os.path.isdir(folder):
        return []
    with os.scandir(folder) as entries:
        return [
            entry.path
            for entry in entries
            if entry.name.startswith(prefix)
            # "model.rkeras-x" may be a user's file name, with its own work folders
            and "." not in entry.name[len(prefix) :]
            and entry.is_dir(follow_symlinks=False)
        ]


def _prefix(name: str) -> str:
    whole = os.fsencode(name)
    shortened = whole[:_LONGEST].decode("utf-8", "ignore")
    # names with the same beginning must not share folders
    rest = f"~{hashlib.sha256(whole).hexdigest()[:8]}" if len(whole) > _LONGEST else ""
    return f".{shortened}{rest}.rkeras-"


def _new_work_folder(folder: str, name: str) -> tuple[str, int]:
    while True:
        work = tempfile.mkdtemp(prefix=_prefix(name), dir=folder)
        try:
            lock = _lock(work, wait=True)
        except FileNotFoundError:
            continue
        # before it was locked, another process may have removed it as abandoned
        if os.path.isdir(work):
            return work, lock
        os.close(lock)


def _discard(work: str) -> None:
    for path in (os.path.join(work, name) for name in files_below(work)):
        # HDF5 may still have it open, and crashes at exit if the disk is full
        with suppress(OSError):
            if (
                not os.path.islink(path) and os.stat(path).st_nlink == 1
            ):  # otherwise there is another hard link
                os.truncate(path, 0)
    shutil.rmtree(work, ignore_errors=True)


def _lock(work: str, wait: bool) -> int:
    """A descriptor that holds the lock until it is closed, or until the process ends.

    Raises:
        OSError: another process has it and ``wait`` is false, or the folder is gone.
    """
    lock = os.open(work, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        if not wait:  # otherwise the file system has no locks
            os.close(lock)
            raise
    return lock


def target_lock(folder: str, name: str) -> AbstractContextManager[None]:
    """Prevent other processes from renaming files of this target during the block."""
    return file_lock(os.path.join(folder, f"{_prefix(name)}turn"))


def clear_all(folder: str, name: str, parts: Parts | None, recorded_only: bool = False) -> None:
    """Remove the work folders of killed processes, after their remaining renames."""
    for work in work_folders(folder, name):
        if is_recorded(work) or not recorded_only:
            _clear(work, folder, parts)


def _clear(work: str, folder: str, parts: Parts | None) -> None:
    try:
        lock = _lock(work, wait=False)
    except OSError:  # in use, or gone
        return
    try:
        if parts is not None and not leads_out(work, folder, parts):
            finish(work, folder, parts)
        shutil.rmtree(work, ignore_errors=True)
    finally:
        os.close(lock)
