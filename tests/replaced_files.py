"""Files and folders that are written as a whole, for tests."""

from __future__ import annotations

import json
import os
from pathlib import Path

from rkeras_py import files

PARTS = files.Parts(written=("graph", "data/*"), replaced=("graph", "old", "data/*.bin"))


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if ".rkeras-" in path.name]


def write(path: Path, content: bytes = b"new") -> None:
    files.write_bytes(str(path), content)


def write_folder(path: Path, graph: str = "new", data: tuple[str, ...] = ("a.bin",)) -> None:
    with files.replacing_folder(str(path), PARTS) as work:
        os.makedirs(f"{work}/data")
        Path(work, "graph").write_text(graph)
        for name in data:
            Path(work, "data", name).write_text(graph)


def tree(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def left(folder: Path, name: str, graph: str, complete: bool) -> Path:
    """What a process leaves that was killed while it replaced the files of a folder."""
    work = folder / f".{name}.rkeras-killed"
    (work / "content" / "data").mkdir(parents=True)
    (work / "content" / "graph").write_text(graph)
    (work / "content" / ".Rprofile").write_text("foreign")
    if complete:
        (work / "complete.json").write_text(json.dumps(["graph", "data/a.bin"]))
    return work


def folder_of_others(path: Path) -> None:
    path.mkdir()
    (path / "mine").write_text("kept")
