"""Runs the Python tests against the newest Keras, and prints what changed: `make test-next`.

.venv-next has the newest Keras and looks up everything else in .venv, so that what changed is due
to Keras. At the end stand the private names that it lacks, and the tests that fail with it and do
not fail with the Keras of .venv: what there is to do before the bounds in pyproject.toml move.

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
#: The development snapshot, which is ahead of the releases and of their candidates.
NEWEST = "keras-nightly"
#: The tests of what runs without R.
TESTS = ["convert", "keras_private", "compat", "engine", "registry", "api", "downloads"]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keras", default=NEWEST, help=f'such as "keras==3.16.*"; else {NEWEST}')
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
    """A title and what is below it, before the programs that run next print anything."""
    print(f"\n{title}", *items, sep="\n  ", flush=True)


def environment(folder: Path, rest: Path, requirement: str) -> Path:
    """The Python of a new environment with a package, which finds all others in another one."""
    subprocess.run([rest / "bin" / "python", "-m", "venv", "--clear", folder], check=True)
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--pre"]
    if subprocess.run([*pip, "--no-deps", requirement], check=False).returncode:
        sys.exit(f"{requirement} could not be installed; what pip says is above.")
    mine, theirs = (site_packages(each / "bin" / "python") for each in (folder, rest))
    (mine / "rest.pth").write_text(f"import site; site.addsitedir({str(theirs)!r})\n", "utf-8")
    subprocess.run([*pip, requirement], check=True)  # what it needs and the other one lacks
    return python


def site_packages(python: Path) -> Path:
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(output([python, "-c", code]))


def keras_version(python: Path) -> str:
    return output([python, "-c", "import keras; print(keras.__version__)"])


def private_names(python: Path) -> list[str]:
    """What the self-test of rkeras_py.keras_private reports."""
    return output([python, "-W", "ignore", "-m", "rkeras_py.keras_private"]).splitlines()


def output(command: list[str | Path]) -> str:
    """What a command prints, without what TensorFlow logs."""
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode and not run.stdout:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{run.stderr}")
    return run.stdout.strip()


def failures(python: Path, arguments: list[str], cache: Path, root: Path = ROOT) -> list[str]:
    """The tests that fail, by pytest's names for them, where it keeps those for `--last-failed`."""
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
