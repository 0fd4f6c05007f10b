"""Checks untrusted model archives while unpacking them."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from rkeras_py.compat.files import safe_hdf5
from rkeras_py.convert.rule import ArgumentError

METADATA, CONFIG, WEIGHTS, ASSETS = "metadata.json", "config.json", "model.weights.h5", "assets/"

#: Limit for all members when unpacked: a constant plus a multiple of the archive's size.
_UNPACKED = 256 * 1024**2
_EXPANSION = 100
#: Limit for a text member, because parsing it needs much more memory.
_TEXT = 16 * 1024**2
_EXPANSION_OF_TEXT = 10


def is_archive(path: str) -> bool:
    return os.path.isfile(path) and not safe_hdf5.is_hdf5(path) and zipfile.is_zipfile(path)


@contextmanager
def unpacked(path: str) -> Iterator[str]:
    """A folder with the parts of a model.

    Keras would read the members directly: it does not compare the weights with their checksum, and
    unpacks compressed members at once, whatever their size.

    Raises:
        ArgumentError: the archive is incomplete, would fill the disk or the memory, or could read
            other files.
        BadZipFile, zlib.error, …: it is damaged; ``naming()`` adds the file name.
    """
    with zipfile.ZipFile(path) as archive:
        members = [info for info in archive.infolist() if _is_part(info.filename)]
        _check(members, os.path.getsize(path))
        needed = sum(info.file_size for info in members)
        with tempfile.TemporaryDirectory(dir=_roomy(needed, path)) as folder:
            for info in members:
                _unpack(archive, info, folder)
            safe_hdf5.check_file(os.path.join(folder, WEIGHTS))
            yield folder


def _is_part(name: str) -> bool:
    return name in (METADATA, CONFIG, WEIGHTS) or (name.startswith(ASSETS) and name[-1] != "/")


def _check(members: list[zipfile.ZipInfo], size: int) -> None:
    names = [info.filename for info in members]
    for name in (METADATA, CONFIG, WEIGHTS):
        if name not in names:
            raise ArgumentError(f"it has no {name}, unlike all archives of Keras.")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ArgumentError(f'it has two members named "{twice}".')
    for info in members:
        _check_member(info)
    if sum(info.compress_size for info in members) > size:
        raise ArgumentError("its members overlap.")
    total = sum(info.file_size for info in members)
    if total > _UNPACKED + _EXPANSION * size:
        raise ArgumentError(f"its {size} bytes would be {total / 1e9:.3g} GB when unpacked.")


def _check_member(info: zipfile.ZipInfo) -> None:
    name, size = info.filename, info.file_size
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ArgumentError(f'"{name}" in it is compressed in a way that Keras does not use.')
    if info.flag_bits & 0x1:
        raise ArgumentError(f'"{name}" in it is encrypted.')
    if ".." in name.replace("\\", "/").split("/"):
        raise ArgumentError(f'"{name}" in it would be outside the folder.')
    if name in (METADATA, CONFIG) and size > max(_TEXT, _EXPANSION_OF_TEXT * info.compress_size):
        raise ArgumentError(f'"{name}" in it would be {size / 1e6:.3g} MB when unpacked.')


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: str) -> None:
    """Write a member to a file in pieces; it cannot become larger than declared.

    Raises:
        zipfile.BadZipFile: its content does not match its checksum.
    """
    path = os.path.join(folder, info.filename)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with archive.open(info) as member, open(path, "wb") as file:
        shutil.copyfileobj(member, file, 1024**2)


def _roomy(needed: int, path: str) -> str:
    """A folder for temporary files with this much free space, otherwise the archive's folder."""
    usual = tempfile.gettempdir()
    if shutil.disk_usage(usual).free > needed:
        return usual
    return os.path.dirname(os.path.abspath(path))
