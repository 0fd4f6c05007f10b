"""The examples of the help pages, run by R. Its opinion of the pages: tests/test_r_cmd_check.py."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from rkeras_py.install import r_source

pytestmark = pytest.mark.skipif(
    r_process.missing_r() is not None, reason=r_process.missing_r() or ""
)


def test_examples_run() -> None:
    script = Path(__file__).with_name("run_examples.R")
    assert r_process.run(["Rscript", script, r_source() / "man"]).succeeded() == "ran\n"
