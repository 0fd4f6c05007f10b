"""Gets information about code and packages from R: ``parse.R``, ``facts.R`` and ``paths.R``."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rkeras_py import install, rpy2_pair
from rkeras_py.check.tree import Node, build

_HERE = Path(__file__).parent
_SECONDS = 600


class RError(Exception):
    """One of the programs failed; the message has R's output."""


@dataclass(frozen=True)
class SyntaxProblem:
    """Why code cannot be parsed."""

    line: int
    message: str


@dataclass
class RFunction:
    """A function of an R package."""

    defaults: dict[str, str] = field(default_factory=dict)  # R code, by the names of the formals
    is_generic: bool = False
    deprecated: str = ""  # the replacement in .Deprecated() in its body

    @property
    def formals(self) -> list[str]:
        return list(self.defaults)


@dataclass
class Package:
    """The content of an installed R package."""

    exports: set[str] = field(default_factory=set)
    internals: set[str] = field(default_factory=set)
    functions: dict[str, RFunction] = field(default_factory=dict)  # the requested ones
    attaches: set[str] = field(default_factory=set)  # packages that it attaches


@dataclass(frozen=True)
class MissingPath:
    """An attribute that does not exist."""

    known: int  # how many parts of the path exist
    others: tuple[str, ...]  # the existing names at this place


def parse(codes: Sequence[str]) -> tuple[list[Node | SyntaxProblem], set[str]]:
    """The trees of the codes, or syntax errors; and the installed packages."""
    rows: dict[int, list[tuple[int, int, int, int, int, int, str, str]]] = {}
    problems: dict[int, SyntaxProblem] = {}
    installed: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="rkeras-check-") as folder:
        files = [Path(folder) / f"{number}.R" for number in range(len(codes))]
        for file, code in zip(files, codes, strict=True):
            file.write_text(code, encoding="utf-8")
        for fields in _answer("parse.R", map(str, files)):
            match fields:
                case ["row", number, *places, token, text]:
                    place = tuple(int(p) for p in places)
                    rows.setdefault(int(number), []).append((*place, token, text))  # type: ignore[arg-type]
                case ["error", number, line, message]:
                    problems[int(number)] = SyntaxProblem(int(line), message)
                case ["package", name]:
                    installed.add(name)
    trees = [
        problems[number] if number in problems else build(rows.get(number, []))
        for number in range(len(codes))
    ]
    return trees, installed


def facts(names: Iterable[str], functions: Iterable[str] = ()) -> dict[str, Package]:
    """The content of these packages, if they are installed.

    Args:
        names: The packages.
        functions: The functions to describe; for others only the names are returned.
    """
    packages: dict[str, Package] = {}
    asked = [" ".join(sorted(names)), " ".join(sorted(f for f in functions if " " not in f))]
    for fields in _answer("facts.R", asked):
        kind, name, *rest = fields
        package = packages.setdefault(name, Package())
        match kind, rest:
            case "export", [export]:
                package.exports.add(export)
            case "internal", [internal]:
                package.internals.add(internal)
            case "attaches", [other]:
                package.attaches.add(other)
            case "function", [function, is_generic, deprecated]:
                described = RFunction({}, is_generic == "TRUE", deprecated)
                package.functions.setdefault(function, described)
            case "formal", [function, formal, default]:
                package.functions[function].defaults.setdefault(formal, default)
    return packages


def missing_paths(paths: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], MissingPath]:
    """Those of the paths that do not exist; see ``paths.R``. Imports TensorFlow."""
    missing = {}
    if paths:
        for number, known, others in _answer("paths.R", ["\t".join(path) for path in paths]):
            missing[paths[int(number)]] = MissingPath(int(known), tuple(others.split()))
    return missing


def _answer(program: str, lines: Iterable[str]) -> Iterator[list[str]]:
    """The fields of a program's output lines. Raises RError if it fails."""
    home = rpy2_pair.r_home()
    assert home is not None
    with tempfile.TemporaryDirectory(prefix="rkeras-check-") as folder:
        asked, told = Path(folder) / "input", Path(folder) / "output"
        asked.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        command = [home / "bin" / "Rscript", "--no-init-file", _HERE / program, asked, told]
        try:
            answer = subprocess.run(
                [str(word) for word in command],
                env=_variables(),
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                stdin=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise RError(f"R took more than {_SECONDS} seconds for {program}") from None
        if answer.returncode != 0:
            raise RError(f"R could not run {program}. Its output:\n{answer.stderr.strip()}")
        for line in told.read_text(encoding="utf-8").splitlines():
            yield line.split("\t")


@functools.cache
def _r_libs() -> str:
    return install.r_libs()


def _variables() -> dict[str, str]:
    """The environment: a UTF-8 locale for non-ASCII scripts, and English messages."""
    utf8 = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    return {**os.environ, "R_LIBS": _r_libs(), "LC_ALL": utf8, "LANGUAGE": "en"}
