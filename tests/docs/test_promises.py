"""Each promise names tests that pytest finds."""

import os
import re
import sys
from pathlib import Path

import r_process

ROOT = Path(__file__).parent.parent.parent


def collected(files: set[str]) -> set[str]:
    """The tests in some files, as ``path::name`` from the root on."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    outcome = r_process.run([*command, "--override-ini", "norecursedirs=", *sorted(files)], ROOT)
    return {line.partition("[")[0] for line in outcome.succeeded().splitlines() if "::" in line}


def test_each_promise_names_tests_that_exist() -> None:
    lines = (ROOT / "PROMISES.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|") and not line.startswith("| **")]
    promises = rows[2:]  # below the heading and its rule
    assert len(promises) > 20
    named = [
        {os.path.normpath(f"tests/faults/{name}") for name in re.findall(r"`(\S+\.py::\w+)`", row)}
        for row in promises
    ]
    there = collected({name.partition("::")[0] for names in named for name in names})
    for promise, names in zip(promises, named, strict=True):
        assert names and names <= there, promise
