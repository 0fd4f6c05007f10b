"""The end of a session: the right status, R's finalizers, no hang, no words of dying threads."""

from __future__ import annotations

from pathlib import Path

import pytest
from faults.both import SCALE, run_in_both

#: What every script does first. Its last line of output tells when it began to leave.
FIRST = """
finalize <- function(e) cat("finalizer ran, tempdir", dir.exists(tempdir()), "\\n")
invisible(reg.finalizer(globalenv(), finalize, onexit = TRUE))
cat("tempdir", tempdir(), "\\n")
leaving <- function() cat("leaving", format(as.numeric(Sys.time()), digits = 15), "\\n")

# R batches, fetched ahead by a thread of Python's while fit() trains on its own
batches <- function() list(data_x, data_y)
prefetching <- function(at_batch) {
  model <- small_model()
  callback <- callback_lambda(on_batch_end = function(batch, logs) if (batch == 5) at_batch())
  model %>% fit(batches, steps_per_epoch = 1e6, epochs = 1, verbose = 0, callbacks = list(callback))
}
"""

HALTED = "Execution halted\n"

#: The script, its exit status, and what stderr must be.
SCRIPTS = {
    "the end of the script": (
        "small_model() %>% fit(data_x, data_y, verbose = 0)\nleaving()", 0, "",
    ),
    "while TensorFlow is imported": ("leaving()", 0, ""),
    "q(status = 3)": (
        "small_model() %>% fit(data_x, data_y, verbose = 0)\nleaving()\nq(status = 3)", 3, "",
    ),
    "stop() at top level": (
        "small_model() %>% predict(data_x, verbose = 0)\nleaving()\nstop('that was it')",
        1, "Error: that was it\n" + HALTED,
    ),
    "an uncaught error of a callback": (
        "prefetching(function() { leaving(); stop('no more') })", 1,
        "Error in at_batch() : in `on_batch_end` of the callback: no more\nCalls: prefetching",
    ),
    "an uncaught error of Python": (
        "model <- small_model()\nleaving()\nmodel$no_such_thing", 1,
        "Error in model$no_such_thing : \n  'Sequential' object has no attribute 'no_such_thing'\n",
    ),
    "quit() inside a callback": ("prefetching(function() { leaving(); quit(status = 4) })", 4, ""),
    "quit() inside a generator": (
        """
        n <- 0
        batches <- function() {
          n <<- n + 1
          if (n == 50) { leaving(); quit(status = 5) }
          list(data_x, data_y)
        }
        prefetching(function() NULL)
        """,
        5, "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("time", range(SCALE))
@pytest.mark.parametrize("name", list(SCRIPTS))
def test_exit(name: str, time: int) -> None:
    code, status, stderr = SCRIPTS[name]
    ended: dict[str, float] = {}
    outcomes = run_in_both(FIRST + code, works=False, ended=ended)
    for host, outcome in outcomes.items():
        assert outcome.status == status, f"{host}: {outcome}"
        lines = outcome.stdout.splitlines()
        folder = lines[0].split()[1]
        assert lines[-1] == "finalizer ran, tempdir TRUE ", f"{host}: {outcome}"
        assert "Rtmp" in folder and not Path(folder).exists()
        began = next(float(line.split()[1]) for line in lines if line.startswith("leaving"))
        assert ended[host] - began < 60, f"{host} took {ended[host] - began} s to end"
        if status == 1:
            assert outcome.stderr.startswith(stderr), outcome.stderr
            assert outcome.stderr.endswith(HALTED), outcome.stderr
        else:
            assert outcome.stderr == stderr
