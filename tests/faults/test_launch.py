"""Workers that are lost or fail while they train."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPT = """
library(keras)
set.seed(1)
set_random_seed(1)
rank <- if (grepl('"index": 1', Sys.getenv("TF_CONFIG"))) 1 else 0
x <- matrix(rnorm(100 * 3), 100)
y <- x[, 1] - x[, 2]
batches <- function() {
  at <- 0
  function() {
    at <<- at %% 10 + 1
    list(x[at + 1:7, ], y[at + 1:7])
  }
}
model <- keras_model_sequential() %>% layer_dense(4, "tanh", input_shape = 3) %>% layer_dense(1)
model %>% compile("adam", "mse", metrics = "mae")
tell <- function(history) {
  weights <- sapply(get_weights(model), sum)
  cat("RESULT", sprintf("%.8g", c(unlist(history$metrics), weights)), "\\n")
}
at_end <- function(epoch, logs) {
  if (epoch == 2 && rank == 1) fault()
}
stopping <- callback_early_stopping("loss", patience = 2, min_delta = 1e9,
                                    restore_best_weights = TRUE)
tell(model %>% fit(x, y, epochs = 2, batch_size = 16, verbose = 0))
tell(model %>% fit(x, y, epochs = 5, batch_size = 16, verbose = 0,
                   callbacks = list(callback_lambda(on_epoch_end = at_end))))
tell(model %>% fit(batches(), steps_per_epoch = 4, epochs = 9, verbose = 0,
                   callbacks = list(stopping)))
"""
KILLED = """
fault <- function() {
  if (file.exists("killed")) return()
  file.create("killed")
  tools::pskill(Sys.getpid(), tools::SIGKILL)
}
"""
FAILING = 'fault <- function() stop("no such column")\n'
WELL = "fault <- function() NULL\n"


def launch(folder: Path, fault: str, *options: str) -> tuple[r_process.Outcome, float]:
    script = folder / "script.R"
    script.write_text(fault + SCRIPT)
    words = r_process.command("rkeras run", script)
    words[words.index("run") :] = ["launch", "-n", "2", *options, str(script)]
    began = time.monotonic()
    outcome = r_process.run(words, folder, {"R_LIBS": None})
    return outcome, time.monotonic() - began


def test_training_goes_on_after_a_worker_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "well.R"
    script.write_text(WELL + SCRIPT)
    alone = r_process.run_script("rkeras run", script, cwd=tmp_path).succeeded().splitlines()
    outcome, _ = launch(tmp_path, KILLED, "--restarts", "1")
    again = outcome.succeeded().splitlines()
    assert (tmp_path / "killed").exists()
    assert "worker 2 was killed by the signal SIGKILL" in outcome.stderr
    assert "starting again (1 of 1)" in outcome.stderr
    # the first training came to its end twice
    assert len(alone) == 3 and len(again) == 4
    for line, expected in zip(again, [alone[0], *alone], strict=True):
        numbers, wanted = ([float(word) for word in text.split()[1:]] for text in (line, expected))
        assert numbers == pytest.approx(wanted, rel=1e-6, abs=1e-6)


def test_a_killed_worker_ends_the_others(tmp_path: Path) -> None:
    outcome, _ = launch(tmp_path, KILLED)
    assert outcome.status == 137
    assert "worker 2 was killed by the signal SIGKILL" in outcome.stderr
    killed = (tmp_path / "killed").stat().st_mtime
    assert time.time() - killed < 10


def test_an_error_in_one_worker_ends_all_with_that_error(tmp_path: Path) -> None:
    outcome, _ = launch(tmp_path, FAILING)
    assert outcome.status == 1
    assert "[worker 2] Error" in outcome.stderr and "no such column" in outcome.stderr
    assert "worker 2 failed with the exit status 1" in outcome.stderr
