"""Starts programs in processes, waits for them and stops them."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: Variables of an R in this process; a new R process must not inherit them.
_NOT_INHERITED = ("R_HOME", "R_LIBS", "R_SESSION_INITIALIZED", "R_SESSION_TMPDIR", "RKERAS_PYTHON")


class Process:
    """A program's process; its output is written to files in its folder."""

    def __init__(self, popen: subprocess.Popen[bytes], folder: Path) -> None:
        self._popen, self._folder = popen, folder
        self._begun = time.monotonic()

    def wait(self, timeout: float) -> int | None:
        """The exit status; ``None`` after ``timeout`` seconds."""
        left = self._begun + timeout - time.monotonic()
        with suppress(subprocess.TimeoutExpired):
            return self._popen.wait(max(left, 0))
        return None

    def printed(self, stream: str) -> str:
        """Its output on "stdout" or "stderr"."""
        return (self._folder / stream).read_text(encoding="utf-8", errors="replace")


@contextmanager
def started(language: str, folder: Path, cwd: str | Path | None) -> Iterator[Process]:
    """Run the program of a folder in a process, which is stopped at the end of this context."""
    command = [sys.executable, "-m", "rkeras_py.testing.program", str(folder)]
    if language == "R":
        command = r_command("runner.R", str(folder))
    with open(folder / "stdout", "wb") as output, open(folder / "stderr", "wb") as errors:
        popen = subprocess.Popen(
            command,
            cwd=cwd,
            env=r_environment() if language == "R" else _environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,  # so that its child processes can be stopped, too
        )
    try:
        yield Process(popen, folder)
    finally:
        if popen.poll() is None:
            os.killpg(popen.pid, signal.SIGKILL)
            popen.wait()


def r_command(script: str, folder: str) -> list[str]:
    """The command that runs an R script next to this file, outside the global environment."""
    from rkeras_py import rpy2_pair

    source = "sys.source(commandArgs(TRUE)[[1]], new.env(parent = baseenv()))"
    path = Path(__file__).with_name(script)
    return [f"{rpy2_pair.r_home()}/bin/Rscript", "-e", source, str(path), folder]


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}


@functools.cache
def _r_libs() -> str:
    from rkeras_py import install

    return install.r_libs()


def r_environment() -> dict[str, str]:
    """The environment for R to find the R package, which is installed if necessary.

    Raises:
        InstallError: R is missing, or cannot install the package.
    """
    return {**_environment(), "R_LIBS": _r_libs()}
