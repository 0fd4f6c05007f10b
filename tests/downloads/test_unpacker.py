"""Limits of size, and copies for links."""

from __future__ import annotations

import io
import os
import tarfile
from pathlib import Path

import pytest
from archives import file, hard_link, other, rejected, symlink, tar, tree

from rkeras_py.downloads import unpacker
from rkeras_py.downloads.unpacking import unpack


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


def test_more_than_was_declared_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacker, "_ALWAYS", 1 << 20)
    archive = tmp_path / "archive"
    archive.write_bytes(b"x")
    to = unpacker.Unpacker(archive, tmp_path)

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"0" * size

    with pytest.raises(unpacker.ArchiveError, match=r"exceed 0\.000977 GiB"):
        to.add_file(("x",), Endless(), False)  # type: ignore[arg-type]
    assert (tmp_path / "x").stat().st_size <= 1 << 20


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
    assert "exceed" in rejected(archive, folder)


def test_members_without_content_count(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacker, "_ALWAYS", 1 << 15)
    monkeypatch.setattr(unpacker, "_RATIO", 1)
    for make in (file, lambda name: other(name, tarfile.DIRTYPE), lambda name: symlink(name, "x")):
        archive = tar(folder / "a.tar", *(make(f"m{i}") for i in range(100)))
        assert "exceed" in rejected(archive, folder)
