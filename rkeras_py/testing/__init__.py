"""Tests in two languages: the same numbers from R and Python."""

from __future__ import annotations

from rkeras_py.testing.assertions import (
    assert_same,
    assert_same_history,
    assert_same_predictions,
    assert_same_weights,
)
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
    "assert_same",
    "assert_same_history",
    "assert_same_predictions",
    "assert_same_weights",
    "run_both",
    "run_python",
    "run_r",
]
