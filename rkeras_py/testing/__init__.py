"""Tests in two languages: one model, the same numbers from R and from Python."""

from __future__ import annotations

from rkeras_py.testing.running import (
    Both,
    ProgramError,
    Variables,
    run_both,
    run_python,
    run_r,
)
from rkeras_py.testing.values import HistoryValues, ModelWeights

__all__ = [
    "Both",
    "HistoryValues",
    "ModelWeights",
    "ProgramError",
    "Variables",
    "run_both",
    "run_python",
    "run_r",
]
