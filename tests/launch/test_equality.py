"""Two and three workers, against one process: the same losses, metrics and weights."""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPT = Path(__file__).parent / "equal.R"
NAMES = [
    "dense", "class weights", "evaluate", "predict", "saved", "decisions", "decided",
    "convolution", "normalized", "recurrent", "unbuilt", "several", "generator", "one sample",
    "batch", "logs",
]  # fmt: skip


@functools.cache
def results(workers: int, folder: Path) -> dict[str, list[float]]:
    folder = folder / str(workers)
    folder.mkdir()
    words = r_process.command("rkeras run", SCRIPT, [str(folder)])
    if workers:
        words[words.index("run")] = "launch"
        words[words.index("launch") + 1 : words.index("launch") + 1] = ["-n", str(workers)]
    outcome = r_process.run(words, folder, {"R_LIBS": None})
    lines = [line for line in outcome.succeeded().splitlines() if line.startswith("RESULT ")]
    parts = [line.removeprefix("RESULT ").split() for line in lines]
    found: dict[str, list[float]] = {}
    for words in parts:
        numbers = [word for word in words if not word.isalpha()]
        name = " ".join(word for word in words if word.isalpha() and word not in ("NaN", "NA"))
        found[name] = [float(number) for number in numbers]
    assert not [path for path in folder.iterdir() if path.name not in ("logs.csv", "model.h5")]
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("equality")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("workers", [2, 3])
def test_workers_give_the_result_of_one_process(workers: int, name: str, folder: Path) -> None:
    expected, found = results(0, folder)[name], results(workers, folder)[name]
    assert len(expected) == len(found) > 0
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-6)
