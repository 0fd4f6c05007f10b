"""`rkeras doctor` as a whole."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rkeras_py import doctor, install
from rkeras_py.doctor.finding import Finding


@pytest.mark.parametrize(
    ("status", "expected"), [("ok", 0), ("note", 0), ("missing", 1), ("wrong", 1)]
)
def test_exit_status(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    status: str,
    expected: int,
) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: [Finding("R", "", status)])  # type: ignore[arg-type]
    assert doctor.main() == expected
    assert status in capsys.readouterr().out


def test_everything_here_is_well() -> None:
    install.ensure_r_package()
    answer = subprocess.run(
        [sys.executable, "-m", "rkeras_py.cli", "doctor"], capture_output=True, text=True
    )
    assert answer.stdout.endswith("\nAll good.\n")
    assert answer.returncode == 0, answer.stdout
