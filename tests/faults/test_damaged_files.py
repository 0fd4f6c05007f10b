"""Damaged files: an error that names the file, or the right model; no crash, no hang."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
import r_process
from faults.both import SCALE

PROGRAM = Path(__file__).with_name("damaged_files.py")
FORMATS = (
    "HDF5", "HDF5 of Keras 2", "archive", "raw vector", "SavedModel", "graph", "weights",
    "weights of Keras 3", "weights of an archive", "checkpoint",
)  # fmt: skip
COUNT = 150 * SCALE


@pytest.mark.timeout(900 * SCALE)
@pytest.mark.parametrize("name", FORMATS)
def test_150_cuts_and_bit_flips(tmp_path: Path, name: str) -> None:
    answer = subprocess.run(
        [sys.executable, str(PROGRAM), name, str(COUNT), str(tmp_path)],
        env=r_process.variables("rkeras run", {}),
        capture_output=True,
        encoding="utf-8",
        timeout=800 * SCALE,
        check=False,
    )
    # the last line says at which file the process crashed
    assert answer.returncode == 0, answer.stdout[-500:] + answer.stderr[-3000:]
    outcomes = ast.literal_eval(answer.stdout.splitlines()[-1])
    assert sum(outcomes.values()) == COUNT
    assert "weights changed" not in outcomes
    assert outcomes["refused"] >= COUNT / 10
    assert outcomes["loaded"] >= COUNT / 20
