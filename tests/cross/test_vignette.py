"""What R keras's own vignette "Guide to the Sequential Model" does, from both hosts.

guide/ does the same as the vignette's 16 chunks, with data and checks of this project. Where the
vignette itself lies beside the clone, it runs as well, unchanged.

The slowest tests here: each host trains nine models a script.
"""

from __future__ import annotations

import re
from concurrent.futures import Future
from pathlib import Path

import pytest
import r_process
from r_process import HOSTS, ROOT, Outcome

GUIDE = Path(__file__).with_name("guide")
VIGNETTE = ROOT.parent / "shared" / "run_vignette.R"
#: The epochs of the sections that train a model.
EPOCHS = {8: 10, 9: 10, 10: 20, 11: 20, 12: 10, 13: 10, 14: 10, 15: 5, 16: 5}

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


@pytest.fixture(scope="module")
def guide() -> dict[str, Future[Outcome]]:
    return {host: r_process.begin(host, "sections.R", cwd=GUIDE) for host in HOSTS}


@pytest.fixture(scope="module")
def vignette(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Future[Outcome]]:
    folder: Path = tmp_path_factory.mktemp("vignette")  # plots go into the working folder
    told = {"VIGNETTE_DIR": str(VIGNETTE.parent)}
    return {host: r_process.begin(host, VIGNETTE, cwd=folder, environment=told) for host in HOSTS}


def sections(output: str) -> dict[int, tuple[str, str]]:
    """By the numbers of the sections, what their checks found and what the models printed."""
    parts = re.split(r"^section\t(\d+)\t(.*)\n", output, flags=re.MULTILINE)
    printed, numbers, outcomes = parts[:-1:3], parts[1::3], parts[2::3]
    return {int(n): found for n, *found in zip(numbers, outcomes, printed, strict=True)}


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("number", range(1, 17))
def test_section_of_the_guide(guide: dict[str, Future[Outcome]], host: str, number: int) -> None:
    outcome, printed = sections(guide[host].result().succeeded())[number]
    assert outcome == "ok"
    epochs = EPOCHS.get(number, 0)
    expected = [(str(epoch), str(epochs)) for epoch in range(1, epochs + 1)]
    assert re.findall(r"^Epoch (\d+)/(\d+)$", printed, re.MULTILINE) == expected


@pytest.mark.skipif(
    not VIGNETTE.is_file(), reason="the vignette of R keras is not beside the clone"
)
@pytest.mark.parametrize("host", HOSTS)
def test_chunks_of_the_vignette(vignette: dict[str, Future[Outcome]], host: str) -> None:
    outcome = vignette[host].result()
    failed = [line for line in outcome.stdout.splitlines() if ": FAILED " in line]
    assert failed == []
    assert outcome.succeeded().splitlines()[-1] == "16 of 16 chunks ran"
