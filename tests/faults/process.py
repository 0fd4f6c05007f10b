"""Fault scenarios: R code in a process of its own, with a time limit, in either host."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import r_process
from r_process import Outcome

#: What every scenario may use.
PRELUDE = """
options(warn = 1)
library(keras)
set_random_seed(1)

# A small model that learns `y` from `x` by ordinary gradient descent.
data_x <- matrix(c(0, 0, 1, 1, 0, 1, 0, 1), 4)
data_y <- c(1, 3, 4, 6)
small_model <- function(loss = "mse", ..., activation = NULL) {
  model <- keras_model_sequential() %>%
    layer_dense(units = 1, input_shape = 2, activation = activation)
  model %>% compile(optimizer = optimizer_sgd(learning_rate = 0.2), loss = loss, ...)
}

# The session works: a further model is built, fitted and predicts.
session_works <- function() {
  model <- small_model()
  epochs_seen <- 0
  model %>% fit(data_x, data_y, epochs = 150, batch_size = 4, verbose = 0, callbacks =
    list(callback_lambda(on_epoch_end = function(epoch, logs) epochs_seen <<- epochs_seen + 1)))
  predicted <- c(model %>% predict(data_x, verbose = 0))
  stopifnot(epochs_seen == 150, all(abs(predicted - data_y) < 0.1))
  cat("the session works\\n")
}
"""

AFTER = "\nsession_works()\n"


def run_in(
    host: str,
    code: str,
    timeout: float = 60,
    *,
    works: bool = True,
    environment: Mapping[str, str | None] | None = None,
    cwd: str | Path | None = None,
) -> Outcome:
    """Run R code in a host, after ``PRELUDE``; a process that outlives its time limit fails.

    Args:
        host: one of ``r_process.HOSTS``.
        code: R code.
        timeout: seconds; the process and all its children are killed then.
        works: afterwards a further model is built, fitted and predicts, or the test fails.
        environment: more variables; ``None`` takes one away.
        cwd: where it runs.
    """
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "scenario.R"
        script.write_text(PRELUDE + code + (AFTER if works else ""), encoding="utf-8")
        outcome = _run(host, script, timeout, environment or {}, cwd)
    if works:
        assert outcome.succeeded().endswith("the session works\n"), outcome.stdout
    return outcome


def _run(
    host: str,
    script: Path,
    timeout: float,
    environment: Mapping[str, str | None],
    cwd: str | Path | None,
) -> Outcome:
    variables = r_process.variables(host, environment)
    process = subprocess.Popen(
        r_process.command(host, script),
        cwd=cwd,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # with its children in a group of their own
    )
    try:
        stdout, stderr = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        stdout, stderr = process.communicate()
        raise AssertionError(
            f"{host} was still running after {timeout} s\n{stdout}\n{stderr}"
        ) from None
    return Outcome(process.returncode, stdout, stderr)
