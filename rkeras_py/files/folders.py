"""Folders, and files that belong together: replaced as a whole, without changing other files."""

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
    """Yield the path of a folder to create; its files are moved to ``path`` when the block ends.

    If ``path`` exists, everything in it that does not match ``parts`` is kept.

    Raises:
        ArgumentError: ``path`` is not a folder, or something that is not a file is in the place of
            a file.
    """
    target = os.path.realpath(path)
    if os.path.lexists(target) and not os.path.isdir(target):
        raise ArgumentError(
            f'`{argument}` must be the path of a folder; "{path}" is {kind(target)}, '
            "which was not changed."
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
            if not os.path.isdir(target):  # otherwise another process has created it
                raise
            with work_folder(target, name, argument, parts) as inside:
                os.rename(content, os.path.join(inside, CONTENT))
                _merge(inside, target, name, parts, argument)


@contextmanager
def replacing_files(prefix: str, parts: Parts, argument: str = "filepath") -> Iterator[str]:
    """Yield a folder to write files to; they are moved to the folder of ``prefix`` at the end.

    Args:
        prefix: The prefix of the file names.
        parts: The files, relative to the folder of ``prefix``.
        argument: The name of the user's argument, for messages.

    Raises:
        ArgumentError: something that is not a file is in the place of a file.
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
    """Move the files to their folder; this will be completed even if the process is killed."""
    names = renames.files_below(os.path.join(work, CONTENT))
    for part in names:
        if not renames.belongs(part, parts.written):
            raise ValueError(
                f"{part} does not match the files that belong together: {parts.written}"
            )
    with target_lock(folder, name):
        for part in names:
            require_replaceable(os.path.join(folder, part), argument)
        clear_all(folder, name, parts)  # of processes that were killed in the meantime
        renames.record(work, names)
        renames.finish(work, folder, parts)


def finish_folder(path: str, parts: Parts) -> None:
    """Complete the renames of a process that was killed in ``replacing_folder()``."""
    target = os.path.realpath(path)
    _finish_all(target, os.path.basename(target), parts)


def finish_files(prefix: str, parts: Parts) -> None:
    """Complete the renames of a process that was killed in ``replacing_files()``."""
    folder, name = os.path.split(os.path.abspath(prefix))
    _finish_all(folder, name, parts)


def _finish_all(folder: str, name: str, parts: Parts) -> None:
    if any(renames.is_recorded(work) for work in work_folders(folder, name)):
        with target_lock(folder, name):  # a process may be renaming now
            clear_all(folder, name, parts, recorded_only=True)


def remove(folder: str, parts: Parts, with_folder: bool) -> None:
    """Remove the files that belong together; ``with_folder`` also removes an empty folder."""
    if elsewhere.active():
        return
    renames.remove(folder, parts.replaced)
    if with_folder:
        with suppress(OSError):  # not empty
            os.rmdir(folder)
