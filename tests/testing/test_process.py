"""Processes that do not end, or run where asked."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from rkeras_py.testing import ProgramError, run_both, run_python, run_r

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


@needs_r
def test_scripts_run_where_asked_and_know_their_path(tmp_path: Path) -> None:
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (tmp_path / "given.txt").write_text("4")
    (scripts / "helper.py").write_text("four = 4")
    (scripts / "a.R").write_text("n <- scan('given.txt', quiet = TRUE) + 1\n2 + 2\n")
    (scripts / "a.py").write_text("import helper\nn = int(open('given.txt').read()) + 1\n")
    both = run_both(scripts / "a.R", scripts / "a.py", cwd=tmp_path)
    assert both.r["n"] == both.python["n"] == 5
    assert both.r.output == "[1] 4\n"
    with pytest.raises(FileNotFoundError, match=r"there is no R script .*b\.R"):
        run_r(scripts / "b.R")


def test_a_program_that_does_not_end() -> None:
    with pytest.raises(ProgramError, match=r"it had not ended after 15 s\nIt printed:\n  so far"):
        run_python("print('so far', flush=True)\nwhile True: pass", timeout=15)
