"""Formats the findings as text, or as JSON for programs.

The JSON is an object with

- ``format``: 1; it changes when a field is removed or changes its meaning, not when one is added;
- ``files``: a list of objects with ``path`` and ``findings``, in the order in which they were read;
- ``supported``: an object with ``uses`` and ``functions``, which are numbers;
- ``problems`` and ``notes``: how many findings there are of each status.

A finding has ``line``, ``kind`` (``syntax-error``, ``unknown-function``, ``unknown-argument``,
``unknown-path``, ``missing-package``, ``different``, ``deprecated`` or ``download``), ``status``
(``problem``: the script will not run; ``note``), ``what`` (the code in question), ``message`` and
``instead`` (a list of replacements, which may be empty).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from rkeras_py.check.finding import FileFindings, Finding

FORMAT = 1


def as_text(files: Sequence[FileFindings]) -> str:
    """The findings by file and line, then the summary."""
    blocks = [_block(file) for file in files if file.findings]
    return "\n\n".join([*blocks, f"  {_summary(files)}" if blocks else _summary(files)])


def as_json(files: Sequence[FileFindings]) -> str:
    """The same for programs."""
    problems, notes = _counts(files)
    uses = _uses(files)
    content = {
        "format": FORMAT,
        "files": [
            {"path": file.path, "findings": [_entry(finding) for finding in file.findings]}
            for file in files
        ],
        "supported": {"uses": len(uses), "functions": len(set(uses))},
        "problems": problems,
        "notes": notes,
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def _entry(finding: Finding) -> dict[str, object]:
    return {
        "line": finding.line,
        "kind": finding.kind,
        "status": "problem" if finding.is_problem else "note",
        "what": finding.what,
        "message": finding.message,
        "instead": list(finding.instead),
    }


def _block(file: FileFindings) -> str:
    wide = max(len(str(finding.line)) for finding in file.findings)
    label = max(len(finding.label) for finding in file.findings)
    lines = [
        f"  {finding.line:>{wide}}  {finding.label:<{label}}  {_sentence(finding)}"
        for finding in file.findings
    ]
    return "\n".join([file.path, *lines])


def _sentence(finding: Finding) -> str:
    text = f"{finding.what}: {finding.message}"
    if finding.kind.startswith("unknown") and finding.instead:
        calls = "()" if finding.kind == "unknown-function" else ""
        text += "; did you mean " + ", ".join(f"{name}{calls}" for name in finding.instead) + "?"
    return text


def _summary(files: Sequence[FileFindings]) -> str:
    problems, notes = _counts(files)
    uses = _uses(files)
    supported = f"{_number(len(uses), 'use')} of {_number(len(set(uses)), 'function')}"
    verb = "is" if len(uses) == 1 else "are"
    return (
        f"{supported} {verb} supported. {_number(problems, 'problem')}, {_number(notes, 'note')}."
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _uses(files: Sequence[FileFindings]) -> list[str]:
    return [use for file in files for use in file.supported]


def _counts(files: Sequence[FileFindings]) -> tuple[int, int]:
    problems = sum(finding.is_problem for file in files for finding in file.findings)
    return problems, sum(len(file.findings) for file in files) - problems
