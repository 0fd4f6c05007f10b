"""One process at a time, also where the one before was killed."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rkeras_py.downloads.locks import locked

HOLD = """
import pathlib, sys, time
from rkeras_py.downloads.locks import locked
with locked(pathlib.Path(sys.argv[1]), "x", "works"):
    print("locked", flush=True)
    time.sleep(float(sys.argv[2]))
"""

COUNT = """
import pathlib, sys
from rkeras_py.downloads.locks import locked
folder = pathlib.Path(sys.argv[1])
for _ in range(100):
    with locked(folder, "x", "works"):
        number = int((folder / "count").read_text())
        (folder / "count").write_text(str(number + 1))
"""


def hold(folder: Path, seconds: float) -> subprocess.Popen[str]:
    """A process that has the lock."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "locked\n"
    return holder


def test_one_process_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    workers = [subprocess.Popen([sys.executable, "-c", COUNT, str(tmp_path)]) for _ in range(3)]
    assert [worker.wait(120) for worker in workers] == [0, 0, 0]
    assert (tmp_path / "count").read_text() == "300"
    assert os.listdir(tmp_path) == ["count"]


def test_one_thread_at_a_time(tmp_path: Path) -> None:
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        with locked(tmp_path, "x", "works"):
            inside += 1
            most = max(most, inside)
            time.sleep(0.05)
            inside -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert most == 1
    assert os.listdir(tmp_path) == []


def test_the_lock_of_a_killed_process_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with hold(tmp_path, 300) as holder:
        threading.Timer(0.5, holder.kill).start()
        with locked(tmp_path, "x", "works"):
            assert holder.wait(60) == -signal.SIGKILL
    assert capsys.readouterr().out == "Waiting for another process, which works\n"
    assert os.listdir(tmp_path) == []


def test_others_are_not_waited_for(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with hold(tmp_path, 300) as holder:
        try:
            with locked(tmp_path, "y", "works"), locked(other, "x", "works"):
                pass
        finally:
            holder.kill()


def test_the_wait_can_be_left(tmp_path: Path, hosted: Callable[..., Any]) -> None:
    asked = iter([False, False, True])
    hosted(interrupted=lambda: next(asked))
    with hold(tmp_path, 300) as holder:
        try:
            descriptors = len(os.listdir("/proc/self/fd"))
            with pytest.raises(KeyboardInterrupt), locked(tmp_path, "x", "works"):
                pass
            assert len(os.listdir("/proc/self/fd")) == descriptors
        finally:
            holder.kill()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_without_locks_of_the_file_system_nothing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def no_locks(descriptor: int, operation: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with locked(tmp_path, "x", "works"), locked(tmp_path, "x", "works"):
        assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_left_to_whoever_writes(tmp_path: Path) -> None:
    with locked(tmp_path / "none", "x", "works"):
        pass
    assert os.listdir(tmp_path) == []


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".x.rkeras-lock").symlink_to(tmp_path / "elsewhere")
    with locked(tmp_path, "x", "works"):
        assert not (tmp_path / "elsewhere").exists()


def test_the_lock_outlives_no_fork(tmp_path: Path) -> None:
    """A forked process has the descriptor, too, and may live on."""
    with locked(tmp_path, "x", "works"):
        child = os.fork()
        if child == 0:
            time.sleep(200)
            os._exit(0)
    try:
        began = time.monotonic()
        with locked(tmp_path, "x", "works"):
            assert time.monotonic() - began < 60
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
