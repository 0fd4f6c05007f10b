"""R code as the check reads it, and what it finds in a script."""

from __future__ import annotations

from pathlib import Path

from rkeras_py.check import checking, r
from rkeras_py.check.finding import Finding
from rkeras_py.check.script import Script, read
from rkeras_py.check.tree import Node


def tree_of(code: str) -> Node:
    (tree,), _ = r.parse([code])
    assert isinstance(tree, Node), tree
    return tree


def script_of(code: str) -> Script:
    script = Script()
    read(script, tree_of(code))
    return script


def findings_in(folder: Path, code: str, name: str = "script.R") -> list[Finding]:
    """What is found in a script with this code."""
    path = folder / name
    path.write_text(code, encoding="utf-8")
    (file,) = checking.check([str(path)])
    return list(file.findings)


def brief(findings: list[Finding]) -> list[tuple[int, str, str]]:
    """The line, the label and the code of each finding."""
    return [(finding.line, finding.label, finding.what) for finding in findings]
