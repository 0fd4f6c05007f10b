"""`rkeras check`: reports what will not run in old scripts, without running them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rkeras_py import install
from rkeras_py.check.checking import check
from rkeras_py.check.documents import UnreadableError
from rkeras_py.check.r import RError
from rkeras_py.check.report import as_json, as_text

__all__ = ["check", "main"]

COULD_NOT_CHECK = 2


def main(paths: Sequence[str], json: bool = False) -> int:
    """Prints the findings; returns 1 if something will not run, 2 if nothing could be checked."""
    try:
        install.need_r()
        files = check(paths)
    except (UnreadableError, install.InstallError, RError) as problem:
        print(f"rkeras: {problem}", file=sys.stderr)
        return COULD_NOT_CHECK
    print(as_json(files) if json else as_text(files))
    return int(any(finding.is_problem for file in files for finding in file.findings))
