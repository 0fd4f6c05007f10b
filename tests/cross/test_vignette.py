"""The code of R keras's own vignette "Guide to the Sequential Model", unchanged.

The slowest tests here: each host trains the vignette's 16 models.
"""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
import r_process
from r_process import HOSTS, SHARED, Outcome

SCRIPT = SHARED / "run_vignette.R"

pytestmark = [
    pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed"),
    pytest.mark.skipif(not SCRIPT.is_file(), reason="../shared/run_vignette.R is not here"),
]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Future[Outcome]]:
    folder: Path = tmp_path_factory.mktemp("vignette")  # plots go into the working folder
    environment = {"VIGNETTE_DIR": str(SHARED)}
    return {
        host: r_process.begin(host, SCRIPT, cwd=folder, environment=environment) for host in HOSTS
    }


@pytest.mark.parametrize("host", HOSTS)
def test_all_chunks_run(begun: dict[str, Future[Outcome]], host: str) -> None:
    outcome = begun[host].result()
    failed = [line for line in outcome.stdout.splitlines() if ": FAILED " in line]
    assert failed == []
    assert outcome.succeeded().splitlines()[-1] == "16 of 16 chunks ran"
