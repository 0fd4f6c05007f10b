"""Findings of `rkeras doctor`, and the table that shows them."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import Literal

# "note": missing or wrong, but most things work without it.
Status = Literal["ok", "missing", "wrong", "note"]


@dataclass(frozen=True)
class Finding:
    """A row of the table; `problem` and `fix` are set unless the status is ok."""

    what: str
    found: str
    status: Status = "ok"
    problem: str = ""
    fix: str = ""

    @property
    def is_fault(self) -> bool:
        return self.status in {"missing", "wrong"}


def report(findings: list[Finding]) -> str:
    """The table, then what is wrong and how to fix it, for each problem and note."""
    rows = [("", "found", "status"), *((f.what, f.found, f.status) for f in findings)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"{what:<{widths[0]}}  {found:<{widths[1]}}  {status}" for what, found, status in rows]
    for title, chosen in (
        ("Problems:", [f for f in findings if f.is_fault]),
        ("Notes:", [f for f in findings if f.status == "note"]),
    ):
        if chosen:
            lines += ["", title]
        for finding in chosen:
            lines.append(f"  {finding.what}: {finding.problem}")
            if finding.fix:
                lines.append(f"    {finding.fix}")
    faults = sum(finding.is_fault for finding in findings)
    verdict = {0: "All good.", 1: "1 problem."}.get(faults, f"{faults} problems.")
    return "\n".join([*lines, "", verdict])


def apt_get(*packages: str) -> str:
    """The command that installs Debian packages, for this user."""
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get install {' '.join(packages)}"


def system_package(debian: str, words: str = "") -> str:
    """How to install a system package: a command on Debian and similar systems, otherwise text."""
    if shutil.which("apt-get"):
        return apt_get(debian)
    return words or f"install the package that Debian calls {debian}"
