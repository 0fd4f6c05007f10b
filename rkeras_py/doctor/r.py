"""Checks of R: its version, headers, packages, libraries and pandoc."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rkeras_py import install, rpy2_pair
from rkeras_py.doctor.finding import Finding, Status, system_package
from rkeras_py.rpy2_pair import version_text

OLDEST_R = (4, 2)
OLDEST_PANDOC = (1, 12, 3)
# These packages come with R.
R_OWN = {"graphics", "grDevices", "methods", "parallel", "stats", "tools", "utils"}

# If these are missing, the companions in this distribution are used.
COMPANIONS = {"reticulate", "tensorflow"}

STALE = "it was installed from other sources, for another R or for another Python"

QUIET_R = ["--no-echo", "--no-save", "--no-restore", "--no-init-file"]


@dataclass(frozen=True)
class RPackage:
    """An entry in the R package's Imports (required) or Suggests."""

    name: str
    at_least: rpy2_pair.Version
    needed: bool


def check_r() -> Finding:
    version, home = rpy2_pair.r_version(), rpy2_pair.r_home()
    fix = system_package("r-base-dev", "install R 4.2 or later")
    if version is None or home is None:
        set_home = os.environ.get("R_HOME")
        if set_home:
            problem = f"R_HOME is set to {set_home}, which does not contain R"
            return Finding("R", "", "wrong", problem, "unset R_HOME")
        return Finding("R", "", "missing", "`R` is not on the PATH", fix)
    found = f"{version_text(version)} in {home}"
    if version < OLDEST_R:
        return Finding("R", found, "wrong", f"R {version_text(OLDEST_R)} or later is needed", fix)
    return Finding("R", found)


def check_r_headers() -> Finding:
    what = "R's headers"
    fix = system_package("r-base-dev")
    home = rpy2_pair.r_home()
    if home is None:
        return Finding(what, "", "missing", "there is no R", fix)
    # Distributions store them outside R's home; R knows where.
    flags = r_says(home, ["CMD", "config", "--cppflags"])
    folders = [Path(word[2:]) for word in flags.split() if word.startswith("-I")]
    for folder in [*folders, home / "include"]:
        if (folder / "R.h").is_file():
            return Finding(what, str(folder))
    problem = "R.h was not found; it is needed to compile rpy2 and the R package"
    return Finding(what, "", "missing", problem, fix)


def r_says(home: Path, arguments: list[str]) -> str:
    """What R prints when run with these arguments; "" if it cannot be run."""
    try:
        answer = subprocess.run(
            [str(home / "bin" / "R"), *arguments],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout


def check_r_packages() -> list[Finding]:
    """Check the packages that the R package needs or suggests."""
    home = rpy2_pair.r_home()
    if home is None:
        return []
    installed = installed_r_packages(home)
    if not installed:
        problem = "R starts with an error; see the output of `R --no-init-file`"
        return [Finding("R packages", "", "wrong", problem)]
    return [
        check_r_package(package, installed)
        for package in wanted_r_packages()
        if package.name in installed or package.name not in COMPANIONS
    ]


def wanted_r_packages() -> list[RPackage]:
    """The Imports and Suggests of the R package's DESCRIPTION, without R's own packages."""
    text = (install.r_source() / "DESCRIPTION").read_text(encoding="utf-8")
    wanted = []
    for field in ("Imports", "Suggests"):
        found = re.search(rf"^{field}:(.*(?:\n[ \t].*)*)", text, re.MULTILINE)
        for entry in (found.group(1) if found else "").split(","):
            name, _, bound = (part.strip() for part in entry.partition("("))
            if name and name not in R_OWN:
                version = rpy2_pair.parse_version(bound.strip(">= )"))
                wanted.append(RPackage(name, version, field == "Imports"))
    return wanted


def installed_r_packages(home: Path) -> dict[str, rpy2_pair.Version]:
    """Names and versions of packages in all R libraries; empty if R cannot be run."""
    code = (
        "p <- installed.packages(noCache = TRUE);"
        'cat(paste0("@", p[, "Package"], " ", p[, "Version"], "\\n"), sep = "")'
    )
    printed = r_says(home, [*QUIET_R, "-e", code])
    found: dict[str, rpy2_pair.Version] = {}
    for line in printed.splitlines():
        if line.startswith("@"):
            name, _, version = line[1:].partition(" ")
            # If a package is in several libraries, R uses the first one.
            found.setdefault(name, rpy2_pair.parse_version(version.replace("-", ".")))
    return found


def check_r_package(package: RPackage, installed: dict[str, rpy2_pair.Version]) -> Finding:
    what = f"R package {package.name}"
    version = installed.get(package.name)
    bound = version_text(package.at_least)
    from_cran = f"Rscript -e 'install.packages(\"{package.name}\")'"
    if version is None:
        fix = system_package(f"r-cran-{package.name.lower()}", from_cran)
        need = f"{package.name} {bound} or later" if bound else package.name
        if package.needed:
            return Finding(what, "", "missing", f"{need} is needed", fix)
        return Finding(what, "", "note", f"{need} is suggested; some functions need it", fix)
    if version < package.at_least:
        problem = f"{version_text(version)} is installed, {bound} or later is needed"
        status: Status = "wrong" if package.needed else "note"
        return Finding(what, version_text(version), status, problem, from_cran)
    return Finding(what, version_text(version))


def check_r_package_keras() -> Finding:
    """This distribution's R package in the environment's library.

    It is not a problem if it is missing or stale: it is installed when it is needed.
    """
    what = "R package keras"
    fix = rkeras_command("r-libs")
    if rpy2_pair.r_version() is None:
        return Finding(what, "", "note", "it cannot be installed without R")
    library = install.r_library()
    if install.is_fresh(library):
        return Finding(what, f"{install.version()} in {library}")
    if install.is_ours(library):
        return Finding(what, str(library), "note", f"{STALE}; it is updated when needed", fix)
    problem = f"it is not in {library} yet; it is installed when needed"
    return Finding(what, "", "note", problem, fix)


def check_keras_of_r() -> Finding:
    """The package that `library(keras)` loads if R is started without `rkeras`."""
    what = "library(keras) in your R"
    home = rpy2_pair.r_home()
    folder = home and r_says(home, [*QUIET_R, "-e", 'cat(find.package("keras", quiet = TRUE))'])
    fix = rkeras_command("install-r")
    if not folder:
        return Finding(what, f"none; to install it: {fix}")
    path = Path(folder)
    version = rpy2_pair.package_version(path) or "?"
    found = f"{version} in {path.parent}"
    if not install.is_ours(path.parent):
        problem = "this is another package keras; scripts run without `rkeras` use it"
        return Finding(what, found, "note", problem, f"{fix} --force")
    if version != install.version():
        problem = f"it is version {version}, but rkeras-py in Python is {install.version()}"
        return Finding(what, found, "wrong", problem, fix)
    if not install.is_fresh(path.parent):
        return Finding(what, found, "wrong", STALE, fix)
    return Finding(what, found)


def rkeras_command(*arguments: str) -> str:
    """A shell command for this environment's `rkeras`, which need not be on the PATH."""
    script = Path(sys.prefix) / "bin" / "rkeras"
    start = [str(script)] if script.is_file() else [sys.executable, "-m", "rkeras_py.cli"]
    return shlex.join([*start, *arguments])


def check_pandoc() -> Finding:
    """Pandoc, which is needed for rendering; RStudio includes its own."""
    folder = os.environ.get("RSTUDIO_PANDOC", "")
    found = (shutil.which("pandoc", path=folder) if folder else None) or shutil.which("pandoc")
    fix = system_package("pandoc")
    if found is None:
        problem = "without it R Markdown documents cannot be rendered"
        return Finding("pandoc", "", "note", problem, fix)
    answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
    version = rpy2_pair.parse_version(answer.stdout.removeprefix("pandoc"))
    if version < OLDEST_PANDOC:
        problem = f"pandoc {version_text(OLDEST_PANDOC)} or later is needed to render documents"
        return Finding("pandoc", version_text(version), "note", problem, fix)
    return Finding("pandoc", version_text(version))
