"""The user is told of a wait for another process, and may leave it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
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
    time.sleep(300)
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    """A process that has the lock."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "locked\n"
    return holder


def test_the_wait_is_announced_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with hold(tmp_path) as holder:
        threading.Timer(0.5, holder.kill).start()
        with locked(tmp_path, "x", "works"):
            assert holder.wait(60) == -signal.SIGKILL
    assert capsys.readouterr().out == "Waiting for another process, which works\n"
    assert os.listdir(tmp_path) == []


def test_nothing_is_announced_where_nobody_else_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with hold(tmp_path) as holder:
        try:
            with locked(tmp_path, "y", "works"), locked(other, "x", "works"):
                pass
        finally:
            holder.kill()
    assert capsys.readouterr().out == ""


def test_the_wait_can_be_left(tmp_path: Path, hosted: Callable[..., Any]) -> None:
    asked = iter([False, False, True])
    hosted(interrupted=lambda: next(asked))
    with hold(tmp_path) as holder:
        try:
            with pytest.raises(KeyboardInterrupt), locked(tmp_path, "x", "works"):
                pass
        finally:
            holder.kill()
