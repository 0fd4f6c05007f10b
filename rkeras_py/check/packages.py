"""Findings about R packages and Python modules that are not installed."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Set
from pathlib import Path

from rkeras_py.check.finding import Finding
from rkeras_py.check.known import PROVIDED
from rkeras_py.check.script import INSTALLERS, Script
from rkeras_py.check.tree import Call, Node

#: Functions with which a script provides Python modules itself.
_MAKE_MODULES = {
    "conda_install",
    "py_install",
    "py_require",
    "source_python",
    "use_condaenv",
    "use_python",
    "use_virtualenv",
    "virtualenv_install",
}


def missing_packages(script: Script, installed: Set[str]) -> Iterator[tuple[Finding, Node]]:
    """The first place where each missing R package is loaded.

    A call of ``library()`` has precedence over ``require()``, which does not stop.
    """
    order = {"library": 0, "::": 1, "require": 2}
    found: set[str] = set()
    for loading in sorted(script.loadings, key=lambda loading: order[loading.how]):
        name = loading.package
        if name in found or name in installed or name in PROVIDED:
            continue
        found.add(name)
        certain = loading.how != "require" and not script.installs
        message = f'the R package {name} is not installed: install.packages("{name}") in R'
        finding = Finding(
            loading.node.line, "missing-package", loading.code, message, certain, fails=True
        )
        yield finding, loading.node


def replaced_keras(call: Call) -> Finding | None:
    """The finding for a call that installs the keras of CRAN or GitHub where this one is."""
    if call.function not in INSTALLERS:
        return None
    for _, value in call.arguments:
        for node in value.walk():
            if (node.string or "").rpartition("/")[2] == "keras":
                what = f'{call.function}("{node.string}")'
                message = "installs another package in place of this keras: leave it out"
                return Finding(call.line, "different", what, message)
    return None


def missing_module(
    root: str, node: Node, folder: Path, script: Script, certain: bool
) -> Finding | None:
    """The finding for ``import(module)`` if this Python has no such module.

    Args:
        root: The root of the call's path: ``import:module``.
        folder: The script's folder, which may contain modules.
    """
    module = root.removeprefix("import:")
    top = module.split(".")[0]
    if _is_installed(top) or any(
        (place / name).exists() for place in (folder, Path()) for name in (top, f"{top}.py")
    ):
        return None
    prepared = any(call.function in _MAKE_MODULES for call in script.calls)
    message = f"Python has no module {top}: pip install it for {sys.executable}"
    return Finding(
        node.line,
        "missing-package",
        f'import("{module}")',
        message,
        certain and not prepared,
        fails=True,
    )


def _is_installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False
