"""Folders and files that belong together come as a whole, next to files of others."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from replaced_files import PARTS, folder_of_others, hidden, tree, write_folder

from rkeras_py import files
from rkeras_py.convert.rule import ArgumentError


def test_a_folder_is_made(tmp_path):
    write_folder(tmp_path / "a" / "model")
    assert tree(tmp_path) == {"a/model/graph": "new", "a/model/data/a.bin": "new"}


def test_a_folder_keeps_all_that_does_not_belong(tmp_path):
    for name in ("mine.csv", "graph", "old", "data/mine.txt", "data/b.bin", "logs/run/1"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("old")
    write_folder(tmp_path)
    assert tree(tmp_path) == {
        "mine.csv": "old",
        "graph": "new",
        "data/mine.txt": "old",
        "data/a.bin": "new",
        "logs/run/1": "old",
    }


def test_a_folder_that_is_a_link(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to("far")
    write_folder(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "graph").read_text() == "new"


def test_a_file_is_not_replaced_by_a_folder(tmp_path):
    (tmp_path / "x").write_text("old")
    with pytest.raises(ArgumentError, match=r"must be the path of a folder; .* is a file"):
        write_folder(tmp_path / "x")
    assert tree(tmp_path) == {"x": "old"}


def test_a_folder_in_the_place_of_a_part_stays(tmp_path):
    (tmp_path / "data" / "a.bin").mkdir(parents=True)
    (tmp_path / "graph").write_text("old")
    with pytest.raises(ArgumentError, match="is a folder"):
        write_folder(tmp_path)
    assert tree(tmp_path) == {"graph": "old"}
    assert (tmp_path / "data" / "a.bin").is_dir()


def test_a_folder_that_comes_meanwhile_keeps_its_files(tmp_path):
    with files.replacing_folder(str(tmp_path / "x"), PARTS) as work:
        os.makedirs(work)
        Path(work, "graph").write_text("new")
        folder_of_others(tmp_path / "x")
    assert tree(tmp_path) == {"x/mine": "kept", "x/graph": "new"}


def test_several_files_by_their_prefix(tmp_path):
    parts = files.Parts(written=("w.*",), replaced=("w.data-*",))
    for name in ("w.data-9", "w2.data-9", "other"):
        (tmp_path / name).write_text("old")
    with files.replacing_files(str(tmp_path / "w"), parts) as work:
        Path(work, "w.data-0").write_text("new")
    assert tree(tmp_path) == {"w.data-0": "new", "w2.data-9": "old", "other": "old"}


MANY = files.Parts(written=("f*",), replaced=("f*",))


def _write_versions(target: Path, kind: str, number: int) -> None:
    for version in range(10):
        with (
            files.replacing_files(str(target / "f"), MANY)
            if kind == "files"
            else files.replacing_folder(str(target), MANY)
        ) as work:
            os.makedirs(work, exist_ok=True)
            for name in range(20):
                Path(work, f"f{name}").write_text(f"{number}-{version}")


@pytest.mark.parametrize("kind", ["files", "folder", "new folder"])
def test_of_several_processes_one_has_written_all(tmp_path, kind):
    process = multiprocessing.get_context("fork").Process
    for i in range(8):
        target = tmp_path / str(i)
        if kind != "new folder":
            target.mkdir()
        writers = [process(target=_write_versions, args=(target, kind, n)) for n in range(3)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert [writer.exitcode for writer in writers] == [0, 0, 0]
        found = tree(target)
        assert len(found) == 20
        assert len(set(found.values())) == 1
        assert hidden(target) == []
