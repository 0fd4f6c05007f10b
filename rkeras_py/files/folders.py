"""Folders, and files that belong together: replaced as a whole, next to files of others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.files import elsewhere, renames
from rkeras_py.files.renames import CONTENT, Parts
from rkeras_py.files.single_files import kind, require_replaceable
from rkeras_py.files.work_folders import clear_all, target_lock, work_folder, work_folders


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
    if elsewhere.active():
        with elsewhere.elsewhere(path) as content:
            yield content
        return
    yield from _replaced_folder(target, parts, argument)
    elsewhere.tell(path)


def _replaced_folder(target: str, parts: Parts, argument: str) -> Iterator[str]:
    parent, name = os.path.split(target)
    if os.path.isdir(target):
        # inside it: its parent may be on another file system, or not writable
        with work_folder(target, name, argument, parts) as work:
            yield os.path.join(work, CONTENT)
            _merge(work, target, name, parts, argument)
        return
    with work_folder(parent, name, argument) as work:
        content = os.path.join(work, CONTENT)
        yield content
        try:
            os.rename(content, target)
        except OSError:
            if not os.path.isdir(target):  # else somebody has made it meanwhile
                raise
            with work_folder(target, name, argument, parts) as inside:
                os.rename(content, os.path.join(inside, CONTENT))
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
    if elsewhere.active():
        with elsewhere.elsewhere(prefix) as content:
            os.mkdir(content)
            yield content
        return
    folder, name = os.path.split(os.path.abspath(prefix))
    with work_folder(folder, name, argument, parts) as work:
        content = os.path.join(work, CONTENT)
        os.mkdir(content)
        yield content
        _merge(work, folder, name, parts, argument)
    elsewhere.tell(prefix)


def _merge(work: str, folder: str, name: str, parts: Parts, argument: str) -> None:
    """Bring what was written to its folder, from here on even if the process is killed."""
    names = renames.files_below(os.path.join(work, CONTENT))
    for part in names:
        if not renames.belongs(part, parts.written):
            raise ValueError(f"{part} is none of the files that belong together: {parts.written}")
    with target_lock(folder, name):
        for part in names:
            require_replaceable(os.path.join(folder, part), argument)
        clear_all(folder, name, parts)  # of processes that were killed since this one began
        renames.record(work, names)
        renames.finish(work, folder, parts)


def finish_folder(path: str, parts: Parts) -> None:
    """Do the remaining renames of a process that was killed in ``replacing_folder()``."""
    target = os.path.realpath(path)
    _finish_all(target, os.path.basename(target), parts)


def finish_files(prefix: str, parts: Parts) -> None:
    """Do the remaining renames of a process that was killed in ``replacing_files()``."""
    folder, name = os.path.split(os.path.abspath(prefix))
    _finish_all(folder, name, parts)


def _finish_all(folder: str, name: str, parts: Parts) -> None:
    if any(renames.is_recorded(work) for work in work_folders(folder, name)):
        with target_lock(folder, name):  # a process may be renaming just now
            clear_all(folder, name, parts, recorded_only=True)


def remove(folder: str, parts: Parts, with_folder: bool) -> None:
    """Remove the files that belong together; the folder too, if asked and nothing else is in it."""
    if elsewhere.active():
        return
    renames.remove(folder, parts.replaced)
    if with_folder:
        with suppress(OSError):  # something else is in it
            os.rmdir(folder)
