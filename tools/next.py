"""Runs the Python tests against the newest Keras, and prints what changed: `make test-next`.

.venv-next has the newest Keras and uses everything else from .venv, so that all changes are due to
Keras. At the end it prints the missing private names, and the tests that fail with it but not with
the Keras of .venv: the work to do before the bounds in pyproject.toml change.

    python tools/next.py [--keras REQUIREMENT] [pytest's arguments]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINNED = ROOT / ".venv"
NEXT = ROOT / ".venv-next"
#: The development snapshot, which is newer than releases and release candidates.
NEWEST = "keras-nightly"
#: The tests that run without R.
TESTS = ["convert", "keras_private", "compat", "engine", "registry", "api", "downloads"]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--keras", default=NEWEST, help=f'such as "keras==3.16.*"; default: {NEWEST}'
    )
    parser.add_argument("pytest", nargs="*", default=[f"tests/{name}" for name in TESTS])
    given = parser.parse_args()
    python = environment(NEXT, PINNED, given.keras)
    pinned = PINNED / "bin" / "python"
    newer, older = keras_version(python), keras_version(pinned)
    gone = private_names(python)
    tell(f"The tests with Keras {newer}:")
    broken = failures(python, given.pytest, NEXT / "cache")
    both: list[str] = []
    if broken:
        tell(f"Those that failed, with Keras {older}:")
        both = failures(pinned, broken, NEXT / "cache-pinned")
    new = [test for test in broken if test not in both]
    tell(f"To do for Keras {newer}, which {older} does not need")
    tell(f"Private names that changed: {len(gone)}", *gone)
    tell(f"Tests that fail: {len(new)}", *new)
    return int(bool(gone or new))


def tell(title: str, *items: str) -> None:
    """Print a title and items, before the next programs print anything."""
    print(f"\n{title}", *items, sep="\n  ", flush=True)


def environment(folder: Path, rest: Path, requirement: str) -> Path:
    """The Python of a new environment with one package, which uses the others of another one."""
    subprocess.run([rest / "bin" / "python", "-m", "venv", "--clear", folder], check=True)
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--pre"]
    if subprocess.run([*pip, "--no-deps", requirement], check=False).returncode:
        sys.exit(f"{requirement} could not be installed; see pip's output above.")
    mine, theirs = (site_packages(each / "bin" / "python") for each in (folder, rest))
    (mine / "rest.pth").write_text(f"import site; site.addsitedir({str(theirs)!r})\n", "utf-8")
    subprocess.run([*pip, requirement], check=True)  # and its dependencies that the other one lacks
    return python


def site_packages(python: Path) -> Path:
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(output([python, "-c", code]))


def keras_version(python: Path) -> str:
    return output([python, "-c", "import keras; print(keras.__version__)"])


def private_names(python: Path) -> list[str]:
    """The report of the self-test of rkeras_py.keras_private."""
    return output([python, "-W", "ignore", "-m", "rkeras_py.keras_private"]).splitlines()


def output(command: list[str | Path]) -> str:
    """The output of a command, without TensorFlow's log messages."""
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode and not run.stdout:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{run.stderr}")
    return run.stdout.strip()


def failures(python: Path, arguments: list[str], cache: Path, root: Path = ROOT) -> list[str]:
    """The names of failed tests, from pytest's cache for `--last-failed`."""
    last = cache / "v" / "cache" / "lastfailed"
    last.unlink(missing_ok=True)
    chosen = cache.with_suffix(".tests")
    chosen.write_text("\n".join(arguments), "utf-8")
    subprocess.run(
        [
            python, "-m", "pytest", "--quiet", "--tb=line", "--show-capture=no",
            "--disable-warnings", "--continue-on-collection-errors",
            "--numprocesses", "2", "--dist", "loadfile", "-o", f"cache_dir={cache}", f"@{chosen}",
        ],
        cwd=root,
        check=False,
    )  # fmt: skip
    return sorted(json.loads(last.read_text("utf-8"))) if last.exists() else []


if __name__ == "__main__":
    sys.exit(main())
