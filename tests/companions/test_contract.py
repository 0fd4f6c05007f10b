"""The companions' exports and their formals, held against those of the packages they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

CONTRACT = Path(__file__).parent.parent / "contract.R"
TABLES = Path(__file__).parent.parent / "fixtures"

#: How many exports the packages have: reticulate 1.46, tensorflow 2.20.
EXPORTS = {"reticulate": 111, "tensorflow": 40}


def _compared(package: str, table: Path) -> list[list[str]]:
    words = ["Rscript", CONTRACT, f"--package={package}", table]
    outcome = r_process.run(words, environment={"R_LIBS": companion.libraries()})
    return [line.split("\t") for line in outcome.succeeded().splitlines()]


@pytest.mark.parametrize("package", EXPORTS)
def test_a_companion_has_every_export_with_its_arguments(package: str) -> None:
    table = TABLES / package / "exports.R"
    lines = [line for line in table.read_text().splitlines() if line and line[0] != "#"]
    names = {line.partition("(")[0].split(" ")[0].strip("`") for line in lines}
    assert len(names) == len(lines) == EXPORTS[package]
    findings = _compared(package, table)
    assert {name for kind, name, *_ in findings if kind == "export"} == names
    assert [found for found in findings if found[0] in ("names", "default")] == []


def test_a_difference_is_found(tmp_path: Path) -> None:
    table = tmp_path / "exports.R"
    table.write_text("py_eval(code, convert = FALSE)\npy_id(x)\n")
    findings = _compared("reticulate", table)
    assert ["default", "py_eval", "convert", "TRUE", "FALSE"] in findings
    assert ["names", "py_id", "object", "x"] in findings
