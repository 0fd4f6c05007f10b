"""What is looked at on Python's side."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys

from rkeras_py import install, rpy2_pair
from rkeras_py.doctor.finding import Finding, Status, apt_get, version_text

DISTRIBUTION = "rkeras-py"
PACKAGES = ["tensorflow", "keras", "numpy", "pandas", "scipy"]
TITLES = {"tensorflow": "TensorFlow", "keras": "Keras", "numpy": "NumPy", "scipy": "SciPy"}
# TensorFlow takes half a minute to import from a slow disk.
IMPORT_SECONDS = 180.0


def check_python() -> Finding:
    return Finding("Python", f"{platform.python_version()} at {sys.executable}")


def check_libpython() -> Finding:
    what = "Python's shared library"
    found = install.find_libpython()
    if found is not None:
        return Finding(what, str(found))
    name = "libpython{}.{}".format(*sys.version_info[:2])
    problem = f"{name}.so was not found; without it library(keras) in R can't start Python"
    if sys.base_prefix == "/usr" and shutil.which("apt-get"):
        return Finding(what, "", "missing", problem, apt_get(name))
    words = "use a Python built with --enable-shared (pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared)"
    return Finding(what, "", "missing", problem, words)


def check_rpy2() -> Finding:
    """Whether rpy2 is there, fits R and can be loaded."""
    version = rpy2_pair.r_version()
    have = [installed_version(name) for name in ("rpy2", "rpy2-rinterface")]
    found = " with rpy2-rinterface ".join(text for text in have if text)
    problem = rpy2_pair.problem(version)
    if problem is None and version is not None:
        problem = failing_imports([rpy2_pair.API_MODULE]).get(rpy2_pair.API_MODULE)
    if problem is None:
        return Finding("rpy2", found)
    status: Status = "wrong" if found else "missing"
    return Finding(
        "rpy2", found, status, problem, rpy2_pair.install_command(version, sys.executable)
    )


def check_packages() -> list[Finding]:
    """TensorFlow, Keras and the rest: their versions, and whether they can be imported."""
    bounds = lower_bounds()
    there = [name for name in PACKAGES if installed_version(name) is not None]
    broken = failing_imports(there)
    return [check_package(name, bounds.get(name, ()), broken.get(name)) for name in PACKAGES]


def check_package(name: str, at_least: rpy2_pair.Version, broken: str | None) -> Finding:
    title = TITLES.get(name, name)
    have = installed_version(name)
    bound = version_text(at_least)
    pip = [sys.executable, "-m", "pip", "install"]
    requirement = f"{name}>={bound}" if bound else name
    if have is None:
        mend = shlex.join([*pip, requirement])
        return Finding(title, "", "missing", "it is not installed", mend)
    if rpy2_pair.parse_version(have) < at_least:
        problem = f"{have} is installed, {bound} or later is needed"
        return Finding(title, have, "wrong", problem, shlex.join([*pip, requirement]))
    if broken is not None:
        mend = shlex.join([*pip, "--force-reinstall", requirement])
        return Finding(title, have, "wrong", broken, mend)
    return Finding(title, have)


def lower_bounds() -> dict[str, rpy2_pair.Version]:
    """The versions that this distribution asks for."""
    try:
        wanted = importlib.metadata.requires(DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        return {}
    found = (re.match(r"([\w.-]+?)\s*>=\s*([\d.]+)", line) for line in wanted)
    return {match[1].lower(): rpy2_pair.parse_version(match[2]) for match in found if match}


def installed_version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def failing_imports(modules: list[str], seconds: float = IMPORT_SECONDS) -> dict[str, str]:
    """Which of these modules can't be imported, and why; tried in a process of its own."""
    code = "\n".join(
        f"try:\n import {name}\nexcept BaseException as e:\n"
        f" print('!{name}', type(e).__name__, *str(e).split())\n"
        f"else:\n print('+{name}')"
        for name in modules
    )
    try:
        answer = subprocess.run(
            [sys.executable, "-u", "-c", code],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env={"TF_CPP_MIN_LOG_LEVEL": "3", **os.environ},
            stdin=subprocess.DEVNULL,
            timeout=seconds,
        )
        said, end = answer.stdout, f"ends Python with status {answer.returncode}"
    except subprocess.TimeoutExpired as expired:
        said = (expired.stdout or b"").decode(errors="replace")
        end = f"does not end within {seconds:g} seconds"
    lines = said.splitlines()
    problems = {}
    for name in modules:
        failed = [line for line in lines if line.startswith(f"!{name} ")]
        if failed:
            kind, _, message = failed[0].split(" ", 1)[1].partition(" ")
            problems[name] = f"`import {name}` fails with {kind}: {message}"
        elif f"+{name}" not in lines:
            # The first without a word is the one that ended the process; the rest were not tried.
            problems[name] = f"`import {name}` {end}"
            break
    return problems
