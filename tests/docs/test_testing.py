"""The examples of TESTING.md, as they stand there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import r_process
from r_process import ROOT

from rkeras_py import cli, testing

from .document import code_block, code_blocks

PAGE = ROOT / "TESTING.md"

needs_r = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


@needs_r
def test_examples_are_one_run_of_pytest(tmp_path: Path) -> None:
    (tmp_path / "test_twins.py").write_text(code_block(PAGE, "python", "run_both"))
    (tmp_path / "test_r.py").write_text(code_block(PAGE, "python", "r_session"))
    (tmp_path / "test_layers.R").write_text(code_block(PAGE, "r", "test_that"))
    (tmp_path / "pyproject.toml").write_text(code_block(PAGE, "toml", "r_files"))
    outcome = r_process.run([sys.executable, "-m", "pytest", "-v", "--color=no"], cwd=tmp_path)
    passed = re.findall(r"^(\S+)::.* PASSED", outcome.succeeded(), re.MULTILINE)
    assert sorted(passed) == ["test_layers.R", "test_r.py", "test_twins.py"]


def test_every_block_is_run() -> None:
    assert len(code_blocks(PAGE, "python")) == 2
    assert len(code_blocks(PAGE, "r")) == 1


def test_what_it_says_of_the_command_is_true() -> None:
    words = code_block(PAGE, "sh", "rkeras parity").split()
    args = cli.parser().parse_args(words[1:])
    assert (args.r_script, args.py_script) == ("script.R", "script.py")
    shown = PAGE.read_text(encoding="utf-8")
    assert f"(rtol = {args.rtol:g}, atol = {args.atol:g})" in shown


def test_its_names_are_there() -> None:
    named = set(re.findall(r"`(\w+)\(\)`", PAGE.read_text(encoding="utf-8")))
    assert named - set(testing.__all__) == {"set_random_seed", "fit", "test_that"}
