"""The renames that bring several files to their folder, recorded before the first of them.

What takes several renames (a SavedModel in a folder that exists, the files of a checkpoint) is
recorded in the work folder. If the process is killed between two renames, the next call for the
same target does the rest.
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
    """The files of one thing that is kept as several, as patterns relative to a folder.

    Attributes:
        written: What may be written there.
        replaced: What is removed where the new version does not have it.
    """

    written: tuple[str, ...]
    replaced: tuple[str, ...]


def record(work: str, names: list[str]) -> None:
    """Note that the content of a work folder is complete, and these files are to be renamed."""
    path = os.path.join(work, _RECORD)
    with open(f"{path}.part", "w", encoding="utf-8") as file:
        json.dump(names, file)
    os.rename(f"{path}.part", path)


def is_recorded(work: str) -> bool:
    """Whether the renames of a work folder are recorded, and not all done."""
    return os.path.isfile(os.path.join(work, _RECORD))


def finish(work: str, folder: str, parts: Parts) -> None:
    """Do the renames that are recorded, and remove what the new version does not have."""
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
    """Whether remaining renames would take files from elsewhere, or put them there, by links.

    A folder of others may look as if a process had been killed in it.
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
    """Remove the files of a folder that are these, but for those that are kept."""
    for pattern in patterns:
        for name in glob.glob(pattern, root_dir=folder):
            path = os.path.join(folder, name)
            if name not in kept and not os.path.isdir(path):
                os.unlink(path)


def belongs(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a file, relative to its folder, is one of these."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def files_below(folder: str) -> list[str]:
    """The files in a folder and below, relative to it."""
    return sorted(
        os.path.relpath(os.path.join(place, name), folder)
        for place, _, files in os.walk(folder)
        for name in files
    )


def put(part: str, target: str) -> None:
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
