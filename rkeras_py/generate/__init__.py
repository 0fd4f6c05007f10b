"""Generates the R code (wrappers, NAMESPACE, help) and Python's names from the API."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rkeras_py.generate import help_pages, namespace, news, python_names, stubs, wrappers

#: The file with Python's public names, relative to the R package's folder.
PYTHON_NAMES = "../rkeras_py/exports.py"
PIPE = "../rkeras_py/pipe.py"
STUBS = "../rkeras_py/__init__.pyi"


def generated_files(root: Path) -> dict[str, str]:
    """Every generated file of the R package: its path below ``root``, and its text.

    Args:
        root: The R package's folder; its hand-written R files are read for their exports.
    """
    import rkeras_py.api  # noqa: F401
    from rkeras_py.registry.define import REGISTRY

    functions = list(REGISTRY.values())
    files = wrappers.r_files(functions)
    files[PYTHON_NAMES] = python_names.text(functions)
    files[PIPE] = python_names.pipe_text(functions)
    files[STUBS] = stubs.text(functions)
    files["NAMESPACE"] = namespace.text(functions, root)
    files.update(help_pages.rd_files(functions, root))
    if (changes := news.text(root)) is not None:
        files["inst/NEWS.Rd"] = changes
    return files


def stale_files(root: Path, wanted: Mapping[str, str]) -> list[str]:
    """The files below ``root`` that are missing, different, or no longer needed."""
    differ = {name for name, text in wanted.items() if _read(root / name) != text}
    former = {
        path.relative_to(root).as_posix()
        for pattern in ("R/generated-*.R", "man/*.Rd")
        for path in root.glob(pattern)
        if "Generated from" in (_read(path) or "")  # hand-written pages are not touched
    }
    return sorted(differ | (former - set(wanted)))


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
