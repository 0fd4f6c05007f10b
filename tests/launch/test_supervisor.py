"""Workers that are small programs, watched: none is left, and the cause is named."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rkeras_py.launch import supervisor
from rkeras_py.launch.supervisor import End
from rkeras_py.launch.workers import Plan

# Each writes its process id, and that of a child of its own.
PROGRAM = """
import json, os, subprocess, sys, time
from rkeras_py.launch import lifeline
rank = json.loads(os.environ["TF_CONFIG"])["task"]["index"]
lifeline.hold()
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(100)"])
with open(f"pids-{rank}", "w") as file:
    file.write(f"{os.getpid()} {child.pid}")
while len([name for name in os.listdir() if name.startswith("pids-")]) < 3:
    time.sleep(0.02)
time.sleep(0.1)
print("from", rank, os.environ["TMPDIR"], flush=True)
"""


def plan(folder: Path, code: str, **options: bool) -> Plan:
    os.chdir(folder)
    (folder / "program.py").write_text(PROGRAM + code, encoding="utf-8")
    command = (sys.executable, "program.py")
    addresses = tuple(f"127.0.0.1:{port}" for port in (1, 2, 3))
    return Plan(command, addresses, False, {}, folder, **options)


def pids(folder: Path) -> list[int]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        texts = [path.read_text() for path in folder.glob("pids-*")]
        if len(texts) == 3 and all(len(text.split()) == 2 for text in texts):
            return [int(word) for text in texts for word in text.split()]
        time.sleep(0.05)
    raise AssertionError("the workers did not start")


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for_end(folder: Path, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while any(map(alive, pids(folder))):
        assert time.monotonic() < deadline, "a process is left"
        time.sleep(0.05)


@pytest.fixture(autouse=True)
def back_to_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_first_worker_alone_is_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert supervisor.run(plan(tmp_path, "child.kill()")) == End(0)
    assert capfd.readouterr() == (f"from 0 {tmp_path}/worker-1\n", "")


def test_all_are_shown_with_their_names(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert supervisor.run(plan(tmp_path, "child.kill()", show_all=True)) == End(0)
    lines = capfd.readouterr().out.splitlines()
    assert sorted(lines) == [
        f"[worker 2] from 1 {tmp_path}/worker-2",
        f"[worker 3] from 2 {tmp_path}/worker-3",
        f"from 0 {tmp_path}/worker-1",
    ]


def test_a_failure_ends_all_and_is_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code = "if rank == 2: sys.exit('Error: no such column')\ntime.sleep(100)"
    began = time.monotonic()
    assert supervisor.run(plan(tmp_path, code)) == End(1)
    assert time.monotonic() - began < 30
    lines = capfd.readouterr().err.splitlines()
    assert lines == [
        f"[worker 3] from 2 {tmp_path}/worker-3",
        "[worker 3] Error: no such column",
        "rkeras launch: worker 3 failed with the exit status 1. The other workers were stopped.",
    ]
    wait_for_end(tmp_path)


def test_a_killed_worker_is_the_cause_where_others_fail_of_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = """
if rank == 1:
    time.sleep(0.2)
    os.kill(os.getpid(), 9)
if rank == 2:
    time.sleep(0.3)
    sys.exit("the connection is lost")
time.sleep(100)
"""
    assert supervisor.run(plan(tmp_path, code)) == End(137, lost=True)
    last = capfd.readouterr().err.splitlines()[-1]
    assert last == (
        "rkeras launch: worker 2 was killed by the signal SIGKILL. The other workers were stopped."
    )
    wait_for_end(tmp_path)


# What a program that watches gets: a signal, and how it ends.
WATCHING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from rkeras_py.launch import supervisor
from test_supervisor import plan
sys.exit(supervisor.run(plan(Path(sys.argv[2]), sys.argv[3])).status)
"""


def watching(folder: Path, code: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WATCHING, str(Path(__file__).parent), str(folder), code]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -9)],
)
def test_no_worker_is_left(number: int, status: int, tmp_path: Path) -> None:
    # SIGTERM is ignored, as TensorFlow does
    code = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(100)"
    process = watching(tmp_path, code)
    pids(tmp_path)
    time.sleep(0.5)
    process.send_signal(number)
    assert process.wait(20) == status
    wait_for_end(tmp_path)
    assert process.stderr is not None
    if number == signal.SIGINT:
        assert "interrupted; all workers have ended" in process.stderr.read()
    process.stderr.close()


def test_a_second_interrupt_ends_what_does_not_hear_the_first(tmp_path: Path) -> None:
    code = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\ntime.sleep(100)"
    process = watching(tmp_path, code)
    pids(tmp_path)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(4) == 130
    wait_for_end(tmp_path)
    assert process.stderr is not None
    process.stderr.close()
