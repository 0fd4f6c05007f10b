"""The real tfruns beside keras: training writes the data of its runs."""

from __future__ import annotations

from pathlib import Path

from companions import runs
from companions.runs import CHECK, CHECKING, TRAINING

from neighbours import neighbours

pytestmark = neighbours.needed

REAL = (
    CHECKING
    + r"""
check(!exists(".companion", asNamespace("tfruns")))
library(tfruns)
"""
)

#: What jsonlite keeps of a metric: four digits after the point.
ROUNDED = CHECK.replace(
    "c(history$metrics", "tolerance = 6e-5, scale = 1, c(history$metrics"
).replace("info$metric_loss,", "tolerance = 6e-5, scale = 1, info$metric_loss,")


@neighbours.both
def test_what_training_writes(host: str, tmp_path: Path) -> None:
    (tmp_path / "train.R").write_text(TRAINING, encoding="utf-8")
    neighbours.run(host, REAL + ROUNDED, tmp_path).succeeded()


@neighbours.both
def test_flags_of_both_packages_are_the_real_ones(host: str, tmp_path: Path) -> None:
    """No warning about a file that nobody named; one about a file that somebody did."""
    (tmp_path / "train.R").write_text(
        "library(keras)\nFLAGS <- flags(flag_numeric('rate', 1), flag_integer('units', 2))\n"
    )
    code = r"""
    library(keras)
    FLAGS <- flags(flag_numeric("rate", 1))
    check(FLAGS$rate == 1, run_dir() == getwd())
    run <- training_run("train.R", flags = list(rate = 3), echo = FALSE)
    check(run$flag_rate == 3, run$flag_units == 2)
    flags(flag_numeric("rate", 1), file = "absent.yml")
    """
    outcome = neighbours.run(host, REAL + code, tmp_path)
    outcome.succeeded()
    assert outcome.stderr.count("configuration file") == 1
    assert "'absent.yml' does not exist" in outcome.stderr


def test_the_companion_reads_runs_of_the_real_package(tmp_path: Path) -> None:
    """Both keep their runs in the same form."""
    (tmp_path / "train.R").write_text(
        "FLAGS <- flags(flag_numeric('rate', 0.1))\n"
        "write_run_metadata('metrics', data.frame(loss = c(2, 1, NA)))\nplot(1)\n"
    )
    code = REAL + "training_run('train.R', run_dir = 'runs/real', echo = FALSE)"
    neighbours.run("Rscript", code, tmp_path).succeeded()
    code = r"""
    ours <- training_run("train.R", run_dir = "runs/ours", echo = FALSE)
    runs <- ls_runs()
    check(nrow(runs) == 2, runs$flag_rate == 0.1, runs$metric_loss == 1,
              runs$steps_completed == 2, !anyNA(runs[setdiff(names(runs), "output")]))
    cat(names(runs))
    """
    ours = runs.run("Rscript", code, tmp_path)
    code = REAL + "runs <- ls_runs()\ncheck(nrow(runs) == 2)\ncat(names(runs))"
    assert neighbours.run("Rscript", code, tmp_path).succeeded() == ours
