"""Archives in a cache: what comes out, and what must not, however the archive was made."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import signal
import stat
import subprocess
import sys
import tarfile
import threading
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from rkeras_py.downloads import archive_readers, unpacker
from rkeras_py.downloads.unpacking import unpack
from rkeras_py.engine import stopping
from rkeras_py.errors import DownloadError

Member = tuple[str, bytes | None, dict[str, object]]


def file(name: str, content: bytes = b"new", **fields: object) -> Member:
    return name, content, fields


def other(name: str, kind: bytes, **fields: object) -> Member:
    """A member without content: a folder, a link, a device."""
    return name, None, {"type": kind, **fields}


def symlink(name: str, target: str) -> Member:
    return other(name, tarfile.SYMTYPE, linkname=target)


def hard_link(name: str, target: str) -> Member:
    return other(name, tarfile.LNKTYPE, linkname=target)


def tar(path: Path, *members: Member, mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content, fields in members:
            info = tarfile.TarInfo(name)
            info.size = len(content or b"")
            for field, value in fields.items():
                setattr(info, field, value)
            archive.addfile(info, io.BytesIO(content or b""))
    return path


def zipped(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo("x")
            if isinstance(name, str):
                info.filename = name  # as it is: ZipInfo() would cut it
            archive.writestr(info, content)
    return path


def of_mode(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3  # Unix
    info.external_attr = mode << 16
    return info


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache with a file of somebody else's in it, and an empty folder that nothing may change."""
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "mine.txt").write_bytes(b"mine")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_bytes(b"secret")
    return cache


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder, with their content; records aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".rkeras-unpacked")
    }


def rejected(archive: Path, folder: Path) -> str:
    """Why an archive is not unpacked; nothing has changed then, in the folder or around it."""
    before = tree(folder.parent)
    with pytest.raises(DownloadError) as caught:
        unpack(archive, folder)
    assert tree(folder.parent) == before
    assert not any(path.is_symlink() for path in folder.rglob("*"))
    assert [p.name for p in folder.iterdir() if p.name.startswith(".")] == []
    start, _, reason = str(caught.value).partition(" is not unpacked: ")
    assert start == str(archive)
    assert reason.isprintable()
    return reason.removesuffix(".")


# --- what comes out --------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar(folder: Path, mode: str) -> None:
    large = os.urandom(200_000)
    archive = tar(
        folder / "a.tgz",
        other("top", tarfile.DIRTYPE),
        other("top/empty", tarfile.DIRTYPE),
        file("./top/a.bin", large),
        file("top/" + "long" * 60 + "/ä.txt", b"deep"),
        file("run.sh", b"#!", mode=0o755),
        file("plain", b"1", mode=0o400),
        mode=mode,
    )
    assert unpack(archive, folder)
    assert (folder / "top" / "empty").is_dir()
    found = tree(folder)
    del found["a.tgz"]
    assert found == {
        "mine.txt": b"mine",
        "top/a.bin": large,
        "top/" + "long" * 60 + "/ä.txt": b"deep",
        "run.sh": b"#!",
        "plain": b"1",
    }
    umask = os.umask(0)
    os.umask(umask)
    modes = [stat.S_IMODE((folder / name).stat().st_mode) for name in ("run.sh", "plain", "top")]
    assert modes == [0o777 & ~umask, 0o666 & ~umask, 0o777 & ~umask]
    assert sorted(p.name for p in folder.iterdir() if p.name.startswith(".")) == [
        ".a.tgz.rkeras-unpacked"
    ]


def test_zip(folder: Path) -> None:
    archive = zipped(
        folder / "a.zip",
        ("empty/", b""),
        ("d/a.txt", b"1"),
        (of_mode("d/b.txt", stat.S_IFREG | 0o644), b"2"),
        ("windows\\c.txt", b"3"),
        (of_mode("d/link", stat.S_IFLNK | 0o777), b"../windows/c.txt"),
    )
    assert unpack(archive, folder)
    assert (folder / "empty").is_dir()
    found = tree(folder)
    del found["a.zip"]
    assert found == {
        "mine.txt": b"mine", "d/a.txt": b"1", "d/b.txt": b"2", "windows/c.txt": b"3",
        "d/link": b"3",
    }  # fmt: skip
    assert not (folder / "d" / "link").is_symlink()


def test_links_become_copies(folder: Path) -> None:
    archive = tar(
        folder / "a.tar",
        symlink("latest", "./data/v2.csv"),  # before what it leads to
        file("data/v1.csv", b"one", mode=0o755),
        file("data/v2.csv", b"two"),
        hard_link("data/again.csv", "data/v1.csv"),
        symlink("data/chain", "../latest"),
        file("twice", b"first"),
        symlink("twice", "data/v1.csv"),
        symlink("thrice", "data/v1.csv"),
        file("thrice", b"last"),
        mode="w",
    )
    assert unpack(archive, folder)
    found = tree(folder)
    assert (found["latest"], found["data/again.csv"], found["data/chain"]) == (
        b"two",
        b"one",
        b"two",
    )
    assert (found["twice"], found["thrice"]) == (b"one", b"last")
    assert not any(
        path.is_symlink() or path.stat().st_nlink > 1 for path in folder.glob("**/*.csv")
    )
    assert os.access(folder / "data" / "again.csv", os.X_OK)


def test_the_last_of_two_members_with_one_name_counts(folder: Path) -> None:
    archive = tar(folder / "a.tar", file("x", b"first, longer"), file("x", b"last"))
    assert unpack(archive, folder)
    assert (folder / "x").read_bytes() == b"last"


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


# --- members that lead elsewhere -------------------------------------------------------------


def chain_of_links() -> list[Member]:
    """Links that tarfile's filter of Python 3.11.7 lets out: the path of the last is too long.

    ``os.path.realpath()`` stops resolving where a path is longer than PATH_MAX, and the filter then
    compares a path in which the links are still there.
    """
    part = "d" * 247
    members, path = [], ""
    for letter in "abcdefghijklmnop":
        members.append(other(path + part, tarfile.DIRTYPE))
        members.append(symlink(path + letter, part))
        path += letter + "/"
    long = "/".join("abcdefghijklmnop") + "/" + "l" * 254
    members.append(symlink(long, "../" * 16))
    members.append(symlink("escape", long + "/../outside"))
    members.append(file("escape/owned", b"owned"))
    return members


@pytest.mark.parametrize(
    ("members", "member", "reason"),
    [
        (chain_of_links(), "a", "which is no file of the archive"),
        ([file("ok"), file("../x")], "../x", 'has a path with ".."'),
        ([file("ok"), file("a/../../x")], "a/../../x", 'has a path with ".."'),
        ([file("/x")], "/x", "has an absolute path"),
        ([file("ok"), symlink("l", "../outside/secret")], "l", 'has a path with ".."'),
        ([file("ok"), symlink("l", "/etc/passwd")], "l", "has an absolute path"),
        ([file("ok"), hard_link("l", "../outside/secret")], "l", 'has a path with ".."'),
        ([file("ok"), hard_link("l", "/etc/passwd")], "l", "has an absolute path"),
        ([file("ok"), hard_link("l", "mine.txt")], "l", "which is no file of the archive"),
        ([symlink("l", "."), file("l/x")], "l", 'is a link to ".", which is no file'),
        ([symlink("l", "mine.txt")], "l", "which is no file of the archive"),
        ([file("d/x"), symlink("l", "d")], "l", "which is no file of the archive"),
        ([symlink("a", "b"), symlink("b", "a")], "a", "which is no file of the archive"),
        ([symlink("a", "a")], "a", "which is no file of the archive"),
        ([other("ok/pipe", tarfile.FIFOTYPE)], "ok/pipe", "is neither a file nor a folder"),
        ([other("dev", tarfile.CHRTYPE, devmajor=1)], "dev", "is neither a file nor a folder"),
        ([other("dev", tarfile.BLKTYPE, devmajor=8)], "dev", "is neither a file nor a folder"),
        ([other("odd", b"Z")], "odd", "is neither a file nor a folder"),
        ([file("x"), file("x/y")], "x/y", "cannot be read or written"),
        ([file("x/y"), file("x")], "x", "cannot be read or written"),
        ([file("."), file("x")], ".", "cannot be read or written"),
        ([file(".b.rkeras-unpacked", b'["mine.txt"]')], ".b.rkeras-unpacked", "is kept for"),
        ([file("\x1b[31mred\x00", pax_headers={"path": "/\x1b[31mred"})], "/ [31mred", "absolute"),
        ([file("n", pax_headers={"path": "n\0x"})], "n x", "NUL"),
    ],
    ids=range(24),
)  # fmt: skip
def test_a_tar_that_leads_elsewhere(
    folder: Path, members: list[Member], member: str, reason: str
) -> None:
    archive = tar(folder / "a.tar.gz", *members)
    problem = rejected(archive, folder)
    assert problem.startswith(f'the member "{member}" ')
    assert reason in problem


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../x", 'has a path with ".."'),
        ("a/../../x", 'has a path with ".."'),
        ("..\\..\\x", 'has a path with ".."'),
        ("/x", "has an absolute path"),
        ("\\x", "has an absolute path"),
        ("C:\\x", "has an absolute path"),
        (".b.zip.rkeras-unpacked", "is kept for"),
        (of_mode("pipe", stat.S_IFIFO | 0o644), "is neither a file nor a folder"),
        (of_mode("dev", stat.S_IFBLK | 0o644), "is neither a file nor a folder"),
    ],
)
def test_a_zip_that_leads_elsewhere(folder: Path, name: str | zipfile.ZipInfo, reason: str) -> None:
    archive = zipped(folder / "a.zip", ("ok", b"1"), (name, b"new"))
    problem = rejected(archive, folder)
    shown = name if isinstance(name, str) else name.filename
    assert problem.startswith(f'the member "{shown}" ')
    assert reason in problem


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


# --- what is there already -------------------------------------------------------------------


@pytest.mark.parametrize("there", ["mine.txt", "sub/mine.txt"])
def test_files_of_others_are_not_replaced(folder: Path, there: str) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "mine.txt").write_bytes(b"mine too")
    archive = tar(folder / "a.tar", file("a.txt"), file(there, b"theirs"), file("z.txt"))
    assert f'"{there}" would replace another file' in rejected(archive, folder)
    assert "a.txt" not in tree(folder)


def test_an_archive_does_not_replace_itself_or_folders(folder: Path) -> None:
    assert '"a.tar" would replace another' in rejected(tar(folder / "a.tar", file("a.tar")), folder)
    (folder / "sub").mkdir()
    assert '"sub" would replace a folder' in rejected(tar(folder / "a.tar", file("sub")), folder)
    problem = rejected(tar(folder / "a.tar", file("mine.txt/x")), folder)
    assert f'"mine.txt/x" cannot be put there: {folder / "mine.txt"} is a file' in problem


def test_links_that_are_there_are_not_followed(folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent / "outside")
    (folder / "name").symlink_to(folder.parent / "outside" / "secret")
    before = tree(folder.parent)
    for member in ("link/x", "link/secret", "name"):
        archive = tar(folder.parent / "a.tar", file(member))
        with pytest.raises(DownloadError, match=member):
            unpack(archive, folder)
        archive.unlink()
        assert tree(folder.parent) == before
    # where the content is there, a user's link to another disk serves
    assert unpack(tar(folder / "a.tar", file("link/secret", b"secret")), folder)


def test_two_archives_share_a_folder(folder: Path) -> None:
    for name in ("a", "b"):
        archive = tar(folder / f"{name}.tar", file(f"kit/{name}"), file("kit/same", b"same"))
        assert unpack(archive, folder)
    assert [name for name in tree(folder) if "/" in name] == ["kit/a", "kit/b", "kit/same"]
    archive = tar(folder / "c.tar", file("kit/a", b"other"))
    assert '"kit/a" would replace another file' in rejected_with_records(archive, folder)


def rejected_with_records(archive: Path, folder: Path) -> str:
    before = tree(folder)
    with pytest.raises(DownloadError) as caught:
        unpack(archive, folder)
    assert tree(folder) == before
    return str(caught.value)


def test_unpacking_again_restores_what_the_archive_holds(folder: Path) -> None:
    """As in Keras 2, which unpacks at each call."""
    archive = tar(folder / "a.tar", file("d/x", b"x"), file("d/y", b"y"))
    assert unpack(archive, folder)
    (folder / "d" / "x").write_bytes(b"changed")
    (folder / "d" / "y").unlink()
    (folder / "d" / "mine").write_bytes(b"mine")
    untouched = (folder / "d" / "mine").stat().st_mtime_ns
    assert unpack(archive, folder)
    assert {n: c for n, c in tree(folder).items() if n.startswith("d/")} == {
        "d/mine": b"mine", "d/x": b"x", "d/y": b"y"
    }  # fmt: skip
    assert (folder / "d" / "mine").stat().st_mtime_ns == untouched


def test_a_new_version_of_an_archive_replaces_its_files(folder: Path) -> None:
    archive = folder / "a.tar"
    assert unpack(tar(archive, file("x", b"1"), file("old", b"1")), folder)
    assert unpack(tar(archive, file("x", b"2"), file("new", b"2")), folder)
    assert unpack(tar(archive, file("x", b"3"), file("old", b"3")), folder)
    found = tree(folder)
    assert (found["x"], found["old"], found["new"]) == (b"3", b"3", b"2")


def test_what_was_there_with_the_same_content_stays_that_of_others(folder: Path) -> None:
    archive = folder / "a.tar"
    assert unpack(tar(archive, file("mine.txt", b"mine")), folder)
    assert "would replace" in rejected_with_records(tar(archive, file("mine.txt", b"x")), folder)


@pytest.mark.parametrize("record", [b"", b"\xff", b"3", b'{"x": 1', b"[[]]"])
def test_a_damaged_record_counts_as_none(folder: Path, record: bytes) -> None:
    (folder / ".a.tar.rkeras-unpacked").write_bytes(record)
    assert unpack(tar(folder / "a.tar", file("x")), folder)
    assert json.loads((folder / ".a.tar.rkeras-unpacked").read_text()) == ["x"]
    archive = tar(folder / "a.tar", file("mine.txt"))
    assert "would replace" in rejected_with_records(archive, folder)


# --- damage and size -------------------------------------------------------------------------


def test_a_damaged_archive_is_told_and_leaves_nothing(folder: Path) -> None:
    """Wherever it was cut, or a bit of it has changed."""
    good = {
        "a.tar": tar(folder / "a.tar", file("x", b"1" * 2000), file("y", b"2"), mode="w"),
        "a.tgz": tar(folder / "a.tgz", file("x", os.urandom(2000)), file("y", b"2")),
        "a.txz": tar(folder / "a.txz", file("x", os.urandom(2000)), file("y", b"2"), mode="w:xz"),
        "a.zip": zipped(folder / "a.zip", ("x", os.urandom(2000)), ("y", b"2")),
    }
    told = 0
    for archive in good.values():
        content = archive.read_bytes()
        cuts = [content[: len(content) * i // 25] for i in range(25)]
        flips = []
        for i in range(25):
            flip = bytearray(content)
            flip[len(content) * i // 25] ^= 0x10
            flips.append(bytes(flip))
        for damaged in cuts + flips:
            archive.write_bytes(damaged)
            before = tree(folder)
            unpacked = False
            with suppress(DownloadError):
                unpacked = unpack(archive, folder)
            if not unpacked:
                assert tree(folder) == before
                told += 1
            for name in ("x", "y"):
                (folder / name).unlink(missing_ok=True)
        archive.unlink()
        for record in folder.glob(".*.rkeras-unpacked"):
            record.unlink()
    assert told > 150


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
    assert "is followed by something that is no member" in rejected(archive, folder)


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


def test_more_than_was_declared_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacker, "_ALWAYS", 1 << 20)
    archive = tmp_path / "archive"
    archive.write_bytes(b"x")
    to = unpacker.Unpacker(archive, tmp_path)

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"0" * size

    with pytest.raises(unpacker.ArchiveError, match=r"beyond 0\.000977 GiB"):
        to.add_file(("x",), Endless(), False)  # type: ignore[arg-type]
    assert (tmp_path / "x").stat().st_size <= 1 << 20


def bomb_tar(path: Path) -> Path:
    """A member that declares 2 GiB."""
    info = tarfile.TarInfo("zeros")
    info.size = 2 << 30
    with gzip.open(path, "wb") as packer:
        packer.write(info.tobuf())
        packer.write(b"0" * 512)  # the rest must not be needed
    return path


def bomb_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for i in range(9):
            packed.writestr(f"{i}", bytes(1 << 27))
    return path


@pytest.mark.parametrize("make", [bomb_tar, bomb_zip])
def test_a_bomb_is_refused_before_it_is_unpacked(
    folder: Path, make: Callable[[Path], Path]
) -> None:
    archive = make(folder / "bomb")
    began = time.monotonic()
    problem = rejected(archive, folder)
    assert time.monotonic() - began < 60
    assert f"beyond 1 GiB, the limit for an archive of {archive.stat().st_size} bytes" in problem


def test_a_large_archive_may_unpack_to_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred times its own size."""
    monkeypatch.setattr(unpacker, "_ALWAYS", 1000)
    for ratio, fits in ((90, True), (110, False)):
        archive = tmp_path / "archive"
        archive.write_bytes(bytes(1000))
        to = unpacker.Unpacker(archive, tmp_path)
        if fits:
            to.expect(ratio * 1000)
        else:
            with pytest.raises(unpacker.ArchiveError):
                to.expect(ratio * 1000)


def test_copies_for_links_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacker, "_ALWAYS", 1 << 20)
    monkeypatch.setattr(unpacker, "_RATIO", 1)
    links = [symlink(f"l{i}", "x") for i in range(30)]
    archive = tar(folder / "a.tar", file("x", bytes(100_000)), *links)
    assert "beyond" in rejected(archive, folder)


def test_members_without_content_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacker, "_ALWAYS", 1 << 15)
    monkeypatch.setattr(unpacker, "_RATIO", 1)
    for make in (file, lambda name: other(name, tarfile.DIRTYPE), lambda name: symlink(name, "x")):
        archive = tar(folder / "a.tar", *(make(f"m{i}") for i in range(100)))
        assert "beyond" in rejected(archive, folder)


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
    """A header whose next one lies before it: tarfile reads the two for ever."""
    header = bytearray(tarfile.TarInfo(name).tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\xff" * 10 + (65536 - 1024).to_bytes(2, "big")
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def test_an_archive_that_goes_round_in_circles_ends(folder: Path) -> None:
    archive = folder / "a.tar"
    archive.write_bytes(tarfile.TarInfo("x").tobuf() + negative_size("y") + bytes(10240))
    assert "lies before it" in rejected(archive, folder)


def test_sparse_files_are_not_unpacked(folder: Path) -> None:
    """They declare sizes that the archive need not hold, and maps that tarfile may never leave."""
    member = file(
        "s", b"1", pax_headers={"GNU.sparse.size": "1000000", "GNU.sparse.numblocks": "1"}
    )
    archive = tar(folder / "a.tar", member)
    assert rejected(archive, folder) == 'the member "s" is a sparse file'


# --- stops, kills and full disks -------------------------------------------------------------


@pytest.mark.parametrize("packed", ["tar", "zip"])
def test_a_stop_leaves_nothing_behind(folder: Path, packed: str) -> None:
    if packed == "tar":
        archive = tar(folder / "a", file("x", bytes(10)), file("y"))
    else:
        archive = zipped(folder / "a", ("x", bytes(10)), ("y", b"1"))
    before = tree(folder)
    stopping.request(threading.get_ident())
    try:
        with pytest.raises(stopping.Stopped):
            unpack(archive, folder)
    finally:
        stopping.withdraw(threading.get_ident())
    assert tree(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == ["a", "mine.txt"]


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tar(folder / "a.tar", file("x"), file("y", bytes(100_000)))
    monkeypatch.setattr(unpacker.Unpacker, "_count", _full)
    problem = rejected(archive, folder)
    assert problem == "No space left on device"


def _full(self: object, size: int) -> None:
    if size > 1000:
        raise OSError(28, "No space left on device")


KILLED = """
import os, signal, sys, threading, pathlib
from rkeras_py.downloads import unpacking
archive, folder = map(pathlib.Path, sys.argv[1:3])
number, renames = int(sys.argv[3]), 0
def killing(function):
    def call(*args, **kwargs):
        global renames
        renames += 1
        if renames == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **kwargs)
    return call
os.rename, os.replace = killing(os.rename), killing(os.replace)
unpacking.unpack(archive, folder)
print("done")
"""


def test_a_kill_between_two_renames_is_made_good_by_the_next_call(folder: Path) -> None:
    """Each new folder is there as a whole or not at all; no file is there in part."""
    archive = folder / "a.tar"
    assert unpack(tar(archive, file("old/x", b"1" * 9), file("old/y", b"1" * 9)), folder)
    tar(archive, *(file(f"{place}/{name}", b"2" * 9) for place in ("new", "old", "other")
                   for name in "xyz"))  # fmt: skip
    killed = 0
    for number in range(1, 30):
        words = [sys.executable, "-c", KILLED, str(archive), str(folder), str(number)]
        outcome = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        if outcome.stdout == "done\n":
            break
        assert outcome.returncode == -signal.SIGKILL, outcome.stderr
        killed += 1
        for place in ("new", "other"):
            if (folder / place).exists():
                assert sorted(os.listdir(folder / place)) == ["x", "y", "z"]
        for name in ("x", "y"):
            assert (folder / "old" / name).read_bytes() in (b"1" * 9, b"2" * 9)
    assert killed > 3
    found = {name: content for name, content in tree(folder).items() if "/" in name}
    assert found == {f"{p}/{n}": b"2" * 9 for p in ("new", "old", "other") for n in "xyz"}
    hidden = sorted(path.name for path in folder.iterdir() if path.name.startswith("."))
    assert hidden == [".a.tar.rkeras-unpacked"]


UNPACK = """
import sys, pathlib
from rkeras_py.downloads.unpacking import unpack
print(unpack(*map(pathlib.Path, sys.argv[1:])))
"""


def test_processes_that_unpack_one_archive(folder: Path) -> None:
    members = [file(f"many/{i}", os.urandom(2000)) for i in range(200)]
    archive = tar(folder / "a.tar", *members)
    words = [sys.executable, "-c", UNPACK, str(archive), str(folder)]
    workers = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [worker.communicate(timeout=120)[0] for worker in workers]
    assert [text.splitlines()[-1] for text in said] == ["True"] * 3
    found = tree(folder)
    assert {name: found[name] for name, _, _ in members} == {n: c for n, c, _ in members}


def test_a_folder_that_is_left_by_a_killed_process_goes(folder: Path) -> None:
    archive = tar(folder / "a.tar", file("x"))
    left = folder / f".{folder.name}.rkeras-abcdefgh"
    (left / "content").mkdir(parents=True)
    (left / "content" / "half").write_bytes(b"half")
    assert unpack(archive, folder)
    assert not left.exists()
    assert not (folder / "half").exists()
