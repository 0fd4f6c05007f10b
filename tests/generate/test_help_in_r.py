"""R's own opinion of the help pages."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from rkeras_py.install import r_source

pytestmark = pytest.mark.skipif(
    r_process.missing_r() is not None, reason=r_process.missing_r() or ""
)


def test_r_finds_nothing_wrong_with_the_help_pages() -> None:
    """Marked up right, with the usage of the code, every argument and every function described."""
    script = Path(__file__).with_name("check_help.R")
    assert r_process.run(["Rscript", script, r_source() / "man"]).succeeded() == "checked\n"


def test_examples_run() -> None:
    script = Path(__file__).with_name("run_examples.R")
    assert r_process.run(["Rscript", script, r_source() / "man"]).succeeded() == "ran\n"
