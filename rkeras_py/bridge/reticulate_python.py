"""This Python and its installed packages; see R/R/python-environments.R."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import subprocess
import sys
from importlib import metadata
from typing import Any

from rkeras_py.bridge.gate import internal


@internal(".python_config")
def python_config() -> dict[str, Any]:
    """The fields of R's ``py_config()`` for this Python."""
    from rkeras_py.install import find_libpython

    virtual = sys.prefix != sys.base_prefix
    return {
        "python": sys.executable,
        "libpython": str(find_libpython() or ""),
        "pythonhome": f"{sys.prefix}:{sys.exec_prefix}",
        "pythonpath": os.pathsep.join(sys.path),
        "prefix": sys.prefix,
        "exec_prefix": sys.exec_prefix,
        "base_exec_prefix": sys.base_exec_prefix,
        "virtualenv": sys.prefix if virtual else "",
        "executable": sys.executable,
        "base_executable": _base_executable(),
        "version_string": sys.version,
        "version": f"{sys.version_info[0]}.{sys.version_info[1]}",
        "architecture": platform.architecture()[0],
        "anaconda": os.path.isdir(os.path.join(sys.prefix, "conda-meta")),
        "numpy": _numpy(),
        "keras": version_of("keras"),
        "tensorflow": version_of("tensorflow"),
        "available": True,
        "python_versions": [sys.executable],
    }


def _base_executable() -> str:
    return str(getattr(sys, "_base_executable", sys.executable))


@internal(".version_of")
def version_of(package: str) -> str | None:
    """The version of an installed package; ``None`` if it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _numpy() -> dict[str, str] | None:
    version = version_of("numpy")
    return None if version is None else {"path": module_path("numpy") or "", "version": version}


@internal(".module_path")
def module_path(name: str) -> str | None:
    """The folder or file of a module that can be imported."""
    try:
        found = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    if found is None or found.origin is None:
        return None
    return os.path.dirname(found.origin) if found.submodule_search_locations else found.origin


@internal(".base_python")
def base_python() -> dict[str, str]:
    """The Python that this environment was created with."""
    return {"path": _base_executable(), "version": platform.python_version()}


# --- packages ------------------------------------------------------------------------------

_LIST = (
    "import json; from importlib import metadata; print(json.dumps("
    "[[d.metadata['Name'], d.version] for d in metadata.distributions()]))"
)


@internal(".packages")
def packages(python: str | None) -> dict[str, list[str]]:
    """Names and versions of installed packages, here or in another Python, without duplicates."""
    if python is None or os.path.abspath(python) == os.path.abspath(sys.executable):
        found = [(item.metadata["Name"], item.version) for item in metadata.distributions()]
    else:
        answer = subprocess.run([python, "-c", _LIST], capture_output=True, text=True, check=True)
        found = [(name, version) for name, version in json.loads(answer.stdout)]
    # the first one on the path is imported
    first = {name: version for name, version in reversed(found) if name}
    ordered = sorted(first.items(), key=lambda item: item[0].lower())
    return {
        "package": [name for name, _ in ordered],
        "version": [version for _, version in ordered],
    }


@internal(".unmet")
def unmet(requirements: Any, versions: Any) -> list[str]:
    """The requirements that this Python does not meet, each as a sentence."""
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.specifiers import SpecifierSet

    found = []
    for text in requirements or []:
        try:
            wanted = Requirement(text)
        except InvalidRequirement:
            found.append(f"`{text}` is not a valid requirement of a Python package.")
            continue
        if wanted.marker is not None and not wanted.marker.evaluate():
            continue
        version = version_of(wanted.name)
        if version is None:
            found.append(
                f"the Python package {wanted.name} is not installed in {sys.executable}. "
                f'Install it with `py_install("{text}")`.'
            )
        elif not wanted.specifier.contains(version, prereleases=True):
            found.append(
                f"`{text}` is required, but {sys.executable} has {wanted.name} {version}. "
                f'Change it with `py_install("{text}")`, then start R again.'
            )
    running = platform.python_version()
    for asked in versions or []:
        text = asked
        if text[:1].isdigit():
            text = f"=={text}" if text.count(".") > 1 else f"=={text}.*"
        if not SpecifierSet(text).contains(running):
            found.append(
                f"Python {asked} is required, but keras was installed with Python {running} "
                f"({sys.executable}), which is running."
            )
    return found


@internal(".pip_install")
def pip_install(packages: Any, options: Any) -> None:
    """Install missing packages; prints pip's output."""
    from rkeras_py.api.environment import pip

    pip(*([packages] if isinstance(packages, str) else packages), *(options or []))
