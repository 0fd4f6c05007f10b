"""What a killed process had begun to rename is finished, and nothing elsewhere is changed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from replaced_files import PARTS, hidden, left, tree, write, write_folder

from rkeras_py import files


def test_renames_of_a_killed_process_are_finished(tmp_path):
    target = tmp_path / "model"
    write_folder(target, "half")
    (target / "old").write_text("old")
    left(target, "model", "whole", complete=True)
    files.finish_folder(str(target), PARTS)
    # the data had been renamed before; nothing comes that does not belong
    assert {name: text for name, text in tree(target).items() if ".rkeras-" not in name} == {
        "graph": "whole",
        "data/a.bin": "half",
    }
    write_folder(target, "next")
    assert tree(target) == {"graph": "next", "data/a.bin": "next"}


@pytest.mark.parametrize("link", ["folder", "file", "content", "record"])
def test_a_folder_of_others_that_looks_unfinished_changes_nothing_elsewhere(tmp_path, link):
    elsewhere, target = tmp_path / "elsewhere", tmp_path / "m"
    (elsewhere / "assets").mkdir(parents=True)
    (elsewhere / "assets" / "mine").write_text("mine")
    (elsewhere / "record").write_text('["assets/mine"]')
    work = target / ".m.rkeras-left"
    (work / "content" / "assets").mkdir(parents=True)
    (work / "content" / "assets" / "mine").write_text("theirs")
    (work / "complete.json").write_text('["assets/mine"]')
    if link == "folder":
        (target / "assets").symlink_to(elsewhere / "assets")
    elif link == "file":
        (target / "assets").mkdir()
        (target / "assets" / "mine").symlink_to(elsewhere / "assets" / "mine")
    elif link == "content":
        shutil.rmtree(work / "content")
        (work / "content").symlink_to(elsewhere)
    else:
        (work / "complete.json").unlink()
        (work / "complete.json").symlink_to(elsewhere / "record")
    parts = files.Parts(written=("assets/*",), replaced=("saved_model.pb",))
    files.finish_folder(str(target), parts)
    with files.replacing_folder(str(target), parts):
        pass
    assert (elsewhere / "assets" / "mine").read_text() == "mine"
    assert sorted(os.listdir(elsewhere)) == ["assets", "record"]


WRITER = """
import os, sys
from pathlib import Path
from rkeras_py import files
target, kind = sys.argv[1:]
PARTS = files.Parts(written=("graph", "data/*"), replaced=("graph", "data/*.bin"))
print("ready", flush=True)
i = 0
while True:
    text = f"{i:08d}" * 20_000
    if kind == "file":
        files.write_text(target, text)
    else:
        with files.replacing_folder(target, PARTS) as work:
            os.makedirs(f"{work}/data")
            Path(work, "graph").write_text(text)
            Path(work, "data", f"{i % 3}.bin").write_text(text)
            Path(work, "data", "same.bin").write_text(text)
    i += 1
"""


def _killed_writer(target: Path, kind: str, seconds: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target), kind], stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


def _whole(text: str) -> bool:
    return len(text) == 160_000 and text == text[:8] * 20_000


@pytest.mark.parametrize("existing", ["new", "with other files"])
def test_killed_at_any_moment_a_folder_is_of_one_version(tmp_path, existing):
    draw = random.Random(8)
    target = tmp_path / "model"
    if existing != "new":
        target.mkdir()
        (target / "mine").write_text("kept")
    for _ in range(25):
        _killed_writer(target, "folder", draw.uniform(0, 0.05))
        files.finish_folder(str(target), PARTS)
        if (target / "graph").exists():
            graph = (target / "graph").read_text()
            assert _whole(graph)
            data = sorted((target / "data").iterdir())
            assert [path.read_text() == graph for path in data] == [True, True]
            assert data[0].name == f"{int(graph[:8]) % 3}.bin"
    write_folder(target)
    assert hidden(target) == []
    if existing != "new":
        assert (target / "mine").read_text() == "kept"


def test_killed_at_any_moment_a_file_is_whole(tmp_path):
    draw = random.Random(9)
    target = tmp_path / "x"
    for _ in range(25):
        _killed_writer(target, "file", draw.uniform(0, 0.05))
        if target.exists():
            assert _whole(target.read_text())
    write(target)
    assert tree(tmp_path) == {"x": "new"}
