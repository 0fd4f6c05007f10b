"""The companion tensorflow's exports and their formals, held against those of the real package."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

TESTS = Path(__file__).parent.parent
EXPORTS = TESTS / "fixtures" / "tensorflow" / "exports.R"
LINES = [line for line in EXPORTS.read_text().splitlines() if line and line[0] != "#"]


def test_the_table_is_whole() -> None:
    assert len(LINES) == 40


def test_names_and_formals() -> None:
    told = {"R_LIBS": companion.libraries(), "CONTRACT_PACKAGE": "tensorflow"}
    outcome = r_process.run(["Rscript", TESTS / "contract.R", EXPORTS], environment=told)
    findings = [line.split("\t") for line in outcome.succeeded().splitlines()]
    assert {name for kind, name, *_ in findings if kind == "export"} == {
        re.sub(r"[( ].*", "", line).strip("`") for line in LINES
    }
    assert [finding for finding in findings if finding[0] in ("names", "default")] == []
