"""Which version of rpy2 fits which version of R.

Used by the installation, the set-up, the doctor and the import of the bridge. It uses only the
standard library and nothing from this package, so that the file can be loaded by its path before
anything is installed.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

# rpy2-rinterface 3.6.6 and later call R_getVar and R_ParentEnv, which R has since 4.5.
FIRST_R_OF_NEWEST = (4, 5)
OLDEST_R = (4, 0)
OLD_R_REQUIREMENTS = ["rpy2==3.6.4", "rpy2-rinterface>=3.6.3,<3.6.6"]
NEWEST_REQUIREMENTS = ["rpy2>=3.6.4"]
API_MODULE = "_rinterface_cffi_api"

NO_R = (
    "R was not found; install it (on Debian and Ubuntu: apt-get install r-base-dev) "
    "and make sure that `R` is on the PATH"
)

# rpy2 must be built with this R; a wheel in pip's cache may have been built with another one.
FROM_SOURCE = ["--no-cache-dir", "--no-binary", "rpy2-rinterface"]

Version = tuple[int, ...]


def parse_version(text: str) -> Version:
    """The leading numbers of a version: ``"4.2.2"`` is ``(4, 2, 2)``."""
    found = re.match(r"\d+(\.\d+)*", text.strip())
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def r_home() -> Path | None:
    """R's home folder as found by rpy2: ``R_HOME``, otherwise the output of ``R RHOME``."""
    home = os.environ.get("R_HOME", "")
    if not home:
        try:
            answer = subprocess.run(
                ["R", "RHOME"], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        # The path is the last line; there may be warnings before it.
        home = (answer.stdout.strip().splitlines() or [""])[-1]
    return Path(home) if home and Path(home).is_dir() else None


def r_version() -> Version | None:
    """R's version, or None if there is no R.

    It is read from R's package `base`, because starting R would take longer.
    """
    home = r_home()
    found = package_version(home / "library" / "base") if home else None
    return parse_version(found) if found else None


def package_version(package: Path) -> str | None:
    """The version in the DESCRIPTION of an R package, or None if it has none."""
    try:
        description = (package / "DESCRIPTION").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    found = re.search(r"^Version:\s*(\S+)", description, re.MULTILINE)
    return found[1] if found else None


def requirements(r_version: Version | None) -> list[str]:
    """The requirements for pip with this R; the newest rpy2 if R was not found."""
    if r_version is not None and r_version < FIRST_R_OF_NEWEST:
        return list(OLD_R_REQUIREMENTS)
    return list(NEWEST_REQUIREMENTS)


def pip_arguments(r_version: Version | None) -> list[str]:
    """Arguments of ``pip install`` for the right rpy2, built with this R.

    Set ``RPY2_CFFI_MODE=API`` in the environment of the command.
    """
    return [*FROM_SOURCE, *requirements(r_version)]


def install_command(r_version: Version | None, python: str = "python") -> str:
    """The same as a shell command."""
    words = [python, "-m", "pip", "install", "--force-reinstall", *pip_arguments(r_version)]
    return "RPY2_CFFI_MODE=API " + shlex.join(words)


def _installed(name: str) -> Version | None:
    try:
        return parse_version(importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return None


def version_text(version: Version) -> str:
    """``(4, 2, 2)`` as ``"4.2.2"``."""
    return ".".join(str(part) for part in version)


def problem(r_version: Version | None) -> str | None:
    """What is wrong with the installed rpy2 for this R in one line, or None if it fits."""
    rinterface = _installed("rpy2-rinterface")
    if _installed("rpy2") is None or rinterface is None:
        return "rpy2 is not installed"
    if r_version is None:
        return None
    old_r = r_version < FIRST_R_OF_NEWEST
    version = version_text(rinterface)
    if old_r and rinterface >= (3, 6, 6):
        return f"rpy2-rinterface {version} needs R 4.5 or later, R is {version_text(r_version)}"
    if rinterface < (3, 6, 3):
        return f"rpy2-rinterface {version} is too old, 3.6.3 or later is needed"
    if importlib.util.find_spec(API_MODULE) is None:
        return "rpy2 was built without its compiled part (API mode)"
    return None


def explain(error: ImportError) -> str:
    """What a failed import of rpy2 means for the user, and how to fix it."""
    found = r_version()
    if found is None:
        return NO_R
    what = problem(found) or f"rpy2 cannot be loaded ({error})"
    return f"{what}. To fix it: {install_command(found, sys.executable)}"
