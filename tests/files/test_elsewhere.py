"""A process whose files another one writes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rkeras_py import files
from rkeras_py.files import Parts, elsewhere

PARTS = Parts(("*",), ("*",))


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    paths: list[str] = []
    monkeypatch.setattr(elsewhere, "_wait", paths.append)
    return paths  # type: ignore[return-value]


def test_nothing_is_left_and_the_other_is_waited_for(waited: list[str], tmp_path: Path) -> None:
    os.chdir(tmp_path)
    (tmp_path / "old").write_text("old")
    files.write_text("old", "new")
    files.append_text(str(tmp_path / "old"), "more")
    with files.replacing_folder("folder", PARTS) as folder:
        os.mkdir(folder)
        Path(folder, "a").write_text("a")
    with files.replacing_files(str(tmp_path / "prefix"), PARTS) as folder:
        Path(folder, "prefix.a").write_text("a")
    files.remove(str(tmp_path), PARTS, with_folder=False)
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_text() == "old"
    names = [os.path.relpath(path, tmp_path) for path in waited]
    assert names == ["old", "old", "folder", "prefix"]


def test_what_cannot_be_written_is_refused_as_well(waited: list[str], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ValueError, match="is a folder"):
        files.write_text(str(tmp_path / "folder"), "x")
    assert waited == []


def test_others_are_told_when_a_file_is_complete(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[tuple[str, bool]] = []
    monkeypatch.setattr(elsewhere, "_tell", lambda path: told.append((path, os.path.exists(path))))
    path = str(tmp_path / "file")
    files.write_text(path, "a")
    files.append_text(path, "b")
    with files.replacing_folder(str(tmp_path / "folder"), PARTS) as folder:
        os.mkdir(folder)
    assert told == [(path, True), (path, True), (str(tmp_path / "folder"), True)]
