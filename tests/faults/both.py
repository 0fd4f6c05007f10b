"""One scenario in both hosts at the same time, and how many times over it goes."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import r_process
from faults.process import run_in
from r_process import HOSTS, Outcome

#: `make soak` sets 10: ten times the counts.
SCALE = int(os.environ.get("RKERAS_FAULTS_SCALE", "1"))


def run_in_both(
    code: str,
    timeout: float = 60,
    *,
    works: bool = True,
    environment: Mapping[str, str | None] | None = None,
    hosts: tuple[str, ...] = HOSTS,
    ended: dict[str, float] | None = None,
    folder: Path | None = None,
) -> dict[str, Outcome]:
    """``run_in`` in each host; what they left, by host.

    Before the code, ``SCALE`` is defined in R; the time limit grows with it.
    ``ended`` takes the moments at which the processes had ended; in
    ``folder``, each host runs in a folder of its own.
    """
    r_process.r_library()  # once, not by two threads at a time

    def run(host: str) -> Outcome:
        code_ = f"SCALE <- {SCALE}\n{code}"
        cwd = None if folder is None else folder / host
        if cwd is not None:
            cwd.mkdir()
        outcome = run_in(
            host, code_, timeout * SCALE, works=works, environment=environment, cwd=cwd
        )
        if ended is not None:
            ended[host] = time.time()
        return outcome

    with ThreadPoolExecutor(len(hosts)) as pool:
        return dict(zip(hosts, pool.map(run, hosts), strict=True))
