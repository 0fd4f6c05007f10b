"""Runs programs in both languages in new processes, with the same inputs."""

from __future__ import annotations

import json
import pickle
import tempfile
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.testing.process import Process, started


class ProgramError(Exception):
    """A program failed or did not end; the message has the location and the language's message.

    Attributes:
        language: "R" or "Python".
        line: The line of the program; ``None`` if unknown.
        reason: The language's own message.
        output: The program's output, followed by its standard error.
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
    """The comparable variables of a program, by name.

    Attributes:
        language: "R" or "Python".
        left_out: Descriptions of the other variables, by name.
        output: The program's output.
        errors: The program's standard error.
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
    """The variables of an R program and its Python twin."""

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
    """Run an R program and its Python twin, each in a new process, at the same time.

    Args:
        r_code: R code, or the ``Path`` of a script. It runs in ``Rscript``.
        py_code: Python code, or the ``Path`` of a script.
        inputs: Variables for both programs: arrays, numbers, strings, data frames, and lists and
            dictionaries of these.
        timeout: Seconds after which a program is stopped.
        cwd: The working directory of both; by default that of this process.

    Returns: ``.r`` and ``.python``, each a dictionary of the program's global variables that can
        be compared: numbers, strings, NumPy arrays (also for tensors, R vectors and lists of
        numbers), models as ``ModelWeights``, trainings as ``HistoryValues``, and lists and
        dictionaries of these.

    Raises:
        ArgumentError: an input cannot be converted to the other language.
        ProgramError: a program failed or did not end in time; if both did, R's error with Python's
            as a note.
        InstallError: R is missing.

    Example:
        both = run_both("y <- x * 2", "y = x * 2", inputs={"x": np.array([1.0, 2.0])})
        assert both.r["y"].tolist() == both.python["y"].tolist() == [2.0, 4.0]
    """
    __tracebackhide__ = True
    with (
        _begun("R", r_code, inputs or {}, cwd) as r,
        _begun("Python", py_code, inputs or {}, cwd) as python,
    ):
        outcomes = [program.outcome(timeout) for program in (r, python)]
    match outcomes:
        case Variables() as of_r, Variables() as of_python:
            return Both(of_r, of_python)
        case ProgramError() as problem, ProgramError() as other:
            problem.add_note(f"and {other}")
            raise problem
    raise next(outcome for outcome in outcomes if isinstance(outcome, ProgramError))


def run_r(
    code: str | Path,
    *,
    inputs: Mapping[str, Any] | None = None,
    timeout: float = 300,
    cwd: str | Path | None = None,
) -> Variables:
    """The R part of ``run_both()``."""
    __tracebackhide__ = True
    return _run("R", code, inputs or {}, timeout, cwd)


def run_python(
    code: str | Path,
    *,
    inputs: Mapping[str, Any] | None = None,
    timeout: float = 300,
    cwd: str | Path | None = None,
) -> Variables:
    """The Python part of ``run_both()``."""
    __tracebackhide__ = True
    return _run("Python", code, inputs or {}, timeout, cwd)


def _run(
    language: str,
    code: str | Path,
    inputs: Mapping[str, Any],
    timeout: float,
    cwd: str | Path | None,
) -> Variables:
    __tracebackhide__ = True
    with _begun(language, code, inputs, cwd) as program:
        outcome = program.outcome(timeout)
    if isinstance(outcome, ProgramError):
        raise outcome
    return outcome


@contextmanager
def _begun(
    language: str, code: str | Path, inputs: Mapping[str, Any], cwd: str | Path | None
) -> Iterator[_Program]:
    """A running program; it is stopped if this context is left before its end."""
    _check_inputs(inputs)
    with tempfile.TemporaryDirectory(prefix="rkeras-") as name:
        folder = Path(name)
        if isinstance(code, Path):
            if not code.is_file():
                raise FileNotFoundError(f"there is no {language} script {code}")
            (folder / "path").write_text(str(code.resolve()), encoding="utf-8")
        else:
            suffix = "R" if language == "R" else "py"
            (folder / f"program.{suffix}").write_text(textwrap.dedent(code), encoding="utf-8")
        (folder / "inputs").write_bytes(pickle.dumps(dict(inputs)))
        shown = str(code) if isinstance(code, Path) else f"the {language} code"
        with started(language, folder, cwd) as process:
            yield _Program(language, shown, folder, process)


@dataclass(frozen=True)
class _Program:
    language: str
    name: str
    folder: Path
    process: Process

    def outcome(self, timeout: float) -> Variables | ProgramError:
        """Its variables or error, after it has ended."""
        status = self.process.wait(timeout)
        output, errors = self.process.printed("stdout"), self.process.printed("stderr")
        failure = self.folder / "failure"
        if status is None:
            return self._error(f"it had not ended after {timeout:g} s", None)
        if failure.exists():
            report = json.loads(failure.read_text(encoding="utf-8"))
            missing = report["package"] and f"the R package {report['package']} is not installed"
            return self._error(missing or report["message"], report["line"])
        if not (self.folder / "result").exists():
            return self._error(f"it ended with exit status {status} before its last line", None)
        values, left_out = pickle.loads((self.folder / "result").read_bytes())
        return Variables(self.language, values, left_out, output, errors)

    def _error(self, reason: str, line: int | None) -> ProgramError:
        printed = self.process.printed("stdout") + self.process.printed("stderr")
        return ProgramError(self.language, self.name, reason, line, printed)


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
            f"`{name}` cannot be converted to the other language: it must be an array, number, "
            f"text, data frame, or a list or dictionary of these, not {what}."
        )
