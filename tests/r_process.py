"""R scripts in processes of their own, in either host: `Rscript` or `rkeras run`."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HOSTS = ("Rscript", "rkeras run")

ROOT = Path(__file__).resolve().parent.parent

# As it was before any test started R in this process.
_ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("R_LIBS", "R_HOME", "RKERAS_PYTHON", "TF_CPP_MIN_LOG_LEVEL")
}
_pool = ThreadPoolExecutor(max_workers=2)


@dataclass(frozen=True)
class Outcome:
    """What a process left."""

    status: int
    stdout: str
    stderr: str

    def succeeded(self) -> str:
        """The standard output of a process that ended well."""
        assert self.status == 0, f"exit status {self.status}\n{self.stdout}\n{self.stderr}"
        return self.stdout


@functools.cache
def r_library() -> Path:
    """The library of the R package, fresh for all tests of this run."""
    from rkeras_py.install import ensure_r_package

    return ensure_r_package()


def command(host: str, script: str | Path, args: Sequence[str] = ()) -> list[str]:
    """The command line that runs a script in this host."""
    if host == "Rscript":
        return ["Rscript", str(script), *args]
    return [sys.executable, "-m", "rkeras_py.cli", "run", str(script), *args]


def _variables(changes: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of a process that finds the R package; ``None`` takes a variable out."""
    told = {**_ENVIRONMENT, "R_LIBS": str(r_library()), **changes}
    return {name: value for name, value in told.items() if value is not None}


def variables(host: str, changes: Mapping[str, str | None]) -> dict[str, str]:
    """The environment of a host: `rkeras run` has to find the R package without being told."""
    return _variables(changes if host == "Rscript" else {"R_LIBS": None, **changes})


def run(
    words: Sequence[str | Path],
    cwd: str | Path | None = None,
    environment: Mapping[str, str | None] | None = None,
) -> Outcome:
    """Run a command that finds the R package; ``None`` takes a variable out of its environment."""
    answer = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=_variables(environment or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=280,
        check=False,
    )
    return Outcome(answer.returncode, answer.stdout, answer.stderr)


def run_script(
    host: str,
    script: str | Path,
    *args: str,
    cwd: str | Path | None = None,
    environment: Mapping[str, str | None] | None = None,
) -> Outcome:
    """Run an R script in a host. `rkeras run` has to find the R package without being told."""
    told: dict[str, str | None] = {} if host == "Rscript" else {"R_LIBS": None}
    return run(command(host, script, args), cwd, {**told, **(environment or {})})


def begin(
    host: str,
    script: str | Path,
    *args: str,
    cwd: str | Path | None = None,
    environment: Mapping[str, str | None] | None = None,
) -> Future[Outcome]:
    """``run_script`` in the background, two at a time."""
    r_library()
    return _pool.submit(run_script, host, script, *args, cwd=cwd, environment=environment)


def missing_r() -> str | None:
    """Why R scripts cannot run here; None where they can."""
    return None if shutil.which("Rscript") else "R is not installed"
