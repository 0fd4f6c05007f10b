"""R tests of what scripts rely on, with Python as the host."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

FOLDER = Path(__file__).parents[1] / "r"


@pytest.mark.parametrize(
    "name",
    [
        "arguments",
        "class-methods",
        "configs",
        "data",
        "formulas",
        "iterators",
        "members",
        "model-files",
        "names",
        "output-losses",
        "sources",
        "symbolic",
        "tables",
    ],
)
def test_python_as_host_passes_them(name: str, tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text(
        "library(keras); library(testthat)\n"
        f'done <- as.data.frame(test_file("{FOLDER / f"test-{name}.R"}", reporter = "check"))\n'
        'cat(sum(done$nb) > 0, any(done$failed > 0 | done$error), sep = " ")\n'
    )
    outcome = r_process.run_script("rkeras run", script)
    assert outcome.succeeded().strip().endswith("TRUE FALSE")
