"""The testthat files of this folder, all in one R process."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

FILES = sorted(path.name for path in Path(__file__).parent.glob("test-*.R"))

RUNNER = """
library(testthat)
library(keras)
for (file in commandArgs(TRUE)) {
  cat("FILE", basename(file), "\\n")
  reporter <- ListReporter$new()
  test_file(file, reporter = reporter, stop_on_failure = FALSE)
  for (test in reporter$get_results()) {
    for (result in test$results) {
      kind <- sub("expectation_", "", class(result)[[1]])
      cat("RESULT", kind, "\\n")
      if (!kind %in% c("success", "skip")) cat(test$test, format(result), "", sep = "\\n")
    }
  }
}
cat("FILE end\\n")
"""

pytestmark = [
    pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed"),
]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the runner printed of each file."""
    folder = tmp_path_factory.mktemp("testthat")
    runner = folder / "runner.R"
    runner.write_text(RUNNER)
    paths = [str(Path(__file__).parent / name) for name in FILES]
    outcome = r_process.run_script("Rscript", runner, *paths, cwd=folder)
    if outcome.status == 1 and "there is no package called ‘testthat’" in outcome.stderr:
        pytest.skip("the R package testthat is not installed")
    printed: dict[str, list[str]] = {}
    for line in outcome.succeeded().splitlines():
        if line.startswith("FILE "):
            name = line.split()[1]
            printed[name] = []
        else:
            printed[name].append(line)
    assert list(printed) == [*FILES, "end"], outcome.stderr
    return printed


@pytest.mark.parametrize("name", FILES)
def test_file(results: dict[str, list[str]], name: str) -> None:
    words = [line for line in results[name] if not line.startswith("RESULT success")]
    assert not words, "\n".join(words)
    assert results[name], "no expectation was checked"
