"""What a script sees, in either host."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
import r_process
from r_process import HOSTS, Outcome

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

MODEL = """
library(keras)
set_random_seed(1)
x <- matrix(c(0, 0, 1, 1, 0, 1, 0, 1), 4)
y <- c(1, 3, 4, 6)
model <- keras_model_sequential()
model %>% layer_dense(units = 1, input_shape = 2)
model %>% compile(optimizer = optimizer_sgd(lr = 0.2), loss = "mse")
history <- model %>% fit(x, y, epochs = 30, batch_size = 1, verbose = 0)
stopifnot(all(abs(c(model %>% predict(x, verbose = 0)) - y) < 0.05))
"""

SCRIPTS = {
    "all of it": MODEL
    + """
cat(commandArgs(TRUE), sep = "|"); cat("\\n")
message("to stderr")
warning("a warning of R")
keras_model_sequential() %>% layer_dense(units = 1)
f <- function(n) n + 1
f(1)
captured <- capture.output(model %>% fit(x, y, epochs = 2, verbose = 2))
stopifnot(length(captured) == 4, captured[c(1, 3)] == c("Epoch 1/2", "Epoch 2/2"))
stopifnot(grepl("^1/1 - .* - loss: ", captured[c(2, 4)]))
file <- tempfile()
sink(file); summary(model); print(model$name); sink()
text <- readLines(file)
stopifnot(text[1] == 'Model: "sequential"', text[length(text)] == '[1] "sequential"')
cat("tempdir", tempdir(), "\\n")
invisible(reg.finalizer(globalenv(), function(e) cat("finalizer ran\\n"), onexit = TRUE))
.Last <- function() cat("last", exists("model"), "\\n")
""",
    "an error": """
library(keras)
cat("before\\n")
layer_dense(units = "a")
cat("not reached\\n")
""",
    "an error of R": """
library(keras)
f <- function() g()
g <- function() stop("deep down")
f()
""",
    "quit": """
library(keras)
invisible(reg.finalizer(globalenv(), function(e) cat("finalizer ran\\n"), onexit = TRUE))
cat("nothing here needs TensorFlow\\n")
quit(status = 3)
""",
    "no R": "library(keras)\nx <- (1\n",
}

ARGS = {"all of it": ["one", "two words", "--three", "-e", "é"]}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Future[Outcome]]:
    folder = tmp_path_factory.mktemp("scripts")
    futures = {}
    for name, code in SCRIPTS.items():
        path = folder / f"{name.replace(' ', '_')}.R"
        path.write_text(code, encoding="utf-8")
        for host in HOSTS:
            futures[host, name] = r_process.begin(host, path, *ARGS.get(name, []), cwd=folder)
    return futures


both = pytest.mark.parametrize("host", HOSTS)
Begun = dict[tuple[str, str], Future[Outcome]]


@both
def test_streams_arguments_and_the_end(begun: Begun, host: str) -> None:
    outcome = begun[host, "all of it"].result()
    lines = outcome.succeeded().splitlines()
    folder = lines[2].split()[1]
    assert lines == [
        "one|two words|--three|-e|é",
        "[1] 2",
        f"tempdir {folder} ",
        "last TRUE ",
        "finalizer ran",
    ]
    assert outcome.stderr == "to stderr\nWarning message:\na warning of R \n"
    assert "Rtmp" in folder and not Path(folder).exists()


@both
def test_an_error_ends_the_script_with_status_1(begun: Begun, host: str) -> None:
    outcome = begun[host, "an error"].result()
    assert outcome.status == 1
    assert outcome.stdout == "before\n"
    assert outcome.stderr.startswith(
        'Error in layer_dense(units = "a") : \n'
        '  `units` must be a whole number of at least 1, not the string "a".\n'
    )
    assert outcome.stderr.endswith("Execution halted\n")


@both
def test_an_error_of_r_shows_its_calls(begun: Begun, host: str) -> None:
    assert begun[host, "an error of R"].result() == Outcome(
        1, "", "Error in g() : deep down\nCalls: f -> g\nExecution halted\n"
    )


@both
def test_quit_while_tensorflow_is_being_imported(begun: Begun, host: str) -> None:
    assert begun[host, "quit"].result() == Outcome(
        3, "nothing here needs TensorFlow\nfinalizer ran\n", ""
    )


@both
def test_a_script_that_is_no_r(begun: Begun, host: str) -> None:
    outcome = begun[host, "no R"].result()
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith("Error: unexpected end of input")
