"""The files of a source: which there are, and whether they are still the same."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote

from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError


class Stamp(NamedTuple):
    """What changes when a file is replaced or written to."""

    inode: int
    size: int
    changed: int


def stamp(path: str) -> Stamp | None:
    """The stamp of a file; ``None`` where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)


def listed(paths: Sequence[str], endings: tuple[str, ...], argument: str) -> list[str]:
    """Files, and those in folders and their folders, by name.

    Names that begin with ``.`` or ``_`` are those of unfinished files and of notes on the others.

    Args:
        paths: Files and folders.
        endings: Of the names of files in folders.
        argument: The name of the argument that they are.

    Raises:
        ArgumentError: one does not exist, is empty or a folder without such files.
    """
    files: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            found = sorted(_within(path, endings))
            if not found:
                raise ArgumentError(
                    f"`{argument}`: there are no files of the kind {quoted(list(endings))} in the "
                    f"folder {quoted([path])}."
                )
            files += found
        elif os.path.isfile(path):
            files.append(path)
        else:
            raise ArgumentError(f"`{argument}`: there is no file or folder {quoted([path])}.")
    for file in files:
        if os.path.getsize(file) == 0:
            raise ArgumentError(f"`{argument}`: the file {quoted([file])} is empty.")
    return files


def _within(folder: str, endings: tuple[str, ...]) -> list[str]:
    found = []
    for here, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if name[0] not in "._"]
        found += [
            os.path.join(here, name)
            for name in names
            if name[0] not in "._" and name.lower().endswith(endings)
        ]
    return found


def keys_of(path: str, roots: Sequence[str]) -> dict[str, str]:
    """The columns that the folders of a file are, such as ``year=2024``.

    Args:
        path: The file.
        roots: The folders that were given.
    """
    root = next((r for r in roots if os.path.isdir(r) and path.startswith(r)), None)
    if root is None:
        return {}
    folders = os.path.relpath(os.path.dirname(path), root).split(os.sep)
    pairs = [folder.partition("=") for folder in folders if "=" in folder]
    return {name: unquote(value) for name, _, value in pairs}
