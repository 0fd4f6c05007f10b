"""Renames of several files, recorded before the first of them.

Several renames (a SavedModel in an existing folder, the files of a checkpoint) are recorded in the
work folder. If the process is killed between two renames, the next call for the same target
completes them.
"""

from __future__ import annotations

import glob
import json
import os
import stat
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase

CONTENT = "content"
_RECORD = "complete.json"


@dataclass(frozen=True)
class Parts:
    """A set of files that belong together, as patterns relative to a folder.

    Attributes:
        written: Files that may be written.
        replaced: Files that are removed if the new version does not have them.
    """

    written: tuple[str, ...]
    replaced: tuple[str, ...]


def record(work: str, names: list[str]) -> None:
    """Record that the content of a work folder is complete, and which files to rename."""
    path = os.path.join(work, _RECORD)
    with open(f"{path}.part", "w", encoding="utf-8") as file:
        json.dump(names, file)
    os.rename(f"{path}.part", path)


def is_recorded(work: str) -> bool:
    """Whether the renames of a work folder are recorded but not completed."""
    return os.path.isfile(os.path.join(work, _RECORD))


def finish(work: str, folder: str, parts: Parts) -> None:
    """Do the recorded renames, and remove files that the new version does not have."""
    content, path = os.path.join(work, CONTENT), os.path.join(work, _RECORD)
    try:
        with open(path, encoding="utf-8") as file:
            names = set(json.load(file))
    except (FileNotFoundError, ValueError):
        return
    for name in [name for name in files_below(content) if belongs(name, parts.written)]:
        target = os.path.realpath(os.path.join(folder, name))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        put(os.path.join(content, name), target)
    remove(folder, parts.replaced, names)
    os.unlink(path)


def leads_out(work: str, folder: str, parts: Parts) -> bool:
    """Whether remaining renames would move files from or to other folders, because of links.

    A folder from others may be made to look as if a process had been killed in it.
    """
    content = os.path.join(work, CONTENT)
    names = {*files_below(content), *parts.written, *parts.replaced}
    places = {os.path.join(folder, name) for name in names}
    places |= {os.path.dirname(place) for place in places}
    sources = {
        os.path.join(work, _RECORD),
        *(os.path.join(content, name) for name in files_below(content)),
    }
    inside = os.path.realpath(folder)
    return any(
        os.path.commonpath([inside, os.path.realpath(path)]) != inside for path in places | sources
    )


def remove(folder: str, patterns: tuple[str, ...], kept: Collection[str] = ()) -> None:
    """Remove the files of a folder that match the patterns, except those to keep."""
    for pattern in patterns:
        for name in glob.glob(pattern, root_dir=folder):
            path = os.path.join(folder, name)
            if name not in kept and not os.path.isdir(path):
                os.unlink(path)


def belongs(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a file, relative to its folder, matches one of the patterns."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def files_below(folder: str) -> list[str]:
    """The files in a folder and its subfolders, relative to it."""
    return sorted(
        os.path.relpath(os.path.join(place, name), folder)
        for place, _, files in os.walk(folder)
        for name in files
    )


def put(part: str, target: str) -> None:
    """Rename a file over another one, keeping the permissions of the latter."""
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
