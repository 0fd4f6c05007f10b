"""Files are replaced as a whole, and nothing else is touched."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rkeras_py import files
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.files import work_folders

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


def test_a_file_is_made_with_its_folders(tmp_path):
    write(tmp_path / "a" / "b" / "model.h5")
    assert tree(tmp_path) == {"a/b/model.h5": "new"}


def test_a_file_takes_the_place_of_another(tmp_path):
    (tmp_path / "x").write_text("old")
    write(tmp_path / "x")
    assert tree(tmp_path) == {"x": "new"}


def test_a_new_file_has_the_permissions_of_the_user_mask(tmp_path):
    before = os.umask(0o027)
    try:
        write(tmp_path / "x")
        write_folder(tmp_path / "folder")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o750


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_permissions_are_kept(tmp_path, mode):
    path = tmp_path / "x"
    path.write_text("old")
    path.chmod(mode)
    write(path)
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


def test_attributes_are_kept(tmp_path):
    path = tmp_path / "x"
    path.write_text("old")
    try:
        os.setxattr(path, "user.origin", b"here")
    except OSError:
        pytest.skip("this file system has no attributes")
    write(path)
    assert os.getxattr(path, "user.origin") == b"here"


def test_a_link_is_followed(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "x").write_text("old")
    (tmp_path / "link").symlink_to("far/x")
    write(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "x").read_text() == "new"
    assert hidden(tmp_path) == hidden(tmp_path / "far") == []


def test_a_link_to_nothing_makes_its_target(tmp_path):
    (tmp_path / "link").symlink_to("x")
    write(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "x").read_text() == "new"


def _folder(path):
    path.mkdir()
    (path / "mine").write_text("kept")


def _socket(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def _loop(path):
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_folder, "a folder"),
        (os.mkfifo, "a pipe"),
        (_socket, "neither a file nor a folder"),
        (_loop, "a symbolic link that leads nowhere"),
    ],
)
def test_anything_but_a_file_is_left_as_it_is(tmp_path, make, words):
    path = tmp_path / "x"
    make(path)
    before = path.lstat()
    with pytest.raises(ArgumentError) as error:
        write(path)
    assert str(error.value) == (
        f'`filepath` must be the path of a file; "{path}" is {words}, which is left as it is.'
    )
    assert path.lstat() == before
    assert hidden(tmp_path) == []


def test_a_device_is_told_apart_without_touching_it():
    assert files.kind("/dev/null") == "a device"
    with pytest.raises(ArgumentError, match='"/dev/null" is a device'):
        files.require_replaceable("/dev/null")


def test_a_write_protected_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write everything
    with pytest.raises(ArgumentError, match="is write-protected"):
        write(path)
    assert path.read_text() == "old"


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path):
    (tmp_path / "x").write_text("old")
    with pytest.raises(ArgumentError, match=f'the folder "{tmp_path}/x" cannot be written to'):
        write(tmp_path / "x" / "y")
    assert tree(tmp_path) == {"x": "old"}


def test_a_failure_leaves_the_old_file(tmp_path):
    (tmp_path / "x").write_text("old")

    def fail():
        with files.replacing_file(str(tmp_path / "x")) as part:
            Path(part).write_text("half")
            raise KeyError("no")

    with pytest.raises(KeyError):
        fail()
    assert tree(tmp_path) == {"x": "old"}


def test_a_full_disk_is_told_with_the_file(tmp_path):
    def fill():
        with files.replacing_file(str(tmp_path / "x")):
            raise RuntimeError("write failed (No space left on device)")

    with pytest.raises(OSError, match="No space left on device") as error:
        fill()
    assert error.value.filename == str(tmp_path / "x")


def test_what_came_meanwhile_stays(tmp_path):
    def make():
        with files.replacing_file(str(tmp_path / "x")) as part:
            Path(part).write_text("new")
            _folder(tmp_path / "x")

    with pytest.raises(ArgumentError, match="is a folder"):
        make()
    assert tree(tmp_path) == {"x/mine": "kept"}


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
        _folder(tmp_path / "x")
    assert tree(tmp_path) == {"x/mine": "kept", "x/graph": "new"}


def test_several_files_by_their_prefix(tmp_path):
    parts = files.Parts(written=("w.*",), replaced=("w.data-*",))
    for name in ("w.data-9", "w2.data-9", "other"):
        (tmp_path / name).write_text("old")
    with files.replacing_files(str(tmp_path / "w"), parts) as work:
        Path(work, "w.data-0").write_text("new")
    assert tree(tmp_path) == {"w.data-0": "new", "w2.data-9": "old", "other": "old"}


def _left(folder: Path, name: str, graph: str, complete: bool) -> Path:
    """What a process leaves that was killed while it replaced the files of a folder."""
    work = folder / f".{name}.rkeras-killed"
    (work / "content" / "data").mkdir(parents=True)
    (work / "content" / "graph").write_text(graph)
    (work / "content" / ".Rprofile").write_text("foreign")
    if complete:
        (work / "complete.json").write_text(json.dumps(["graph", "data/a.bin"]))
    return work


def test_renames_of_a_killed_process_are_finished(tmp_path):
    target = tmp_path / "model"
    write_folder(target, "half")
    (target / "old").write_text("old")
    _left(target, "model", "whole", complete=True)
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


def test_what_a_killed_process_left_incomplete_is_removed_by_the_next(tmp_path):
    target = tmp_path / "model"
    write_folder(target, "first")
    _left(target, "model", "half", complete=False)
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


def test_text_is_appended_as_a_whole_or_not_at_all(tmp_path):
    path = tmp_path / "log"
    files.append_text(str(path), "1\n")
    program = f"""
import resource
from rkeras_py import files
resource.setrlimit(resource.RLIMIT_FSIZE, (5, 5))
try:
    files.append_text({str(path)!r}, "too long\\n")
except OSError as problem:
    print(problem.errno)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "27"  # EFBIG
    assert path.read_text() == "1\n"


def test_a_file_that_grows_too_large_leaves_the_old_one(tmp_path):
    path = tmp_path / "x"
    path.write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write(path, b"0" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert tree(tmp_path) == {"x": "old"}


def test_text_of_others_stays_where_more_cannot_be_added(tmp_path, monkeypatch):
    path = tmp_path / "log"

    class Full(io.FileIO):
        def write(self, content):
            super().write(content[:2])
            with open(path, "ab") as other:
                other.write(b"theirs")
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(work_folders, "open", lambda *_, **options: Full(path, "a"), raising=False)
    with pytest.raises(OSError, match="No space left"):
        files.append_text(str(path), "mine")
    assert path.read_text() == "mitheirs"


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
