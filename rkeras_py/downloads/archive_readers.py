"""Readers of tar and zip archives, which pass the members to an ``Unpacker``.

Devices, pipes, sparse files and encrypted files are errors. So is a damaged header, which tarfile
treats as the end of the archive.
"""

from __future__ import annotations

import posixpath
import re
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rkeras_py.downloads.transfers import printable
from rkeras_py.downloads.unpacker import ENTRY, ArchiveError, Unpacker, reading, safe_parts
from rkeras_py.engine import stopping

_CHUNK = 1 << 16
_HEADERS = 1 << 24  # maximum bytes of headers before a member, which tarfile keeps in memory
_LINK = 4096  # maximum length of the path in a link

#: Magic numbers of compressed tar formats.
_COMPRESSED = {
    "gzip": re.compile(rb"\x1f\x8b\x08"),
    "bz2": re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"),
    "lzma": re.compile(rb"\xfd7zXZ\x00|\]\x00\x00"),
}


def read_tar(archive: Path, unpacker: Unpacker) -> None:
    """Write the members of a tar archive."""
    with _tar(archive) as (tar, stream):
        last, offset = "", -1
        while True:
            with reading(last):  # the header that follows it
                stream.left = _HEADERS
                member = tar.next()
                if member is None:
                    break
                stopping.check_waiting()
                if member.size < 0 or member.offset <= offset:  # endless loop
                    raise ArchiveError("is followed by a member that is located before it")
            tar.members.clear()  # type: ignore[attr-defined]  # otherwise all are kept in memory
            last, offset = member.name, member.offset
            stream.left = member.size
            with reading(last):
                _add_tar_member(tar, member, unpacker)
        with reading(last):
            _require_end(stream, unpacker)


def _add_tar_member(tar: tarfile.TarFile, member: tarfile.TarInfo, unpacker: Unpacker) -> None:
    parts = safe_parts(member.name)
    unpacker.expect(member.size)
    if member.isdir():
        unpacker.add_folder(parts)
    elif member.issym():
        unpacker.add_link(parts, _beside(member.name, member.linkname))
    elif member.islnk():
        unpacker.add_link(parts, member.linkname)
    elif member.isreg() and not member.issparse():
        with tar.extractfile(member) as content:  # type: ignore[union-attr]
            unpacker.add_file(parts, content, bool(member.mode & 0o100))  # type: ignore[arg-type]
    else:
        raise ArchiveError(
            "is a sparse file" if member.issparse() else "is neither a file nor a folder"
        )


def _beside(name: str, link: str) -> str:
    """The target of a symbolic link, relative to the root of the archive."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), link))


def _require_end(stream: _Bounded, unpacker: Unpacker) -> None:
    """Read to the end, where checksums are: tarfile stops silently at a damaged header."""
    block, count = stream.last, 0
    while block:
        if block.strip(b"\0"):
            raise ArchiveError("is followed by something that is not a member")
        stopping.check_waiting()
        count += len(block)
        unpacker.expect(count)
        stream.left = _CHUNK
        block = stream.read(_CHUNK)


def read_zip(archive: Path, unpacker: Unpacker) -> None:
    """Write the members of a zip archive."""
    with _zip(archive) as packed:
        declared = 0
        for member in packed.infolist():
            declared += member.file_size + ENTRY
            with reading(member.filename):
                unpacker.expect(declared)
        for member in packed.infolist():
            with reading(member.filename):
                _add_zip_member(packed, member, unpacker)


def _zip(archive: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except Exception as problem:
        raise ArchiveError(
            f"the list of members cannot be read: {printable(str(problem))}"
        ) from problem


def _add_zip_member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, unpacker: Unpacker) -> None:
    name = member.filename.replace(
        "\\", "/"
    )  # as in unzip, because Windows programs write backslashes
    if re.match("[A-Za-z]:/", name):
        raise ArchiveError("has an absolute path")
    parts = safe_parts(name)
    if member.flag_bits & 1:
        raise ArchiveError("is encrypted")
    kind = stat.S_IFMT(member.external_attr >> 16)
    if name.endswith("/"):
        unpacker.add_folder(parts)
    elif kind == stat.S_IFLNK:
        with packed.open(member) as content:
            unpacker.add_link(parts, _beside(name, content.read(_LINK).decode("utf-8")))
    elif kind in (0, stat.S_IFREG):
        with packed.open(member) as content:
            unpacker.add_file(parts, content, executable=False)  # type: ignore[arg-type]
    else:
        raise ArchiveError("is neither a file nor a folder")


def reader_of(archive: Path, formats: tuple[str, ...]) -> Callable[[Path, Unpacker], None] | None:
    """The reader for an archive in one of these formats; ``None`` for other formats."""
    for name in formats:
        if name == "tar" and _is_tar(archive):
            return read_tar
        if name == "zip" and zipfile.is_zipfile(archive):
            return read_zip
    return None


def _is_tar(archive: Path) -> bool:
    try:
        with _tar(archive):
            return True
    except Exception:  # decompression libraries raise many kinds of exceptions
        return False


@contextmanager
def _tar(archive: Path) -> Iterator[tuple[tarfile.TarFile, _Bounded]]:
    with _open(archive) as content:
        stream = _Bounded(content)
        with tarfile.open(fileobj=stream, mode="r:") as tar:  # type: ignore[call-overload]
            yield tar, stream


def _open(archive: Path) -> BinaryIO:
    import importlib

    with archive.open("rb") as file:
        start = file.read(10)
    for module, magic in _COMPRESSED.items():
        if magic.match(start):
            opened: BinaryIO = importlib.import_module(module).open(archive, "rb")
            return opened
    return archive.open("rb")


class _Bounded:
    """A stream that limits how much can be read.

    Attributes:
        left: How many bytes may still be read.
        last: The bytes read last.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.left = _HEADERS
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= self.left:
            raise ArchiveError(f"is followed by headers that are too long ({size} bytes)")
        self.left -= size
        self.last = self._stream.read(size)
        return self.last

    def seek(self, offset: int) -> int:
        return self._stream.seek(offset)

    def tell(self) -> int:
        return self._stream.tell()

    def seekable(self) -> bool:
        return True
