"""Checks of Python: its shared library, rpy2 and the required packages."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
from typing import NamedTuple

from rkeras_py import install, rpy2_pair
from rkeras_py.convert import backends
from rkeras_py.doctor.finding import Finding, Status, apt_get
from rkeras_py.rpy2_pair import version_text

DISTRIBUTION = "rkeras-py"
PACKAGES = ["tensorflow", "keras", "h5py", "numpy", "pandas", "scipy"]
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
    problem = f"{name}.so was not found; without it library(keras) in R cannot start Python"
    if sys.base_prefix == "/usr" and shutil.which("apt-get"):
        return Finding(what, "", "missing", problem, apt_get(name))
    words = "use a Python built with --enable-shared (pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared)"
    return Finding(what, "", "missing", problem, words)


def check_rpy2() -> Finding:
    """Whether rpy2 is installed, fits R and can be loaded."""
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
    wanted = bounds()
    needed = [name for name in PACKAGES if name != "tensorflow" or _needs_tensorflow()]
    there = [name for name in needed if installed_version(name) is not None]
    broken = failing_imports(there)
    return [check_package(name, wanted.get(name, ANY), broken.get(name)) for name in needed]


def _needs_tensorflow() -> bool:
    """Whether TensorFlow is to be there: Keras computes with it, or it is there anyway."""
    return backends.configured() not in ("jax", "torch") or bool(installed_version("tensorflow"))


def check_package(name: str, bounds: Bounds, broken: str | None) -> Finding:
    title = TITLES.get(name, name)
    have = installed_version(name)
    pip = [sys.executable, "-m", "pip", "install"]
    requirement = f"{name}{bounds.specifier()}"
    if have is None:
        fix = shlex.join([*pip, requirement])
        return Finding(title, "", "missing", "it is not installed", fix)
    version = rpy2_pair.parse_version(have)
    needed = ""
    if version < bounds.at_least:
        needed = f"{version_text(bounds.at_least)} or later"
    elif bounds.below and version >= bounds.below:
        needed = f"a version before {version_text(bounds.below)}"
    if needed:
        problem = f"{have} is installed, {needed} is needed"
        return Finding(title, have, "wrong", problem, shlex.join([*pip, requirement]))
    if broken is not None:
        fix = shlex.join([*pip, "--force-reinstall", requirement])
        return Finding(title, have, "wrong", broken, fix)
    return Finding(title, have)


def check_backend() -> Finding:
    """The backend that Keras will use, and whether it is installed."""
    what = "Keras backend"
    name = os.environ.get("KERAS_BACKEND", "")
    if name:
        source, fix = "the environment variable KERAS_BACKEND", "unset KERAS_BACKEND"
    else:
        source = backends.config_file()
        name = backends.in_config_file()
        fix = f'set "backend": "tensorflow" in {source}, or: export KERAS_BACKEND=tensorflow'
    if name not in backends.TITLES:
        known = ", ".join(backends.TITLES)
        problem = f"{source} asks for {name}; rkeras-py works with {known}"
        return Finding(what, name, "wrong", problem, fix)
    if installed_version(name) is None:
        problem = f"{source} asks for {name}, which is not installed"
        install = shlex.join([sys.executable, "-m", "pip", "install", name])
        return Finding(what, name, "missing", problem, install)
    if name == "tensorflow":
        return Finding(what, name)
    return Finding(what, f"{name} {installed_version(name)}")


def check_tensorboard() -> Finding:
    version = installed_version("tensorboard")
    if version is not None:
        return Finding("TensorBoard", version)
    problem = "without it tensorboard() cannot show the logs of callback_tensorboard()"
    fix = shlex.join([sys.executable, "-m", "pip", "install", "tensorboard"])
    return Finding("TensorBoard", "", "note", problem, fix)


class Bounds(NamedTuple):
    """The allowed versions: from the first, below the second; ``()`` means no bound."""

    at_least: rpy2_pair.Version = ()
    below: rpy2_pair.Version = ()

    def specifier(self) -> str:
        """The bounds in pip's syntax."""
        signs = ((">=", self.at_least), ("<", self.below))
        return ",".join(f"{sign}{version_text(bound)}" for sign, bound in signs if bound)


ANY = Bounds()


def bounds() -> dict[str, Bounds]:
    """The versions that this distribution requires."""
    try:
        wanted = importlib.metadata.requires(DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        return {}
    found: dict[str, Bounds] = {}
    for line in wanted:
        requirement = line.partition(";")[0]
        at_least, below = (
            rpy2_pair.parse_version(match[1])
            if (match := re.search(rf"(?<![<>=!~]){sign}\s*([\d.]+)", requirement))
            else ()
            for sign in (">=", "<(?!=)")
        )
        name = re.match(r"[\w.-]+", requirement)
        if name and (at_least or below):
            found[name[0].lower()] = Bounds(at_least, below)
    return found


def installed_version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def failing_imports(modules: list[str], seconds: float = IMPORT_SECONDS) -> dict[str, str]:
    """Which of these modules cannot be imported, and why; tried in a separate process."""
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
        printed, end = answer.stdout, f"ends Python with status {answer.returncode}"
    except subprocess.TimeoutExpired as expired:
        printed = (expired.stdout or b"").decode(errors="replace")
        end = f"does not end within {seconds:g} seconds"
    lines = printed.splitlines()
    problems = {}
    for name in modules:
        failed = [line for line in lines if line.startswith(f"!{name} ")]
        if failed:
            kind, _, message = failed[0].split(" ", 1)[1].partition(" ")
            problems[name] = f"`import {name}` fails with {kind}: {message}"
        elif f"+{name}" not in lines:
            # The first one without output ended the process; the rest were not tried.
            problems[name] = f"`import {name}` {end}"
            break
    return problems
