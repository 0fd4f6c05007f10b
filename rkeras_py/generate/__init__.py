"""Writes the R side from the API's definitions: wrappers, NAMESPACE and help pages."""

from __future__ import annotations

from pathlib import Path

from rkeras_py.generate import help_pages, namespace, wrappers


def generated_files(root: Path) -> dict[str, str]:
    """Every generated file of the R package: its path below ``root``, and its text.

    Args:
        root: The R package's folder; its hand-written R files are read for their exports.
    """
    import rkeras_py.api  # noqa: F401
    from rkeras_py.api.define import REGISTRY

    functions = list(REGISTRY.values())
    files = wrappers.r_files(functions)
    files["NAMESPACE"] = namespace.text(functions, root)
    files.update(help_pages.rd_files(functions, root))
    return files
