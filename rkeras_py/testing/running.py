"""Programs of either language in fresh processes, with the same inputs."""

from __future__ import annotations

import functools
import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rkeras_py.convert.rule import ArgumentError

#: Of an R that runs in this process; a fresh one finds its own.
_NOT_INHERITED = ("R_HOME", "R_LIBS", "R_SESSION_INITIALIZED", "R_SESSION_TMPDIR", "RKERAS_PYTHON")


class ProgramError(Exception):
    """A program that failed or did not end; the message says where, and in its language's words.

    Attributes:
        language: "R" or "Python".
        line: Where in the program; ``None`` where that is not known.
        reason: The language's own message.
        output: What the program had printed, its standard error last.
    """

    def __init__(
        self, language: str, program: str, reason: str, line: int | None = None, output: str = ""
    ) -> None:
        self.language, self.line, self.reason, self.output = language, line, reason, output
        place = program if line is None else f"{program}, line {line}"
        super().__init__(f"{place}: {reason}" + _tail(output))


def _tail(output: str) -> str:
    lines = output.strip().splitlines()[-20:]
    return "\nIt printed:\n" + textwrap.indent("\n".join(lines), "  ") if lines else ""


class Variables(dict[str, Any]):
    """The variables of a program that can be compared, by name.

    Attributes:
        language: "R" or "Python".
        left_out: What the others are, by name.
        output: What the program printed.
        errors: What it printed on its standard error.
    """

    def __init__(
        self,
        language: str,
        values: Mapping[str, Any],
        left_out: Mapping[str, str] | None = None,
        output: str = "",
        errors: str = "",
    ) -> None:
        super().__init__(values)
        self.language, self.left_out = language, dict(left_out or {})
        self.output, self.errors = output, errors

    def __missing__(self, name: str) -> Any:
        if name in self.left_out:
            raise KeyError(
                f"`{name}` in {self.language} cannot be compared: it is {self.left_out[name]}"
            )
        known = ", ".join(self) or "none"
        raise KeyError(f"the {self.language} program has no variable `{name}`; it has {known}")


@dataclass(frozen=True)
class Both:
    """What an R program and its Python twin left."""

    r: Variables
    python: Variables


def run_both(
    r_code: str | Path,
    py_code: str | Path,
    *,
    inputs: Mapping[str, Any] | None = None,
    timeout: float = 300,
    cwd: str | Path | None = None,
) -> Both:
    """Run an R program and its Python twin, each in a fresh process, at the same time.

    Args:
        r_code: R code, or the ``Path`` of a script. It runs in ``Rscript``.
        py_code: Python code, or the ``Path`` of a script.
        inputs: Variables that both programs find: arrays, numbers, strings, data frames, and
            lists and dictionaries of these.
        timeout: Seconds after which a program is stopped.
        cwd: The folder in which both run; this process's by default.

    Returns: ``.r`` and ``.python``, each a dictionary of the program's global variables that can
        be compared: numbers, strings, NumPy arrays (also for tensors, R vectors and lists of
        numbers), models as ``ModelWeights``, trainings as ``HistoryValues``, and lists and
        dictionaries of these.

    Raises:
        ArgumentError: an input that cannot cross to the other language.
        ProgramError: a program failed or did not end in time; where both did, R's error, with
            Python's as a note.
        InstallError: R is missing.

    Example:
        both = run_both("y <- x * 2", "y = x * 2", inputs={"x": np.array([1.0, 2.0])})
        assert both.r["y"].tolist() == both.python["y"].tolist() == [2.0, 4.0]
    """
    _r_libs()  # the R package is installed before two processes ask for it
    with ThreadPoolExecutor(2) as pool:
        begun = [
            pool.submit(run, code, inputs=inputs, timeout=timeout, cwd=cwd)
            for run, code in ((run_r, r_code), (run_python, py_code))
        ]
    problems = [problem for job in begun if (problem := job.exception()) is not None]
    if problems:
        for other in problems[1:]:
            problems[0].add_note(f"and {other}")
        raise problems[0]
    return Both(*(job.result() for job in begun))


def run_r(
    code: str | Path,
    *,
    inputs: Mapping[str, Any] | None = None,
    timeout: float = 300,
    cwd: str | Path | None = None,
) -> Variables:
    """The R half of ``run_both()``."""
    return _run("R", code, inputs or {}, timeout, cwd)


def run_python(
    code: str | Path,
    *,
    inputs: Mapping[str, Any] | None = None,
    timeout: float = 300,
    cwd: str | Path | None = None,
) -> Variables:
    """The Python half of ``run_both()``."""
    return _run("Python", code, inputs or {}, timeout, cwd)


def _run(
    language: str,
    code: str | Path,
    inputs: Mapping[str, Any],
    timeout: float,
    cwd: str | Path | None,
) -> Variables:
    _check_inputs(inputs)
    suffix = "R" if language == "R" else "py"
    with tempfile.TemporaryDirectory(prefix="rkeras-") as name:
        folder = Path(name)
        if isinstance(code, Path):
            if not code.is_file():
                raise FileNotFoundError(f"there is no {language} script {code}")
            program = str(code)
            (folder / "path").write_text(str(code.resolve()), encoding="utf-8")
        else:
            program = f"the {language} code"
            (folder / f"program.{suffix}").write_text(textwrap.dedent(code), encoding="utf-8")
        (folder / "inputs").write_bytes(pickle.dumps(dict(inputs)))
        status, output, errors = _process(_command(language, name), timeout, cwd, language)
        said = output + errors
        if status is None:
            reason = f"it had not ended after {timeout:g} s"
            raise ProgramError(language, program, reason, output=said)
        if (folder / "failure").exists():
            failure = json.loads((folder / "failure").read_text(encoding="utf-8"))
            raise _failure(language, program, failure, said)
        if not (folder / "result").exists():
            reason = f"it ended with exit status {status} before its last line"
            raise ProgramError(language, program, reason, output=said)
        values, left_out = pickle.loads((folder / "result").read_bytes())
    return Variables(language, values, left_out, output, errors)


def _command(language: str, folder: str) -> list[str]:
    if language == "Python":
        return [sys.executable, "-m", "rkeras_py.testing.program", folder]
    return r_command("runner.R", folder)


def r_command(script: str, folder: str) -> list[str]:
    """The command that runs an R script beside this file, out of the global environment's way."""
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
    """The environment of an R that finds the R package, which is installed where it is not.

    Raises:
        InstallError: R is missing, or cannot install the package.
    """
    return {**_environment(), "R_LIBS": _r_libs()}


def _process(
    command: list[str], timeout: float, cwd: str | Path | None, language: str
) -> tuple[int | None, str, str]:
    """Exit status, output and standard error of a command; no status where it was stopped."""
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=r_environment() if language == "R" else _environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # so that its children can be stopped with it
    )
    try:
        output, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return None, *process.communicate()
    return process.returncode, output, errors


def _failure(language: str, program: str, failure: dict[str, Any], output: str) -> ProgramError:
    reason = failure["message"]
    if failure["package"]:
        reason = f"the R package {failure['package']} is not installed"
    return ProgramError(language, program, reason, failure["line"], output)


def _check_inputs(inputs: Mapping[str, Any]) -> None:
    for name, value in inputs.items():
        if not name.isidentifier() or name.startswith("_"):
            raise ArgumentError(f"`inputs` must have names of variables in both, not {name!r}.")
        _check_input(f'inputs["{name}"]', value)


def _check_input(name: str, value: Any) -> None:
    from rkeras_py.testing.values import HistoryValues, ModelWeights, NotComparable, comparable

    if isinstance(value, Mapping):
        for key, part in value.items():
            _check_input(f'{name}["{key}"]', part)
    elif isinstance(value, (list, tuple)):
        for i, part in enumerate(value):
            _check_input(f"{name}[{i}]", part)
    else:
        try:
            form = comparable(value)
        except NotComparable as problem:
            what = str(problem)
        else:
            if not isinstance(form, (ModelWeights, HistoryValues)):
                return
            what = f"an object of class {type(value).__name__}"
        raise ArgumentError(
            f"`{name}` cannot cross to the other language: it must be an array, a number, text, "
            f"a data frame, or a list or dictionary of these, not {what}."
        )
