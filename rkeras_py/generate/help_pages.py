"""Help pages from docstrings."""

from __future__ import annotations

from pathlib import Path

from rkeras_py.api.define import Function


def rd_files(functions: list[Function], root: Path) -> dict[str, str]:
    """``man/<name>.Rd`` for each exported function."""
    return {}
