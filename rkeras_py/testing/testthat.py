"""testthat files as pytest tests: one for each ``test_that()``, run in one R process."""

from __future__ import annotations

import ast
import contextlib
import json
import re
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rkeras_py.testing.process import r_command, r_environment
from rkeras_py.testing.session import RSession

_TEST = re.compile(
    r"""^[^#"'\n]*\btest_that\(\s*(?P<name>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", re.MULTILINE
)
_ANY_TEST = re.compile(r"""^[^#"'\n]*\b(?:test_that|describe)\s*\(""", re.MULTILINE)
_BAD = ("failure", "error")


class RTestFailure(Exception):
    """A test in R failed; the message is testthat's."""


class RFile(pytest.File):
    """A testthat file."""

    def collect(self) -> Iterator[RTest]:
        """Its tests by name; if a name is not a literal string, the file is one test."""
        code = self.path.read_text(encoding="utf-8")
        found = list(_TEST.finditer(code))
        lines: dict[str | None, int] = {}
        for (
            match
        ) in found:  # tests with the same name count as one: testthat does not distinguish them
            lines.setdefault(_text(match["name"]), code.count("\n", 0, match.start("name")))
        if not lines or None in lines or len(found) < len(_ANY_TEST.findall(code)):
            lines = {None: 0}
        for name, line in lines.items():
            yield RTest.from_parent(self, name=name or "all tests", test=name, line=line)


class RTest(pytest.Item):
    """One ``test_that()``, or a complete file."""

    def __init__(self, *, test: str | None, line: int, **more: Any) -> None:
        super().__init__(**more)
        self.test, self.line = test, line

    def runtest(self) -> None:
        """Run its file in R, unless it has already run, and report the result of this test."""
        reason = RSession.missing() or _missing_testthat()
        if reason is not None:
            pytest.skip(reason)
        results, output = _results(self.path)
        if isinstance(results, RTestFailure):
            raise results
        if output.strip():
            self.add_report_section("call", "R", output)
        mine = [found for found in results if self.test in (None, found["test"])]
        if bad := [
            found
            for found in results
            if found["kind"] in _BAD and (found in mine or _is_outside(found))
        ]:
            raise RTestFailure("\n\n".join(self._place(found) for found in bad))
        if not mine:  # a skip outside of tests skips all following tests
            mine = [found for found in results if _is_outside(found) and found["kind"] == "skip"]
        if not mine:
            raise RTestFailure("it did not run")
        for found in mine:
            if found["kind"] == "warning":
                warnings.warn(f"R warned: {self._place(found)}", stacklevel=1)
        skips = [found for found in mine if found["kind"] == "skip"]
        if skips and (self.test is not None or len(skips) == len(mine)):
            line = skips[0]["line"] or self.line + 1
            reason = skips[0]["text"].removeprefix("Reason: ")
            pytest.skip(f"{self.path.name}:{line}: {reason}")

    def _place(self, found: dict[str, Any]) -> str:
        place = self.path.name if found["line"] is None else f"{self.path.name}:{found['line']}"
        return f"{place}: {found['kind']}\n{found['text']}"

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """testthat's message, without Python's traceback."""
        if isinstance(excinfo.value, RTestFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The location of the test."""
        return self.path, self.line, self.name


def _text(literal: str) -> str | None:
    """The value of an R string literal; ``None`` if it is not valid in Python."""
    try:
        return str(ast.literal_eval(literal.replace("\n", "\\n")))
    except (SyntaxError, ValueError):
        return None


def _is_outside(found: dict[str, Any]) -> bool:
    return found["test"] is None or found["test"].startswith("(code run outside of")


# --- R's process -----------------------------------------------------------------------------


class _Server:
    """An R process that runs one file after the other."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="rkeras-")
        self._answer = Path(self._folder.name, "results")
        output = Path(self._folder.name, "output")
        self._output = open(output, "w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        self._process = subprocess.Popen(
            r_command("testthat.R", self._folder.name),
            env=r_environment(),
            stdin=subprocess.PIPE,
            stdout=self._output,
            stderr=subprocess.STDOUT,
            text=True,
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def run(self, path: Path) -> tuple[list[dict[str, Any]], str]:
        """The results of a file's tests, and R's output.

        Raises:
            RTestFailure: R ended.
        """
        before = self._output.seek(0, 2)
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # R has ended, which is handled below
            self._process.stdin.write(f"{path}\n")
            self._process.stdin.flush()
        while self.alive and not self._answer.exists():
            time.sleep(0.02)
        self._output.seek(before)
        output = self._output.read()
        if not self._answer.exists():
            status = self._process.returncode
            raise RTestFailure(f"R ended with exit status {status} in {path.name}\n{output}")
        results: list[dict[str, Any]] = json.loads(self._answer.read_text(encoding="utf-8"))
        self._answer.unlink()
        return results, output

    def close(self) -> None:
        """Stop R."""
        self._process.communicate()
        self._output.close()
        self._folder.cleanup()


_server: _Server | None = None


@cache
def _results(path: Path) -> tuple[list[dict[str, Any]] | RTestFailure, str]:
    """``_Server.run()``, once for all tests of a file; a crash of R is cached, too."""
    global _server
    if _server is None or not _server.alive:
        _server = _Server()
    try:
        return _server.run(path)
    except RTestFailure as failure:
        return failure, ""


def end() -> None:
    """Stop R's process, if there is one."""
    global _server
    if _server is not None:
        _server.close()
        _server = None
    _results.cache_clear()


@cache
def _missing_testthat() -> str | None:
    command = r_command("testthat.R", "")[0], "-e", "cat(requireNamespace('testthat'))"
    answer = subprocess.run(
        command, env=r_environment(), capture_output=True, text=True, check=False
    )
    return None if answer.stdout == "TRUE" else "the R package testthat is not installed"
