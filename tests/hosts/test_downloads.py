"""Downloads in an R session: Ctrl-C, R's time limit, several processes that want one file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import r_process
from file_server import LARGE, LARGE_SHA256, Server, serving
from interrupts import SEND_INTERRUPT
from r_process import HOSTS

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

START = r"""
library(keras)
address <- commandArgs(TRUE)[[1]]
cache <- commandArgs(TRUE)[[2]]
fetch <- function(path, ...) get_file("x", paste0(address, path), cache_dir = cache, ...)
invisible(k_constant(1)) # TensorFlow is there: the seconds of its import do not count
hidden <- function() list.files(cache, recursive = TRUE, all.files = TRUE)
"""

INTERRUPTED = (
    SEND_INTERRUPT
    + r"""
# Seconds from a SIGINT to the handler that caught it.
interrupted <- function(expr) {
  sent <- send_interrupt(0.7)
  caught <- tryCatch({ expr; stop("it ended before the interrupt") },
                     interrupt = function(condition) as.numeric(Sys.time()))
  seconds <- caught - as.numeric(readLines(sent))
  cat("heard after", seconds, "s\n")
  stopifnot(seconds < 60)
}

for (path in c("/drip", "/half", "/silent")) interrupted(fetch(path))
# a Python context manager keeps calls on R's own thread
device <- tensorflow::tf$device("CPU:0")
for (path in c("/drip", "/silent")) with(device, interrupted(fetch(path)))
stopifnot(length(hidden()) == 0)

Sys.setenv(KERAS_HOME = cache)
interrupted(dataset_mnist())
interrupted(dataset_cifar10())
interrupted(application_mobilenet())
interrupted(imagenet_decode_predictions(matrix(0.001, 1, 1000)))
stopifnot(length(hidden()) == 0)

# behind another process, which downloads the file
system(paste(commandArgs(TRUE)[[3]], "> /dev/null 2>&1 &"))
while (!any(grepl("lock", hidden()))) Sys.sleep(0.05)
interrupted(fetch("/t"))
stopifnot(!file.exists(file.path(cache, "datasets", "x")))

stopifnot(identical(readLines(get_file("y", paste0(address, "/t"), cache_dir = cache)),
                    c("a,b", "1,2")))
cat("the session works\n")
"""
)

SILENT = r"""
options(timeout = 1)
for (path in c("/half", "/silent")) {
  began <- proc.time()[["elapsed"]]
  problem <- tryCatch(fetch(path), error = identity)
  seconds <- proc.time()[["elapsed"]] - began
  stopifnot(inherits(problem, "rkeras_py.errors.DownloadError"),
            inherits(problem, "python.builtin.OSError"))
  cat(conditionMessage(problem), "\n")
  stopifnot(seconds > 0.9, seconds < 60)
}
# what cannot be used counts as if it were not there
for (value in list(NULL, "x", NA, c(1, 2), -1)) {
  options(timeout = value)
  stopifnot(file.exists(fetch("/t")))
  file.remove(fetch("/t"))
}
"""

DOWNLOAD = """
import pathlib, sys
from rkeras_py.downloads.fetch import fetch
fetch(pathlib.Path(sys.argv[1]), sys.argv[2])
"""


@pytest.fixture
def address() -> Iterator[str]:
    with serving() as address:
        yield address


def run(host: str, code: str, tmp_path: Path, address: str, *words: str) -> str:
    script = tmp_path / "script.R"
    script.write_text(START + code, encoding="utf-8")
    # what is fetched from elsewhere goes by this server, which never lets it through
    proxies = {"https_proxy": address, "HTTPS_PROXY": address, "no_proxy": "127.0.0.1"}
    return r_process.run_script(
        host, script, address, str(tmp_path / "cache"), *words,
        cwd=tmp_path, environment={**proxies, "HOME": str(tmp_path)},
    ).succeeded()  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_ctrl_c_ends_a_download_within_a_second(host: str, tmp_path: Path, address: str) -> None:
    program = tmp_path / "download.py"
    program.write_text(DOWNLOAD)
    file = tmp_path / "cache" / "datasets" / "x"
    other = f"{sys.executable} {program} {file} {address}/drip"
    output = run(host, INTERRUPTED, tmp_path, address, other)
    assert output.endswith("the session works\n")
    assert output.count("heard after") == 10
    assert output.count("Waiting for another process, which downloads x\n") == 1
    through_proxy = {path.partition(":")[0] for path in Server.asked if ":443" in path}
    assert through_proxy == {"storage.googleapis.com", "www.cs.toronto.edu"}
    print(host, output)


@pytest.mark.parametrize("host", HOSTS)
def test_r_s_time_limit_ends_a_silent_download(host: str, tmp_path: Path, address: str) -> None:
    output = run(host, SILENT, tmp_path, address)
    for path in ("/half", "/silent"):
        assert f'"x" could not be downloaded from {address}{path}: no data for 1 s' in output


def test_r_sessions_that_want_one_file_fetch_it_once(tmp_path: Path, address: str) -> None:
    """One in each host; the one that waits is told so, and has the whole file."""
    code = """
    path <- fetch("/large", file_hash = commandArgs(TRUE)[[3]])
    cat(file.size(path), unname(tools::md5sum(path)), "\\n")
    """
    script = tmp_path / "script.R"
    script.write_text(START + code, encoding="utf-8")
    words = (address, str(tmp_path / "cache"), LARGE_SHA256)
    futures = [r_process.begin(host, script, *words, cwd=tmp_path) for host in HOSTS]
    outputs = [future.result().succeeded() for future in futures]
    assert outputs[0].splitlines()[-1] == outputs[1].splitlines()[-1]
    assert outputs[0].splitlines()[-1].startswith(f"{len(LARGE)} ")
    assert Server.asked == ["/large"]
    assert [p.name for p in (tmp_path / "cache" / "datasets").iterdir()] == ["x"]
