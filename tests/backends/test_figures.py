"""The backend in use computes what TensorFlow does, from the same numbers.

`make test-backends` runs these tests on JAX and PyTorch as well.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backends import figures

EXPECTED = json.loads(Path(__file__).with_name("figures.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", figures.CASES)
def test_figures_of_tensorflow(name: str) -> None:
    found = figures.figures(figures.CASES[name])
    assert found == pytest.approx(EXPECTED[name], rel=1e-4, abs=1e-5)


def test_every_case_has_figures() -> None:
    assert set(EXPECTED) == set(figures.CASES)
    assert all(EXPECTED.values())
