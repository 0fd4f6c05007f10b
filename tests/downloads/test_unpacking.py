"""Archives in a cache: what comes out, and what must not, however the archive was made."""

from __future__ import annotations

import gzip
import json
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
from archives import Member, file, hard_link, of_mode, other, rejected, symlink, tar, tree, zipped

from rkeras_py.downloads import unpacker
from rkeras_py.downloads.unpacking import unpack
from rkeras_py.engine import stopping
from rkeras_py.errors import DownloadError

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


def test_the_last_of_two_members_with_one_name_counts(folder: Path) -> None:
    archive = tar(folder / "a.tar", file("x", b"first, longer"), file("x", b"last"))
    assert unpack(archive, folder)
    assert (folder / "x").read_bytes() == b"last"


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
    assert f'"mine.txt/x" cannot be written: {folder / "mine.txt"} is a file' in problem


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
        (chain_of_links(), "a", "which is not a file in the archive"),
        ([file("ok"), file("../x")], "../x", 'has a path with ".."'),
        ([file("ok"), file("a/../../x")], "a/../../x", 'has a path with ".."'),
        ([file("/x")], "/x", "has an absolute path"),
        ([file("ok"), symlink("l", "../outside/secret")], "l", 'has a path with ".."'),
        ([file("ok"), symlink("l", "/etc/passwd")], "l", "has an absolute path"),
        ([file("ok"), hard_link("l", "../outside/secret")], "l", 'has a path with ".."'),
        ([file("ok"), hard_link("l", "/etc/passwd")], "l", "has an absolute path"),
        ([file("ok"), hard_link("l", "mine.txt")], "l", "which is not a file in the archive"),
        ([symlink("l", "."), file("l/x")], "l", 'is a link to ".", which is not a file'),
        ([symlink("l", "mine.txt")], "l", "which is not a file in the archive"),
        ([file("d/x"), symlink("l", "d")], "l", "which is not a file in the archive"),
        ([symlink("a", "b"), symlink("b", "a")], "a", "which is not a file in the archive"),
        ([symlink("a", "a")], "a", "which is not a file in the archive"),
        ([other("ok/pipe", tarfile.FIFOTYPE)], "ok/pipe", "is neither a file nor a folder"),
        ([other("dev", tarfile.CHRTYPE, devmajor=1)], "dev", "is neither a file nor a folder"),
        ([other("dev", tarfile.BLKTYPE, devmajor=8)], "dev", "is neither a file nor a folder"),
        ([other("odd", b"Z")], "odd", "is neither a file nor a folder"),
        ([file("x"), file("x/y")], "x/y", "cannot be read or written"),
        ([file("x/y"), file("x")], "x", "cannot be read or written"),
        ([file("."), file("x")], ".", "cannot be read or written"),
        ([file(".b.rkeras-unpacked", b'["mine.txt"]')], ".b.rkeras-unpacked", "is reserved for"),
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
        (".b.zip.rkeras-unpacked", "is reserved for"),
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
    assert f"exceed 1 GiB, the limit for an archive of {archive.stat().st_size} bytes" in problem
