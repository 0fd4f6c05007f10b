"""Work folders: their names, and which of them are removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from replaced_files import PARTS, hidden, left, tree, write, write_folder

from rkeras_py import files


def test_long_names(tmp_path):
    path = tmp_path / ("é" * 120 + ".h5")
    write(path)
    assert tree(tmp_path) == {path.name: "new"}


def test_long_names_that_begin_alike(tmp_path):
    """What a killed process left for one of them is not taken for that of the other."""
    one, other = "m" * 210 + "1", "m" * 210 + "2"
    with files.replacing_file(str(tmp_path / one)) as part:
        work = Path(part).parent.name
        Path(part).write_text("old")
    left = tmp_path / (work[:-8] + "killed__")
    left.mkdir()
    write(tmp_path / other)
    assert left.is_dir()
    write(tmp_path / one)
    assert tree(tmp_path) == {one: "new", other: "new"}


def test_a_failure_leaves_what_links_lead_to(tmp_path):
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "soft").write_text("mine")

    def make() -> None:
        with files.replacing_folder(str(tmp_path / "x"), PARTS) as work:
            os.mkdir(work)
            os.link(tmp_path / "mine", os.path.join(work, "graph"))
            os.symlink(tmp_path / "soft", os.path.join(work, "other"))
            raise RuntimeError("failed")

    with pytest.raises(RuntimeError, match="failed"):
        make()
    assert tree(tmp_path) == {"mine": "mine", "soft": "mine"}


def test_what_a_killed_process_left_incomplete_is_removed_by_the_next(tmp_path):
    target = tmp_path / "model"
    write_folder(target, "first")
    left(target, "model", "half", complete=False)
    files.finish_folder(str(target), PARTS)
    assert (target / "graph").read_text() == "first"
    write_folder(target, "next")
    assert tree(target) == {"graph": "next", "data/a.bin": "next"}


def test_the_left_folder_of_another_target_stays(tmp_path):
    work = tmp_path / ".y.rkeras-killed"
    work.mkdir()
    write(tmp_path / "x")
    assert hidden(tmp_path) == [work.name]


def test_the_folder_of_a_running_process_stays(tmp_path):
    with files.replacing_file(str(tmp_path / "x")) as part:
        Path(part).write_text("slow")
        write(tmp_path / "x", b"quick")
        assert (tmp_path / "x").read_text() == "quick"
    assert tree(tmp_path) == {"x": "slow"}
