"""Checks of environment variables (PYTHONPATH, PYTHONHOME) that lead Python to other files."""

from __future__ import annotations

import importlib.metadata
import os
import re
import sys
from importlib.machinery import FrozenImporter, PathFinder
from pathlib import Path

from rkeras_py.doctor.finding import Finding, Status
from rkeras_py.doctor.python import DISTRIBUTION


def check_environment(broken: bool) -> list[Finding]:
    """What PYTHONHOME and the folders of PYTHONPATH do; nothing where they do no harm.

    Args:
        broken: Whether packages cannot be imported, of which PYTHONPATH is then the likely cause.
    """
    home = [check_pythonhome(os.environ["PYTHONHOME"])] if os.environ.get("PYTHONHOME") else []
    return [*home, *check_pythonpath(os.environ.get("PYTHONPATH", ""), broken)]


def check_pythonhome(value: str) -> Finding:
    problem = (
        "it leads every Python to the standard library there; "
        "library(keras) in R ignores it, `rkeras` and other programs of Python do not"
    )
    return Finding("PYTHONHOME", value, "note", problem, "unset PYTHONHOME")


def check_pythonpath(value: str, broken: bool) -> list[Finding]:
    """Folders that hold a module by the name of one that this distribution needs."""
    folders = [os.path.realpath(folder) for folder in value.split(os.pathsep) if folder]
    others = [path for path in sys.path if path and os.path.realpath(path) not in folders]
    modules = needed_modules()
    findings = []
    for folder in folders:
        shadowing = {
            name: there
            for name in sorted(modules)
            if location(name, [folder]) and (there := location(name, others))
        }
        if shadowing:
            problem = (
                f"Python takes {', '.join(shadowing)} from this folder, "
                f"not from {', '.join(dict.fromkeys(shadowing.values()))}"
            )
            fix = f"take {folder} out of PYTHONPATH, or unset PYTHONPATH"
            status: Status = "wrong" if broken else "note"
            findings.append(Finding("PYTHONPATH", folder, status, problem, fix))
    return findings


def location(module: str, folders: list[str]) -> str | None:
    """The first of these folders that holds this module; a folder without code counts as none."""
    spec = PathFinder.find_spec(module, folders)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin)
    return str(path.parent.parent if path.name.startswith("__init__.") else path.parent)


def needed_modules() -> set[str]:
    """Top-level modules of this distribution, of all that it needs, and of the standard library."""
    distributions = needed_distributions()
    modules = {
        module
        for module, sources in importlib.metadata.packages_distributions().items()
        if distributions.intersection(map(normalized, sources))
    }
    # Python never looks for the frozen ones in a folder.
    standard = {name for name in sys.stdlib_module_names if FrozenImporter.find_spec(name) is None}
    return modules | standard - set(sys.builtin_module_names)


def needed_distributions() -> set[str]:
    found: set[str] = set()
    waiting = [DISTRIBUTION]
    while waiting:
        name = normalized(waiting.pop())
        if name in found:
            continue
        try:
            wanted = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:  # for other systems, or missing
            continue
        found.add(name)
        plain = (line for line in wanted if "extra ==" not in line)
        waiting += [match[0] for line in plain if (match := re.match(r"[\w.-]+", line))]
    return found


def normalized(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
