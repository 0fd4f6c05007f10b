"""``--hosts``: workers started by ssh, for which a program stands that runs the command here."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from rkeras_py.launch import lifeline, supervisor
from rkeras_py.launch.supervisor import End
from rkeras_py.launch.workers import Plan

SSH = """#!/bin/sh
echo "$@" >> "$LOG"
test "$3" = "gone" && { echo "ssh: Could not resolve hostname gone" >&2; exit 255; }
eval "exec setsid -w sh -c \\"\\$4\\""
"""

PROGRAM = """
import json, os, sys, time
from rkeras_py.launch import lifeline
rank = json.loads(os.environ["TF_CONFIG"])["task"]["index"]
lifeline.hold()
open(f"pid-{rank}", "w").write(str(os.getpid()))
print("worker", rank, os.environ["SPECIAL"], sys.argv[1:], flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "a folder's name"
    place.mkdir()
    (tmp_path / "ssh").write_text(SSH)
    (tmp_path / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("LOG", str(tmp_path / "log"))
    monkeypatch.chdir(place)
    return place


def plan(folder: Path, hosts: list[str], code: str = "", *args: str) -> Plan:
    (folder / "program.py").write_text(PROGRAM + code)
    addresses = tuple(f"{host}:{port}" for port, host in enumerate(hosts, 1))
    command = (sys.executable, "program.py", *args)
    return Plan(command, addresses, True, {"SPECIAL": "$HOME 'x'"}, folder)


def test_the_command_runs_there_in_the_same_folder(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert supervisor.run(plan(folder, ["a", "b"], "", "one two", "$x")) == End(0)
    assert capfd.readouterr().out == "worker 0 $HOME 'x' ['one two', '$x']\n"
    calls = (folder.parent / "log").read_text().splitlines()
    assert sorted(call.split()[:3] for call in calls if call.startswith("-o")) == [
        ["-o", "BatchMode=yes", "a"],
        ["-o", "BatchMode=yes", "b"],
    ]


def test_a_host_that_cannot_be_reached_is_named(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert supervisor.run(plan(folder, ["a", "gone"], "time.sleep(100)")) == End(255, lost=True)
    first, last = capfd.readouterr().err.splitlines()
    assert first == "[worker 2] ssh: Could not resolve hostname gone"
    assert last == (
        "rkeras launch: worker 2 was lost: its connection by ssh failed (status 255). "
        "The other workers were stopped."
    )


def test_workers_on_other_machines_end_with_the_command(folder: Path) -> None:
    code = "if rank == 1:\n    time.sleep(1)\n    sys.exit(3)\ntime.sleep(100)"
    assert supervisor.run(plan(folder, ["a", "b"], code)) == End(3)
    number = int((folder / "pid-0").read_text())
    deadline = time.monotonic() + 10
    while Path(f"/proc/{number}").exists():
        if Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            break
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert lifeline.VARIABLE not in os.environ
