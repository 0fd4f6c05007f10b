"""Regular files are replaced as a whole, and nothing else is touched."""

from __future__ import annotations

import io
import os
import resource
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from replaced_files import folder_of_others, hidden, tree, write, write_folder

from rkeras_py import files
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.files import single_files


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


def _socket(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def _loop(path):
    path.symlink_to(path.name)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (folder_of_others, "a folder"),
        (os.mkfifo, "a pipe"),
        (_socket, "neither a file nor a folder"),
        (_loop, "a broken symbolic link"),
    ],
)
def test_anything_but_a_file_is_left_as_it_is(tmp_path, make, words):
    path = tmp_path / "x"
    make(path)
    before = path.lstat()
    with pytest.raises(ArgumentError) as error:
        write(path)
    assert str(error.value) == (
        f'`filepath` must be the path of a file; "{path}" is {words}, which was not changed.'
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
            folder_of_others(tmp_path / "x")

    with pytest.raises(ArgumentError, match="is a folder"):
        make()
    assert tree(tmp_path) == {"x/mine": "kept"}


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

    monkeypatch.setattr(single_files, "open", lambda *_, **options: Full(path, "a"), raising=False)
    with pytest.raises(OSError, match="No space left"):
        files.append_text(str(path), "mine")
    assert path.read_text() == "mitheirs"
