"""Members of archives that are damaged, lie about their sizes or lead elsewhere."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from archives import file, of_mode, rejected, tar, zipped

from rkeras_py.downloads import archive_readers
from rkeras_py.downloads.unpacking import unpack


def test_what_is_no_archive_is_left_alone(folder: Path) -> None:
    for name, content in (
        ("text", b"a,b\n"), ("empty", b""), ("text.gz", gzip.compress(b"a,b\n" * 500, mtime=0)),
        ("cut.gz", gzip.compress(b"a", mtime=0)[:-9]), ("text.bz2", bz2.compress(b"a" * 600)),
        ("text.xz", lzma.compress(b"a" * 600)),
    ):  # fmt: skip
        (folder / name).write_bytes(content)
        assert not unpack(folder / name, folder)
    archive = zipped(folder / "a.zip", ("x", b"1"))
    assert not unpack(archive, folder, ("tar",))
    archive = tar(folder / "a.tar", file("x"))
    assert not unpack(archive, folder, ("zip",))
    assert not (folder / "x").exists()


@pytest.mark.parametrize("target", [b"../outside/secret", b"/etc/passwd", b"mine.txt", b"\xff"])
def test_a_symbolic_link_in_a_zip_leads_to_its_members_only(folder: Path, target: bytes) -> None:
    link = of_mode("link", stat.S_IFLNK | 0o777)
    archive = zipped(folder / "a.zip", ("ok", b"1"), (link, target))
    assert rejected(archive, folder).startswith('the member "link" ')


def test_an_encrypted_zip(folder: Path) -> None:
    archive = zipped(folder / "a.zip", ("ok", b"1"))
    content = bytearray(archive.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    content[content.index(b"PK\x03\x04") + 6] |= 1
    archive.write_bytes(content)
    assert rejected(archive, folder) == 'the member "ok" is encrypted'


@pytest.mark.parametrize("mode", ["w:gz", "w:xz", "w:bz2"])
def test_a_changed_bit_is_found_by_the_checksum(folder: Path, mode: str) -> None:
    archive = tar(folder / "a.tar", file("x", os.urandom(2_500_000)), mode=mode)
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)
    assert rejected(archive, folder).startswith('the member "x" ')


def test_a_damaged_header_does_not_end_an_archive(folder: Path) -> None:
    archive = tar(folder / "a.tar", file("x", b"1"), file("y", b"2"), mode="w")
    content = bytearray(archive.read_bytes())
    content[1024] ^= 1  # the name of the second member, which its checksum covers
    archive.write_bytes(content)
    assert "is followed by something that is not a member" in rejected(archive, folder)


def test_a_zip_that_lies_about_a_size(folder: Path) -> None:
    archive = folder / "a.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("x", b"0" * 100_000)
    content = archive.read_bytes()
    for header, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.index(header) + place
        assert content[at : at + 4] == (100_000).to_bytes(4, "little")
        content = content[:at] + (10).to_bytes(4, "little") + content[at + 4 :]
    archive.write_bytes(content)
    assert "Bad CRC-32" in rejected(archive, folder)


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_headers_that_are_gigabytes_are_not_read(folder: Path, kind: bytes) -> None:
    """tarfile takes them into memory as a whole."""
    info = tarfile.TarInfo("long")
    info.type, info.size = kind, 4 << 30
    first = tarfile.TarInfo("x")
    archive = folder / "a.tar"
    archive.write_bytes(first.tobuf() + info.tobuf())
    assert "headers that are too long (4294967296 bytes)" in rejected(archive, folder)
    archive.write_bytes(info.tobuf())
    assert not unpack(archive, folder)


def test_headers_that_are_many_are_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_readers, "_HEADERS", 1 << 16)
    info = tarfile.TarInfo("long")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 512
    archive = folder / "a.tar"
    archive.write_bytes(tarfile.TarInfo("x").tobuf() + (info.tobuf() + b"n" * 512) * 200)
    assert "headers that are too long" in rejected(archive, folder)


def negative_size(name: str) -> bytes:
    """A header whose next one is located before it: tarfile reads the two for ever."""
    header = bytearray(tarfile.TarInfo(name).tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\xff" * 10 + (65536 - 1024).to_bytes(2, "big")
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def test_an_archive_that_goes_round_in_circles_ends(folder: Path) -> None:
    archive = folder / "a.tar"
    archive.write_bytes(tarfile.TarInfo("x").tobuf() + negative_size("y") + bytes(10240))
    assert "is located before it" in rejected(archive, folder)


def test_sparse_files_are_not_unpacked(folder: Path) -> None:
    """They declare sizes that the archive need not hold, and maps that tarfile may never leave."""
    member = file(
        "s", b"1", pax_headers={"GNU.sparse.size": "1000000", "GNU.sparse.numblocks": "1"}
    )
    archive = tar(folder / "a.tar", member)
    assert rejected(archive, folder) == 'the member "s" is a sparse file'
