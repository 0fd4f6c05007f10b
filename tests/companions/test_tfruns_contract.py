"""The companion tfruns's exports and their formals, held against those of the real package."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

TESTS = Path(__file__).parent.parent
TABLE = TESTS / "fixtures" / "tfruns" / "exports.R"


def _compared(table: Path) -> list[list[str]]:
    words = ["Rscript", TESTS / "contract.R", "--package=tfruns", table]
    outcome = r_process.run(words, environment={"R_LIBS": companion.libraries()})
    return [line.split("\t") for line in outcome.succeeded().splitlines()]


def test_every_export_is_there_with_its_arguments() -> None:
    lines = [line for line in TABLE.read_text().splitlines() if line and line[0] != "#"]
    names = {line.partition("(")[0].strip("`") for line in lines}
    assert len(names) == len(lines) == 27
    findings = _compared(TABLE)
    assert {name for kind, name, *_ in findings if kind == "export"} == names
    assert [found for found in findings if found[0] in ("names", "default")] == []


def test_a_difference_is_found(tmp_path: Path) -> None:
    table = tmp_path / "exports.R"
    table.write_text('copy_run(run_dir, to = "..", rename = NULL)\nrun_info(run)\n')
    findings = _compared(table)
    assert ["default", "copy_run", "to", '"."', '".."'] in findings
    assert ["names", "run_info", "run_dir", "run"] in findings
