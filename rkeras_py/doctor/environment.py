"""Checks PYTHONPATH and PYTHONHOME, which can make Python use other files."""

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
    """Findings about PYTHONHOME and the folders of PYTHONPATH, if they cause problems.

    Args:
        broken: Whether packages cannot be imported; PYTHONPATH is then the likely cause.
    """
    home = [check_pythonhome(os.environ["PYTHONHOME"])] if os.environ.get("PYTHONHOME") else []
    return [*home, *check_pythonpath(os.environ.get("PYTHONPATH", ""), broken)]


def check_pythonhome(value: str) -> Finding:
    problem = (
        "it makes every Python use the standard library in this folder; "
        "library(keras) in R ignores it, `rkeras` and other Python programs do not"
    )
    return Finding("PYTHONHOME", value, "note", problem, "unset PYTHONHOME")


def check_pythonpath(value: str, broken: bool) -> list[Finding]:
    """Folders with a module that has the name of one that this distribution needs."""
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
                f"Python imports {', '.join(shadowing)} from this folder, "
                f"not from {', '.join(dict.fromkeys(shadowing.values()))}"
            )
            fix = f"remove {folder} from PYTHONPATH, or unset PYTHONPATH"
            status: Status = "wrong" if broken else "note"
            findings.append(Finding("PYTHONPATH", folder, status, problem, fix))
    return findings


def location(module: str, folders: list[str]) -> str | None:
    """The first of these folders that contains this module; folders without code do not count."""
    spec = PathFinder.find_spec(module, folders)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin)
    return str(path.parent.parent if path.name.startswith("__init__.") else path.parent)


def needed_modules() -> set[str]:
    """Top-level modules of this distribution, its dependencies, and the standard library."""
    distributions = needed_distributions()
    modules = {
        module
        for module, sources in importlib.metadata.packages_distributions().items()
        if distributions.intersection(map(normalized, sources))
    }
    # Python never searches folders for frozen modules.
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
        except importlib.metadata.PackageNotFoundError:  # for other platforms, or missing
            continue
        found.add(name)
        plain = (line for line in wanted if "extra ==" not in line)
        waiting += [match[0] for line in plain if (match := re.match(r"[\w.-]+", line))]
    return found


def normalized(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
