"""Writes that fail in Python code that the real reticulate runs by itself."""

from __future__ import annotations

from pathlib import Path

from neighbours import neighbours

pytestmark = neighbours.needed

#: 100 times, as a jump out of Python's code need not show at once.
WRITES = r"""
py_run_string("
import os, resource, tempfile
def into_closed_pipe():
    r, w = os.pipe()
    os.close(r)
    try:
        os.write(w, b'x')
    finally:
        os.close(w)
def beyond_the_limit():
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        with tempfile.TemporaryFile(buffering = 0) as file:
            file.write(10 * b'x')
            file.write(b'x')
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
")
for (i in 1:100) {
  said <- tryCatch(py$into_closed_pipe(), python.builtin.BrokenPipeError = conditionMessage)
  stopifnot(grepl("Broken pipe", said))
}
said <- tryCatch(py$beyond_the_limit(), python.builtin.OSError = conditionMessage)
stopifnot(grepl("File too large", said), py_eval("1 + 1") == 2)
cat("written\n")
"""


@neighbours.both
@neighbours.orders
def test_failed_writes(host: str, order: str, tmp_path: Path) -> None:
    code = neighbours.ORDERS[order] + WRITES
    assert neighbours.run(host, code, tmp_path).succeeded() == "written\n"
