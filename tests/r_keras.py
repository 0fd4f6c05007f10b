"""Facts of R keras 2.16.1 that the tests compare with: its API and figures that it computed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures" / "r_keras"
EXPORTS = FIXTURES / "exports.R"

_EXPORT = re.compile(r"`?([^`(\s]+)`?(\(.*\))?(?:  # (class|from) (\S+))?")

Figures = dict[str, list[float]]


@dataclass(frozen=True)
class Export:
    """A name that R keras exports."""

    name: str
    kind: str  # "function", or the class of what is not a function
    origin: str  # the package that defines it


def exports() -> list[Export]:
    """All exports of R keras. Their formals are R code, which contract.R reads from the file."""
    return [_export(line) for line in _lines(EXPORTS)]


def _export(line: str) -> Export:
    found = _EXPORT.fullmatch(line)
    assert found, line
    name, formals, about, value = found.groups()
    assert (formals is None) == (about == "class"), line
    return Export(
        name,
        kind=value if about == "class" else "function",
        origin=value if about == "from" else "keras",
    )


def methods() -> set[str]:
    """The S3 methods of R keras, as "generic,class"."""
    listed = set()
    for line in _lines(FIXTURES / "s3_methods.txt"):
        generic, _, classes = line.rpartition(": ")
        listed |= {f"{generic},{r_class}" for r_class in classes.split()}
    return listed


def figures() -> dict[str, dict[str, Figures]]:
    """The figures of R keras: by the script that computes them, then by the model in it."""
    return tomllib.loads((FIXTURES / "figures.toml").read_text(encoding="utf-8"))


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
