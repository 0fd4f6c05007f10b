"""The processes of the workers, on this machine or on others by ssh."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from rkeras_py.launch import cluster as clusters
from rkeras_py.launch import lifeline
from rkeras_py.launch.cluster import Cluster

_KEPT = 30  # lines of a quiet worker that are shown if it fails
SSH_FAILED = 255  # the exit status of ssh itself


@dataclass(frozen=True)
class Plan:
    """What all workers run.

    Attributes:
        command: The words of the command.
        addresses: ``host:port`` of each worker.
        remote: Whether the workers are started by ssh.
        variables: What their environment has in addition.
        folder: For temporary files of workers on this machine.
        show_all: Whether the output of all workers is shown.
    """

    command: tuple[str, ...]
    addresses: tuple[str, ...]
    remote: bool
    variables: dict[str, str]
    folder: Path
    show_all: bool = False


@dataclass
class Worker:
    """A worker's process.

    Attributes:
        rank: Its number, from 0.
        process: Its process, or that of ssh.
        ended: When it ended, by ``time.monotonic()``.
    """

    rank: int
    process: subprocess.Popen[bytes]
    ended: float | None = None
    _lines: deque[str] = field(default_factory=lambda: deque(maxlen=_KEPT))
    _reader: threading.Thread | None = None

    @property
    def name(self) -> str:
        return f"worker {self.rank + 1}"

    def poll(self) -> int | None:
        """The exit status, negative for a signal; ``None`` while it runs."""
        status = self.process.poll()
        if status is not None and self.ended is None:
            self.ended = time.monotonic()
        return status

    def interrupt(self) -> None:
        """Have it be interrupted as by Ctrl-C."""
        with contextlib.suppress(OSError, ValueError):
            assert self.process.stdin is not None
            self.process.stdin.write(lifeline.INTERRUPT)
            self.process.stdin.flush()

    def kill(self) -> None:
        """End it, and all that it has started."""
        with contextlib.suppress(OSError, ValueError):
            assert self.process.stdin is not None
            self.process.stdin.close()  # ends it on another machine
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def read(self, show: bool) -> None:
        """Read its output on a thread, and show it or keep the last lines."""

        def follow() -> None:
            assert self.process.stdout is not None
            for line in self.process.stdout:
                text = line.decode("utf-8", "replace").rstrip("\n")
                if show:
                    print(f"[{self.name}] {text}", flush=True)
                else:
                    self._lines.append(text)

        self._reader = threading.Thread(target=follow, daemon=True)
        self._reader.start()

    def last_lines(self) -> list[str]:
        """What it printed last and was not shown, each line with its name."""
        if self._reader is not None:
            self._reader.join(1)  # a process that it has started may hold the output open
        return [f"[{self.name}] {line}" for line in self._lines]


def start(plan: Plan, rank: int) -> Worker:
    """Start a worker."""
    cluster = Cluster(plan.addresses, rank)
    variables = {
        **plan.variables,
        clusters.VARIABLE: cluster.as_variable(),
        lifeline.VARIABLE: "1",
    }
    words = list(plan.command)
    environment = dict(os.environ)
    if plan.remote:
        host = plan.addresses[rank].rpartition(":")[0]
        words = ["ssh", "-o", "BatchMode=yes", host, _remote(words, variables)]
    else:
        temporary = plan.folder / f"worker-{rank + 1}"
        temporary.mkdir(exist_ok=True)
        environment |= {
            **variables,
            "TMPDIR": str(temporary),
        }
    shown = rank == 0
    process = subprocess.Popen(
        words,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=None if shown else subprocess.PIPE,
        stderr=None if shown else subprocess.STDOUT,
        start_new_session=True,  # a Ctrl-C comes to the command alone
    )
    worker = Worker(rank, process)
    if not shown:
        worker.read(plan.show_all)
    return worker


def _remote(words: list[str], variables: dict[str, str]) -> str:
    """The command for a shell on another machine, in the folder that this one is in."""
    settings = [f"{name}={value}" for name, value in variables.items()]
    return f"cd {shlex.quote(os.getcwd())} && exec {shlex.join(['env', *settings, *words])}"
