"""What R says of code and of packages: the programs ``parse.R``, ``facts.R`` and ``paths.R``."""

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
    """One of the programs failed; the message has R's own words."""


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
    deprecated: str = ""  # what .Deprecated() in its body says to use

    @property
    def formals(self) -> list[str]:
        return list(self.defaults)


@dataclass
class Package:
    """What an installed R package has."""

    exports: set[str] = field(default_factory=set)
    internals: set[str] = field(default_factory=set)
    functions: dict[str, RFunction] = field(default_factory=dict)  # those that were asked for
    attaches: set[str] = field(default_factory=set)  # other packages, when it is attached


@dataclass(frozen=True)
class MissingPath:
    """An attribute that does not exist."""

    known: int  # how many parts of the path before it exist
    others: tuple[str, ...]  # the names beside it


def parse(codes: Sequence[str]) -> tuple[list[Node | SyntaxProblem], set[str]]:
    """The trees of the codes, or why there is none; and the packages that are installed."""
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
    """What these packages have; nothing of those that are not installed.

    Args:
        names: The packages.
        functions: Which functions are described; of the others only the names are told.
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
    """The lines of a program's answer, as fields. Raises RError where it fails."""
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
            raise RError(f"R could not run {program}; it said:\n{answer.stderr.strip()}")
        for line in told.read_text(encoding="utf-8").splitlines():
            yield line.split("\t")


@functools.cache
def _r_libs() -> str:
    return install.r_libs()


def _variables() -> dict[str, str]:
    """The environment: scripts may have letters that the C locale lacks; messages are English."""
    utf8 = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    return {**os.environ, "R_LIBS": _r_libs(), "LC_ALL": utf8, "LANGUAGE": "en"}
