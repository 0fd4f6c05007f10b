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

import pytest

from rkeras_py.file_locks import file_lock

HOLD = """
import sys, time
from rkeras_py.file_locks import file_lock
with file_lock(sys.argv[1]):
    print("locked", flush=True)
    time.sleep(float(sys.argv[2]))
"""

COUNT = """
import pathlib, sys, time
from rkeras_py.file_locks import file_lock
folder = pathlib.Path(sys.argv[1])
for i in range(100):
    with file_lock(str(folder / "lock"), (lambda: time.sleep(0.001)) if i % 2 else None):
        number = int((folder / "count").read_text())
        (folder / "count").write_text(str(number + 1))
"""

#: Both ways to wait: for the system to give the lock, and by asking again and again.
WAYS = pytest.mark.parametrize("waiting", [None, lambda: time.sleep(0.01)], ids=["blocks", "polls"])
Waiting = Callable[[], None] | None


def hold(path: Path, seconds: float) -> subprocess.Popen[str]:
    """A process that has the lock."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
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


@WAYS
def test_one_thread_at_a_time(tmp_path: Path, waiting: Waiting) -> None:
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        with file_lock(str(tmp_path / "lock"), waiting):
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


@WAYS
def test_the_lock_of_a_killed_process_is_gone(tmp_path: Path, waiting: Waiting) -> None:
    with hold(tmp_path / "lock", 300) as holder:
        threading.Timer(0.5, holder.kill).start()
        with file_lock(str(tmp_path / "lock"), waiting):
            assert holder.wait(60) == -signal.SIGKILL
    assert os.listdir(tmp_path) == []


def test_others_are_not_waited_for(tmp_path: Path) -> None:
    with hold(tmp_path / "lock", 300) as holder:
        try:
            with file_lock(str(tmp_path / "other")):
                pass
        finally:
            holder.kill()


def test_the_wait_ends_by_an_exception(tmp_path: Path) -> None:
    rounds: list[None] = []

    def waiting() -> None:
        rounds.append(None)
        if len(rounds) == 3:
            raise KeyboardInterrupt

    with hold(tmp_path / "lock", 300) as holder:
        try:
            descriptors = len(os.listdir("/proc/self/fd"))
            with pytest.raises(KeyboardInterrupt), file_lock(str(tmp_path / "lock"), waiting):
                pass
            assert len(os.listdir("/proc/self/fd")) == descriptors
            assert os.listdir(tmp_path) == ["lock"]
        finally:
            holder.kill()
    assert len(rounds) == 3


@WAYS
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_without_locks_of_the_file_system_nothing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, waiting: Waiting
) -> None:
    def no_locks(descriptor: int, operation: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", no_locks)
    path = str(tmp_path / "lock")
    with file_lock(path, waiting), file_lock(path, waiting):
        assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_left_to_whoever_writes(tmp_path: Path) -> None:
    with file_lock(str(tmp_path / "none" / "lock")):
        pass
    assert os.listdir(tmp_path) == []


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with file_lock(str(tmp_path / "lock")):
        assert not (tmp_path / "elsewhere").exists()


@WAYS
def test_the_lock_outlives_no_fork(tmp_path: Path, waiting: Waiting) -> None:
    """A forked process has the descriptor, too, and may live on."""
    path = str(tmp_path / "lock")
    with file_lock(path):
        child = os.fork()
        if child == 0:
            time.sleep(60)
            os._exit(0)
    try:
        began = time.monotonic()
        with file_lock(path, waiting):
            assert time.monotonic() - began < 30
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
