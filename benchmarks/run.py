"""Measures this project against plain Keras 3: ``make bench``.

Every number comes from a process of its own, pinned to the cores that its row names; the
implementations take turns, and medians are compared within one run. ``--rows`` picks rows by part
of their name, ``--repeats`` says how often. BENCH_RSCRIPT and BENCH_R_LIBS name another R keras,
which then has a column of its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import large
from large_rows import LARGE_ROWS
from rows import KERAS, ROWS, R, Row, Work

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RESULTS = HERE / "results"
GUIDE = ROOT / "tests" / "cross" / "guide" / "sections.R"
SECTIONS = 16
OTHER = "other R keras"
TIMEOUT = 1200

PROGRAM_R = """
peak <- function() {
  line <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("[^0-9]", "", line)) / 1024
}
%(setup)s
invisible(gc())
cat(5, file = "/proc/self/clear_refs")
before <- peak()
began <- as.numeric(Sys.time())
%(work)s
ended <- as.numeric(Sys.time())
cat("\\nRESULT", format(c(ended - began, ended), digits = 16), peak() - before, "\\n")
"""

PROGRAM_PYTHON = """
import gc, time
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
%(setup)s
gc.collect()
open("/proc/self/clear_refs", "w").write("5")
before = peak()
began = time.perf_counter()
%(work)s
took = time.perf_counter() - began
print("\\nRESULT", took, time.time(), peak() - before)
"""


@dataclass
class Measured:
    """One process's figures."""

    seconds: float
    megabytes: float


def measure(row: Row, who: str, work: Work) -> Measured:
    """Run the work in a new process."""
    from_r = who in (R, OTHER)
    setup = work.setup
    if from_r and "library(keras)" not in work.work:
        setup = "library(keras)\n" + setup
    program = (PROGRAM_R if from_r else PROGRAM_PYTHON) % {"setup": setup, "work": work.work}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("work.R" if from_r else "work.py")
        path.write_text(program, encoding="utf-8")
        started = time.time()
        output = run([*command(who), str(path)], who, row.cores)
    line = next(text for text in output.splitlines() if text.startswith("RESULT"))
    seconds, ended, megabytes = (float(word) for word in line.split()[1:])
    return Measured((ended - started if row.whole else seconds) / row.per, megabytes)


def command(who: str) -> list[str]:
    if who == OTHER:
        return [os.environ["BENCH_RSCRIPT"]]
    return ["Rscript"] if who == R else [sys.executable]


def run(words: list[str], who: str, cores: int, folder: Path | None = None) -> str:
    """The output of a command on that many cores, in a folder.

    Raises:
        RuntimeError: it failed; with the end of what it said.
    """
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles Python at each start
    if who == R:
        environment["R_LIBS"] = library()
    elif who == OTHER:
        environment["R_LIBS"] = os.environ.get("BENCH_R_LIBS", "")
    chosen = sorted(os.sched_getaffinity(0))[:cores]
    answer = subprocess.run(
        words,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, chosen),
    )
    if answer.returncode != 0:
        raise RuntimeError(f"{who}: {' '.join(words)} failed\n{answer.stderr[-2000:]}")
    return answer.stdout


def library() -> str:
    from rkeras_py.install import r_library

    return str(r_library())


def guide(repeats: int) -> dict[str, list[Measured]]:
    """The whole guide to the sequential model in R, and the same models in Python.

    The R code also checks what it computes, which is about a twentieth of its time.

    Raises:
        RuntimeError: a section failed, so that the time is not that of the whole guide.
    """
    found: dict[str, list[Measured]] = {R: [], KERAS: []}
    if os.environ.get("BENCH_RSCRIPT"):
        found[OTHER] = []
    for _ in range(repeats):
        for who in found:
            path = HERE / "guide.py" if who == KERAS else GUIDE
            started = time.monotonic()
            output = run([*command(who), str(path)], who, 2, path.parent)
            found[who].append(Measured(time.monotonic() - started, 0))
            if who != KERAS:
                require_sections(output, who)
    return found


def require_sections(output: str, who: str) -> None:
    outcomes = [line.split("\t") for line in output.splitlines() if line.startswith("section\t")]
    failed = [f"section {number}: {outcome}" for _, number, outcome in outcomes if outcome != "ok"]
    if failed or len(outcomes) != SECTIONS:
        raise RuntimeError(f"{who}: {len(outcomes)} of {SECTIONS} sections ran; {failed}")


def spread(values: list[float]) -> float:
    """Half the distance between the quartiles, as a share of the median; 0 for one value."""
    if len(values) == 1:
        return 0.0
    low, middle, high = statistics.quantiles(values, n=4)
    return (high - low) / 2 / middle


def text(seconds: float) -> str:
    if seconds < 1e-3:
        return f"{seconds * 1e6:.1f} us"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def summary(name: str, goal: str, found: dict[str, list[Measured]], memory: bool) -> dict[str, Any]:
    medians = {who: statistics.median(m.seconds for m in ms) for who, ms in found.items()}
    line: dict[str, Any] = {
        "row": name,
        "goal": goal,
        "seconds": medians,
        "spread": {who: spread([m.seconds for m in ms]) for who, ms in found.items()},
        "ratios": {
            who: medians[who] / medians[KERAS]
            for who in medians
            if KERAS in medians and who != KERAS
        },
    }
    if memory:
        line["megabytes"] = {
            who: statistics.median(m.megabytes for m in ms) for who, ms in found.items()
        }
    return line


def cell(line: dict[str, Any], who: str) -> str:
    """One implementation's figures: the median, the spread, the ratio to Keras, the memory."""
    if who not in line["seconds"]:
        return ""
    shown = f"{text(line['seconds'][who])} ±{line['spread'][who]:.0%}"
    if who in line["ratios"]:
        shown += f" (x{line['ratios'][who]:.2f})"
    if "megabytes" in line:
        shown += f" +{line['megabytes'][who]:.0f} MB"
    return shown


def cells(line: dict[str, Any]) -> str:
    return "; ".join(f"{who} {cell(line, who)}" for who in line["seconds"])


def table(lines: list[dict[str, Any]]) -> str:
    """All rows, as Markdown."""
    measured = [*dict.fromkeys(who for line in lines for who in line["seconds"])]
    rows = [["work", *measured, "goal"], ["---"] * (len(measured) + 2)]
    rows += [[line["row"], *(cell(line, who) for who in measured), line["goal"]] for line in lines]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def write(lines: list[dict[str, Any]], growth: list[tuple[str, str, int, float]]) -> None:
    """The table as JSON, and as charts."""
    shutil.rmtree(RESULTS, ignore_errors=True)
    RESULTS.mkdir()
    (RESULTS / "results.json").write_text(json.dumps(lines, indent=1), encoding="utf-8")
    ratios = [(line["row"], *pair) for line in lines for pair in line["ratios"].items()]
    for name, header, values in (
        ("ratios", ("row", "who", "ratio"), ratios),
        ("growth", ("series", "who", "size", "seconds"), growth),
    ):
        if values:
            with open(RESULTS / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([header, *values])
    if ratios:
        subprocess.run(["Rscript", "--vanilla", str(HERE / "chart.R"), str(RESULTS)], check=True)


def measure_all(
    rows: list[str],
    repeats: int,
    lines: list[dict[str, Any]],
    growth: list[tuple[str, str, int, float]],
) -> None:
    """Measure the rows with one of these parts in their names; adds each when it is known."""
    for row in [*ROWS, *LARGE_ROWS]:
        if not any(part in row.name for part in rows):
            continue
        for make in row.prepare:
            make()
        code = dict(row.code)
        if os.environ.get("BENCH_RSCRIPT") and R in code:
            code[OTHER] = code[R]
        found: dict[str, list[Measured]] = {who: [] for who in code}
        for _ in range((repeats + 1) // 2 if row.series else repeats):
            for who, work in code.items():
                found[who].append(measure(row, who, work))
        lines.append(summary(row.name, row.goal, found, row.memory))
        print(f"{row.name}: {cells(lines[-1])}", flush=True)
        if row.series:
            medians = lines[-1]["seconds"]
            growth += [(row.series, who, row.size, s) for who, s in medians.items()]
    if any(part in "the whole guide" for part in rows):
        lines.append(summary("the whole guide", "0.8 x Keras 3", guide(repeats), False))
        print(f"the whole guide: {cells(lines[-1])}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures this project against plain Keras 3.")
    parser.add_argument("--rows", nargs="+", default=[""], help="parts of the rows' names")
    parser.add_argument(
        "--repeats",
        type=int,
        default=5,
        help="processes for each number; half as many where a curve is drawn",
    )
    options = parser.parse_args()
    lines: list[dict[str, Any]] = []
    growth: list[tuple[str, str, int, float]] = []
    try:
        measure_all(options.rows, options.repeats, lines, growth)
    finally:  # what was measured is there, whatever came
        shutil.rmtree(large.FOLDER, ignore_errors=True)
        print(f"\n{table(lines)}")
        write(lines, growth)
    print(f"The results are in {RESULTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
