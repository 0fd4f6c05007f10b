"""Unpacks archives in a cache: next to the archive, as in Keras 2.

An archive is unpacked to a hidden folder first, and moved to its place when it is complete. It only
replaces files from the same archive: a hidden file next to the archive records which ones these
are.
"""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Iterator
from pathlib import Path

from rkeras_py.downloads.archive_readers import reader_of
from rkeras_py.downloads.locks import locked
from rkeras_py.downloads.transfers import printable
from rkeras_py.downloads.unpacker import ArchiveError, Unpacker
from rkeras_py.errors import DownloadError
from rkeras_py.files import Parts, kind, replacing_folder, write_text

_EVERYTHING = Parts(written=("*",), replaced=())


def unpack(archive: Path, folder: Path, formats: tuple[str, ...] = ("tar", "zip")) -> bool:
    """Unpack a tar or zip archive into a folder; returns ``False`` if it is neither.

    Existing files with the same content are not changed.

    Raises:
        DownloadError: the archive is damaged, has members that are not allowed, or would replace
            other files. Then nothing was unpacked.
    """
    read = reader_of(archive, formats)
    if read is None:
        return False
    try:
        with (
            locked(folder, "unpack", f"unpacks an archive in {folder}"),
            replacing_folder(str(folder), _EVERYTHING, "extract") as new,
        ):
            staged = Path(new)
            staged.mkdir()
            unpacker = Unpacker(archive, staged)
            read(archive, unpacker)
            unpacker.finish()
            _place(staged, folder, archive)
    except ArchiveError as problem:
        raise DownloadError(f"{archive} is not unpacked: {problem}.") from problem
    except OSError as problem:
        reason = problem.strerror or printable(str(problem))
        raise DownloadError(f"{archive} is not unpacked: {reason}.") from problem
    return True


def _place(staged: Path, folder: Path, archive: Path) -> None:
    """Move new files; those that replace files are left for ``replacing_folder()``."""
    record = archive.with_name(f".{archive.name}.rkeras-unpacked")
    own = _read_record(record)
    names = []
    for name in list(_files(staged)):
        if _is_same(staged / name, folder / name):
            (staged / name).unlink()
        else:
            _require_free(folder, name, own)
            names.append(name)
    if not own.issuperset(names):
        write_text(str(record), json.dumps(sorted(own.union(names))), "extract")
    _move_new(staged, folder)


def _read_record(record: Path) -> frozenset[str]:
    try:
        return frozenset(json.loads(record.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return frozenset()


def _files(folder: Path) -> Iterator[str]:
    """The files in a folder and its subfolders, relative to it."""
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(place, name), folder)


def _is_same(new: Path, there: Path) -> bool:
    try:
        return there.is_file() and filecmp.cmp(new, there, shallow=False)
    except OSError:
        return False


def _require_free(folder: Path, name: str, own: frozenset[str]) -> None:
    """Check that a file may be written.

    Raises:
        ArchiveError: there is something that did not come from this archive.
    """
    parts = Path(name).parts
    for i in range(1, len(parts)):
        place = folder.joinpath(*parts[:i])
        if not os.path.lexists(place):
            return
        if place.is_symlink() or not place.is_dir():
            what = "a symbolic link" if place.is_symlink() else kind(str(place))
            raise ArchiveError(f'"{printable(name)}" cannot be written: {place} is {what}')
    there = folder / name
    if os.path.lexists(there) and (name not in own or not there.is_file()):
        what = "another file" if there.is_file() else kind(str(there))
        raise ArchiveError(
            f'"{printable(name)}" would replace {what}, which exists and did not come '
            "from this archive; move it away, or use another folder"
        )


def _move_new(staged: Path, folder: Path) -> None:
    """Move files and complete folders to free places, each with one rename."""
    for entry in list(os.scandir(staged)):
        target = folder / entry.name
        if not os.path.lexists(target):
            os.rename(entry.path, target)
        elif entry.is_dir() and not target.is_symlink() and target.is_dir():
            _move_new(Path(entry.path), target)
