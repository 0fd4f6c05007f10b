"""Sets everything up in this checkout: `make setup`.

R and its packages come from the distribution, Python's from PyPI into .venv, in the versions and
with the hashes of the lock files (see lock.py), and the R package of this project goes into a
library inside .venv. Completed steps are not repeated. It is run by the system's python3, so it
only uses the standard library.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = VENV / "setup.log"
STAMP = VENV / "setup.json"
LOCKS = ROOT / "requirements"
LOG_TAIL = 40

R_PACKAGES = [
    "Matrix", "R6", "bit64", "generics", "ggplot2", "knitr", "lintr", "magrittr", "rlang",
    "rmarkdown", "testthat", "yaml", "zeallot",
]  # fmt: skip
DEBIAN_R = ["r-base-dev", "pandoc", "tzdata", *("r-cran-" + name.lower() for name in R_PACKAGES)]


class SetupError(Exception):
    """The set-up cannot continue; the message says why and what to do."""


def main() -> int:
    if sys.version_info < (3, 11):
        found = "{}.{}".format(*sys.version_info[:2])
        print(f"Python 3.11 or later is needed, but python3 is {found}. Choose another one: "
              "make setup PYTHON=python3.11", file=sys.stderr)  # fmt: skip
        return 1
    try:
        with alone():
            check_environment()
            system_packages()
            python_environment()
            r_package()
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


_checkout: int | None = None  # open while the set-up holds the lock


@contextmanager
def alone() -> Iterator[None]:
    """Wait for another set-up of this checkout; its completed steps are not repeated.

    The checkout's folder itself is locked, so no file is left behind. The system releases the lock
    when the last process that has it open ends.
    """
    global _checkout
    _checkout = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(_checkout, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with Step("Waiting for another set-up of this checkout"):
            fcntl.flock(_checkout, fcntl.LOCK_EX)
    except OSError:  # a file system without locks
        pass
    try:
        yield
    finally:
        os.close(_checkout)
        _checkout = None


def check_environment() -> None:
    """Refuse to remove an environment that was not created by this set-up."""
    made_here = STAMP.exists() or LOG.exists()
    if os.path.lexists(VENV) and not made_here and not (VENV.is_dir() and not os.listdir(VENV)):
        raise SetupError(
            f"{VENV} exists, but was not created by this set-up. It was not changed: move "
            "it away, then run the set-up again."
        )


def system_packages() -> None:
    """Install R, its headers and packages, and parts of Debian's Python."""
    if shutil.which("apt-get") is None or not r_is_debians():
        check_foreign_r()
        return
    wanted = list(DEBIAN_R)
    if sys.base_prefix == "/usr":
        # Debian splits Python: venv, the headers for building rpy2, and the library that R loads.
        wanted += ["python3-venv", "python3-dev", "libpython{}.{}".format(*sys.version_info[:2])]
    missing = debian_missing(wanted)
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    root = as_root()
    if root is None:
        raise SetupError(
            "System packages are missing, and this user is neither root nor allowed to use sudo "
            "without a password. Run this, then run the set-up again:\n"
            f"  sudo apt-get update && sudo {shlex.join(install)}"
        )
    with Step("R and other system packages"):
        # If the lists cannot be updated, the packages may still be available.
        run([*root, "apt-get", "update"], fatal=False, locked=False)
        run([*root, *install], locked=False)  # may start services, which would keep the lock


def r_is_debians() -> bool:
    """Whether R is Debian's, or would be because there is none yet."""
    found = shutil.which("R")
    return found is None or Path(found).resolve() == Path("/usr/lib/R/bin/R")


def check_foreign_r() -> None:
    """If R does not come from Debian, report what is missing."""
    if read_stamp().get("r") == text(pair().r_version()) != "none":
        return
    if pair().r_version() is None:
        raise SetupError(
            "R was not found. Install R 4.2 or later with its headers (R-devel on Fedora, r on "
            f"Arch), pandoc, and in R: {install_packages(R_PACKAGES)}"
        )
    quoted = ", ".join(f'"{name}"' for name in R_PACKAGES)
    code = f"cat(setdiff(c({quoted}), rownames(installed.packages())))"
    missing = output(["Rscript", "--vanilla", "-e", code]).split()
    if missing:
        raise SetupError(f"R packages are missing. In R: {install_packages(missing)}")


def install_packages(names: list[str]) -> str:
    return "install.packages(c({}))".format(", ".join(f'"{name}"' for name in names))


def debian_missing(wanted: list[str]) -> list[str]:
    answer = output(["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *wanted])
    there = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [name for name in wanted if name not in there]


def as_root() -> list[str] | None:
    """The prefix of a command to run it as root; None if that is not possible."""
    noninteractive = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return noninteractive
    try:
        subprocess.run(["sudo", "-n", "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return ["sudo", "-n", *noninteractive]


def python_environment() -> None:
    """Create .venv with the rpy2 that fits R, this package and its dependencies."""
    stamp = read_stamp()
    # Programs in .venv contain its path: in a moved or copied checkout, they would start the old
    # Python or none.
    python = {"python": f"{sys.version} {sys.base_prefix}", "checkout": str(ROOT)}
    if any(stamp.get(key) != value for key, value in python.items()) or not PYTHON.exists():
        if stamp.get("checkout", str(ROOT)) != str(ROOT):
            print(f"This checkout was moved or copied from {stamp['checkout']}.")
        shutil.rmtree(VENV, ignore_errors=True)
        VENV.mkdir()
        # If run inside an environment, use the Python that it was created from.
        base = getattr(sys, "_base_executable", None) or sys.executable
        with Step("Python environment .venv"):
            run([base, "-m", "venv", str(VENV)])
        stamp = dict(python)
        write_stamp(stamp)

    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    locked = [*pip, "--require-hashes", "--requirement"]
    # Build with packages of the lock file, too: pip would use the newest ones.
    build = ["--no-deps", "--no-build-isolation"]

    packages = file_hash(LOCKS / "packages.txt")
    if stamp.get("packages") != packages:
        with Step("TensorFlow, Keras and the other Python packages"):
            run([*locked, str(LOCKS / "packages.txt")])
        stamp["packages"] = packages
        write_stamp(stamp)

    r_version = pair().r_version()
    lock = rpy2_lock(r_version)
    rpy2 = {"r": text(r_version), "rpy2": file_hash(lock)}
    if any(stamp.get(key) != value for key, value in rpy2.items()):
        # Build again if R changed, even if the version of rpy2 is the same.
        options = [*build, "--force-reinstall", *pair().FROM_SOURCE]
        with Step(f"rpy2 for R {text(r_version)}"):
            run([*locked, str(lock), *options], RPY2_CFFI_MODE="API")
        stamp.update(rpy2)
        write_stamp(stamp)

    project = project_hash()
    if stamp.get("project") != project:
        with Step("rkeras-py itself"):
            run([*pip, *build, "--editable", str(ROOT)])
        stamp["project"] = project
        write_stamp(stamp)


def rpy2_lock(r_version: tuple[int, ...] | None) -> Path:
    """The lock file of the rpy2 that fits this R."""
    old = pair().requirements(r_version) == pair().OLD_R_REQUIREMENTS
    return LOCKS / ("rpy2-before-r4.5.txt" if old else "rpy2-from-r4.5.txt")


def file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def project_hash() -> str:
    """A hash that changes if this project must be installed again."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "hatch_build.py", "tools/setup.py"):
        digest.update((ROOT / name).read_bytes())
    lines = (ROOT / "R" / "DESCRIPTION").read_text(encoding="utf-8").splitlines()
    digest.update(repr([line for line in lines if line.startswith("Version:")]).encode())
    return digest.hexdigest()


def r_package() -> None:
    """Install the R package into the library inside .venv, if its sources or R changed."""
    code = "from rkeras_py import install as i; print(i.is_fresh(i.r_library()))"
    if output([str(PYTHON), "-c", code]).strip() != "True":
        with Step("R package keras"):
            run([str(PYTHON), "-m", "rkeras_py.cli", "r-libs"])


class Step:
    """Prints what is being done and how long it takes."""

    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> None:
        self.start = time.monotonic()
        print(f"{self.what} ... ", end="", flush=True)

    def __exit__(self, kind: object, *rest: object) -> None:
        seconds = time.monotonic() - self.start
        print(f"failed after {seconds:.0f} s" if kind else f"{seconds:.0f} s", flush=True)


def run(command: list[str], fatal: bool = True, locked: bool = True, **environment: str) -> None:
    """Runs a command with its output in the log; SetupError shows the end of the log.

    The command keeps the lock if this set-up is killed before it ends.
    """
    VENV.mkdir(exist_ok=True)
    with open(LOG, "a", encoding="utf-8") as log:
        print(f"$ {shlex.join(command)}", file=log, flush=True)
        status = subprocess.run(
            command,
            cwd=ROOT,
            env={**environment_of_children(), **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
            pass_fds=[_checkout] if locked and _checkout is not None else [],
        ).returncode
    if status != 0 and fatal:
        said = LOG.read_text(encoding="utf-8", errors="replace").rpartition("\n$ ")[2]
        lines = "\n".join("  " + line for line in said.splitlines()[1:][-LOG_TAIL:])
        raise SetupError(
            f"{lines}\n\nThis failed with exit status {status}: {shlex.join(command)}\n"
            f"The complete output is in {LOG}."
        )


def output(command: list[str]) -> str:
    answer = subprocess.run(
        command, env=environment_of_children(), capture_output=True, text=True, check=False
    )
    return answer.stdout


def environment_of_children() -> dict[str, str]:
    """Without the user's package folders, which pip would treat as part of .venv."""
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH")}


_pair = None


def pair():
    """The module rkeras_py.rpy2_pair, loaded by its path: the package may import much more."""
    global _pair
    if _pair is None:
        spec = importlib.util.spec_from_file_location(
            "rpy2_pair", ROOT / "rkeras_py" / "rpy2_pair.py"
        )
        _pair = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(_pair)
    return _pair


def text(version: tuple[int, ...] | None) -> str:
    return ".".join(str(part) for part in version) if version else "none"


def read_stamp() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_stamp(stamp: dict[str, str]) -> None:
    STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
