"""Whole R scripts in R keras's style, which check their own results, in both hosts."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
import r_process
from r_process import HOSTS, Outcome

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPTS = {path.stem: path for path in sorted(Path(__file__).parent.glob("*.R"))}
LAST_LINES = {
    "mlp_classifier": "classes are told apart",
    "regression": "the function is learnt",
    "lstm_counter": "it counts",
    "convnet_shapes": "bars are told apart",
}


@pytest.fixture(scope="module")
def begun() -> dict[tuple[str, str], Future[Outcome]]:
    """All scripts, two at a time."""
    return {
        (host, name): r_process.begin(host, path)
        for name, path in SCRIPTS.items()
        for host in HOSTS
    }


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", SCRIPTS)
def test_script(begun: dict[tuple[str, str], Future[Outcome]], host: str, name: str) -> None:
    assert begun[host, name].result() == Outcome(0, f"{LAST_LINES[name]}\n", "")
