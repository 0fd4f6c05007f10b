"""Findings of `rkeras check`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "syntax-error",
    "unknown-function",
    "unknown-argument",
    "unknown-path",
    "missing-package",
    "different",
    "deprecated",
    "download",
]


@dataclass(frozen=True)
class Finding:
    """Something that the author of a script should know, and its location."""

    line: int
    kind: Kind
    what: str  # what the script uses, such as "layer_dens()"
    message: str
    certain: bool = True  # whether the code runs whenever the script runs
    fails: bool = False  # whether R stops when the code runs
    instead: tuple[str, ...] = ()  # what to write instead

    @property
    def is_problem(self) -> bool:
        """Whether the script will not run."""
        return self.fails and self.certain

    @property
    def label(self) -> str:
        if self.is_problem:
            return "will not run"
        return "may not run" if self.fails else self.kind


@dataclass(frozen=True)
class FileFindings:
    """What was found in one file."""

    path: str
    findings: tuple[Finding, ...]
    supported: tuple[str, ...]  # the functions, once for each use
