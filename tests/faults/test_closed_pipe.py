"""Output whose reader has gone: `Rscript script.R | head`. R and Python find out as they write."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import r_process
from faults.both import SCALE
from faults.process import PRELUDE, run_in
from r_process import Outcome

#: Python code that writes to a pipe which nobody reads.
PYTHON = """
keras:::py_run_string("
import os, threading

def write_to_nobody():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        os.write(writer, b'x')
    finally:
        os.close(writer)

def on_a_thread():
    failures = []
    def run():
        try:
            write_to_nobody()
        except OSError as problem:
            failures.append(type(problem).__name__)
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return failures[0]
")
main <- keras:::import_main()
"""


def run_unread(host: str, code: str, prelude: str = PRELUDE) -> Outcome:
    """Run R code with a standard output that is closed after the first byte."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "scenario.R"
        script.write_text(f"SCALE <- {SCALE}\n{prelude}{code}", encoding="utf-8")
        process = subprocess.Popen(
            r_process.command(host, script),
            env=r_process.variables(host, {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.read(1)
        process.stdout.close()
        try:
            _, stderr = process.communicate(timeout=120 * SCALE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return Outcome(process.returncode, first, stderr)


def test_python_gets_an_error_wherever_it_writes(host: str) -> None:
    run_in(
        host,
        PYTHON
        + """
        for (i in 1:20) {
          seen <- tryCatch(main$write_to_nobody(), error = identity)
          stopifnot(inherits(seen, "python.builtin.BrokenPipeError"))
          stopifnot(main$on_a_thread() == "BrokenPipeError")
        }
        # on the thread that trains, and in R code that it asked for
        writes <- list(callback_lambda(on_epoch_end = function(epoch, logs) main$write_to_nobody()))
        seen <- tryCatch(small_model() %>% fit(data_x, data_y, verbose = 0, callbacks = writes),
                         error = identity)
        stopifnot(inherits(seen, "python.builtin.BrokenPipeError"))
        """,
    )


#: Each writes more than a pipe holds.
WRITERS = {
    "cat": 'cat(strrep("x", 1e5), "\\n")',
    "R callbacks": """small_model() %>% fit(data_x, data_y, epochs = 2, verbose = 0, callbacks =
        list(callback_lambda(on_epoch_end = function(epoch, logs) cat(strrep("x", 1e5)))))""",
    "print of Python": """keras:::py_run_string("print('x' * 100000)")""",
    "print while training": """small_model() %>% fit(data_x, data_y, epochs = 3, verbose = 0,
        callbacks = list(main$Chatty()))""",
    "descriptor": """keras:::py_run_string("import os\\nwhile True: os.write(1, b'x' * 100000)")""",
    "summary": "model <- small_model(); for (i in 1:150) summary(model)",
}

CHATTY = """
keras:::py_run_string("
import keras
class Chatty(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print('x' * 100000)
")
main <- keras:::import_main()
cat("first")
"""


@pytest.mark.parametrize("first", WRITERS)
def test_a_script_that_catches_the_error_goes_on(host: str, first: str) -> None:
    """The first failed write is an error; after it keras works, and writes again in every way."""
    others = "\n".join(f"try({{ {writer} }}, silent = TRUE)" for writer in WRITERS.values())
    outcome = run_unread(
        host,
        f"""{CHATTY}
        seen <- tryCatch({{ {WRITERS[first]}; NULL }}, error = identity)
        message(if (is.null(seen)) "none" else conditionMessage(seen))
        for (i in seq_len(SCALE)) {{
          {others}
          p <- small_model() %>% predict(data_x, verbose = 0)
          stopifnot(dim(p) == c(4, 1))
        }}
        sink(stderr()); session_works(); sink()
        """,
    )
    said = "[Errno 32] Broken pipe" if first == "descriptor" else "ignoring SIGPIPE signal"
    place = "in `on_epoch_end` of the callback: " if first == "R callbacks" else ""
    assert outcome == Outcome(0, "f", f"{place}{said}\nthe session works\n")


def test_a_script_that_does_not_ends_as_in_plain_r(host: str) -> None:
    plain = run_unread("Rscript", 'cat("first"); cat(strrep("x", 1e5))', prelude="")
    assert plain.status == 1 and ") : ignoring SIGPIPE signal\n" in plain.stderr
    for writer in ("cat", "R callbacks", "print of Python", "print while training", "summary"):
        outcome = run_unread(host, f"{CHATTY}\n{WRITERS[writer]}\nmessage('not reached')")
        assert outcome.status == 1
        said = outcome.stderr.splitlines()
        # R begins a new line where the call and the message are long
        assert re.search(r"\) : (\s+in `on_epoch_end` .*: )?ignoring SIGPIPE", outcome.stderr)
        assert said[-1] == "Execution halted"
        assert "not reached" not in said


def test_a_file_that_may_not_grow_is_an_error(host: str, tmp_path: Path) -> None:
    """SIGXFSZ, which would end R: a limit on the size of files, which some machines set."""
    run_in(
        host,
        """
        py <- keras:::import("resource")
        py$setrlimit(py$RLIMIT_FSIZE, c(1e5L, 1e5L))
        big <- keras_model_sequential() %>% layer_dense(units = 1000, input_shape = 1000)
        seen <- tryCatch(save_model_weights_hdf5(big, "big.h5"), error = identity)
        stopifnot(inherits(seen, "python.builtin.Exception"))
        stopifnot(grepl("File too large", conditionMessage(seen)))
        """,
        cwd=tmp_path,
    )


PROGRAM = """
import sys
import rkeras_py

print("first", flush=True)
sys.stdin.read()
for code in ("for (i in 1:9) cat(strrep('x', 1e5)); 1", "print(1:3)", "library(keras); stop('R')"):
    try:
        rkeras_py.r(code)
    except Exception as problem:
        print(type(problem).__name__, file=sys.stderr)
sys.stdout = sys.stderr
print(rkeras_py.r("cat('to stderr\\\\n'); 1 + 1"))
"""


def test_in_a_python_program() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        env=r_process.variables("rkeras run", {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _, stderr = process.communicate(timeout=120)
    assert stderr.splitlines() == [
        "BrokenPipeError",
        "BrokenPipeError",
        "RError",
        "to stderr",
        "2.0",
    ]


def test_a_python_program_that_chose_to_die_of_it_does() -> None:
    code = "import signal\nsignal.signal(signal.SIGPIPE, signal.SIG_DFL)\n" + PROGRAM.replace(
        "sys.stdin.read()", "rkeras_py.r('library(keras); NULL'); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env=r_process.variables("rkeras run", {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _, stderr = process.communicate(timeout=120)
    assert (process.returncode, stderr) == (-signal.SIGPIPE, "")
