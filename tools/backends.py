"""Runs what a backend has to do on JAX and PyTorch: `make test-backends`.

.venv-jax and .venv-torch have the backend and look up everything else in .venv. On each run: the
figures and the state of models (tests/backends), R scripts (tests/hosts), the parity scripts, the
guide of the vignette, the examples of the help pages, and the tests of the API. What came out is
written to docs/backends.md, a table with a row for each help page.

    python tools/backends.py [--backends jax torch] [--quick]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from next import ROOT, environment, tell

PINNED = ROOT / ".venv"
TABLE = ROOT / "docs" / "backends.md"
TITLES = {"tensorflow": "TensorFlow", "jax": "JAX", "torch": "PyTorch"}
#: What has to pass on every backend.
ALWAYS = ["tests/backends", "tests/hosts/test_backends.py"]
LONG = ["tests/cross/test_parity.py", "tests/cross/test_vignette.py"]
#: How the errors begin that say what a backend cannot do.
_REFUSED = re.compile(r"\(\) (?:does not run on|needs TensorFlow)")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--backends", nargs="+", default=["jax", "torch"], choices=[*TITLES])
    parser.add_argument("--quick", action="store_true", help="only what has to pass, no table")
    given = parser.parse_args()
    status = 0
    pages: dict[str, dict[str, str]] = {}
    for backend in given.backends:
        python = PINNED / "bin" / "python"
        if backend != "tensorflow":
            python = environment(ROOT / f".venv-{backend}", PINNED, backend)
            write_command(python)
        tell(f"{TITLES[backend]}: what has to pass")
        status |= tests(python, backend, ALWAYS if given.quick else [*ALWAYS, *LONG])
        if given.quick:
            continue
        tell(f"{TITLES[backend]}: the examples of the help pages")
        pages[backend] = examples(python, backend)
        counts = {
            word: list(pages[backend].values()).count(word)
            for word in ("works", "refused", "fails")
        }
        tell(", ".join(f"{count} {word}" for word, count in counts.items()))
        tell(f"{TITLES[backend]}: the tests of the API, some of which are of TensorFlow's own")
        tests(python, backend, ["tests/api"])
    if pages:
        TABLE.write_text(table(pages), encoding="utf-8")
    return status


def write_command(python: Path) -> None:
    """Give an environment the command `rkeras`, which is that of another one else."""
    command = python.with_name("rkeras")
    code = "import sys\nfrom rkeras_py.cli import main\n\nsys.exit(main())\n"
    command.write_text(f"#!{python}\n{code}", encoding="utf-8")
    command.chmod(0o755)


def variables(backend: str) -> dict[str, str]:
    return {**os.environ, "KERAS_BACKEND": backend}


def tests(python: Path, backend: str, paths: list[str]) -> int:
    """Pytest's status."""
    options = ["--quiet", "--tb=line", "--disable-warnings", "--continue-on-collection-errors"]
    return subprocess.run(
        [python, "-m", "pytest", *options, *paths], cwd=ROOT, env=variables(backend), check=False
    ).returncode


def examples(python: Path, backend: str) -> dict[str, str]:
    """What became of the example of each help page: "works", "refused" or "fails"."""
    folder = ROOT / "R" / "man"
    found = {page.stem: "works" for page in sorted(folder.glob("*.Rd")) if has_example(page)}
    del found["use_backend"]  # only before the first use of Keras
    libraries = subprocess.run(
        [python.with_name("rkeras"), "r-libs"], capture_output=True, text=True, check=True
    ).stdout.strip()
    run = subprocess.run(
        ["Rscript", ROOT / "tests" / "generate" / "run_examples.R", folder],
        capture_output=True,
        text=True,
        env={**variables(backend), "R_LIBS": libraries},
        check=False,
    )
    if not run.stdout.endswith("ran\n"):
        sys.exit(f"The examples did not run to the end:\n{run.stderr}")
    for line in run.stdout.splitlines()[:-1]:
        page, _, problem = line.partition(".Rd: ")
        if page in found:
            found[page] = "refused" if _REFUSED.search(problem) else "fails"
            print(f"  {line}", flush=True)
    return found


def has_example(page: Path) -> bool:
    return "\\examples{" in page.read_text(encoding="utf-8")


def table(pages: dict[str, dict[str, str]]) -> str:
    """The page of the documentation: what does not work everywhere, and what does."""
    backends = list(pages)
    names = sorted(next(iter(pages.values())))
    differing = [name for name in names if {pages[b][name] for b in backends} != {"works"}]
    head = ["Help page", "TensorFlow", *(TITLES[b] for b in backends)]
    rows = [[f"`{name}`", "works", *(pages[b][name] for b in backends)] for name in differing]
    lines = [
        "# What works on which backend",
        "",
        "Written by `make test-backends`, which runs the examples of all help pages on each",
        "backend, with TensorFlow installed beside it. *Refused* is an error of the class",
        "`keras_backend_error`, which says why and what to use instead.",
        "",
        f"| {' | '.join(head)} |",
        f"|{'---|' * len(head)}",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        f"The other {len(names) - len(differing)} help pages work on all of them:",
        "",
        ", ".join(f"`{name}`" for name in names if name not in differing) + ".",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
