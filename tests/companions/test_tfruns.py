"""The companion in place of the R package tfruns: training runs, in both hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import r_process

from companions import companion
from companions.runs import CHECK, HEAD, TRAINING, run, write_small

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
hosts = pytest.mark.parametrize("host", r_process.HOSTS)


@hosts
def test_what_training_writes(host: str, tmp_path: Path) -> None:
    (tmp_path / "train.R").write_text(TRAINING, encoding="utf-8")
    run(host, CHECK, tmp_path)


def test_a_script_that_fails(tmp_path: Path) -> None:
    """Its error is kept, and everything is as before."""
    (tmp_path / "train.R").write_text(
        "flags(flag_numeric('rate', 1))\nf <- function(x) stop('no ', x)\nsink('own.txt')\n"
        "pdf('own.pdf')\nwriteLines('a', 'made.txt')\nf('luck')\nwriteLines('b', 'later.txt')\n"
    )
    code = r"""
    old <- options(width = 120)
    message <- tryCatch(training_run(echo = FALSE), error = conditionMessage)
    run <- latest_run()
    check(message == "no luck", run$error_message == "no luck", !run$completed,
              startsWith(run$error_traceback, "stop(\"no \", x)\nf(\"luck\")\n"), !is_run_active(),
              sink.number() == 0, getOption("width") == 120, run$end >= run$start,
              file.exists(file.path(run$run_dir, "made.txt")), !file.exists("later.txt"))
    check(grepl("no luck", paste(readLines(save_run_view()), collapse = "\n")))
    cat("well\n")
    """
    assert run("Rscript", code, tmp_path) == "well\n"


def test_a_run_within_a_run_and_other_names(tmp_path: Path) -> None:
    (tmp_path / "inner.R").write_text("write_run_metadata('properties', list(which = 'inner'))\n")
    (tmp_path / "outer.R").write_text(
        "inner <- training_run('inner.R', echo = FALSE, artifacts_dir = NULL)\n"
        "write_run_metadata('properties', list(which = 'outer'))\n"
        "write_run_data('own', function(folder) writeLines('1', file.path(folder, 'own')))\n"
        "writeLines('new', 'made.txt')\nwriteLines('x', file.path(run_dir(), 'there.txt'))\n"
        "writeLines('y', 'there.txt')\n"
    )
    code = r"""
    outer <- training_run("outer.R", run_dir = "über", echo = FALSE, view = "save")
    check(run_info("über")$which == "outer", run_info(inner)$which == "inner",
              file.exists("über/tfruns.d/own"), file.exists("über/tfruns.d/view.html"),
              file.exists("über/made.txt"), readLines("über/there.txt") == "x",
              !any(grepl("runs/", dir("über", recursive = TRUE))))
    write_run_metadata("properties", list(a = 1)) # nowhere: no run is active
    write_run_metadata("properties", list(late = TRUE), "über")
    check(run_info("über")$late == "TRUE")
    first <- unique_run_dir("named")
    second <- unique_run_dir("named", seconds_scale = 3)
    check(grepl("^named/[-0-9]{10}T[-0-9]{8}Z$", first), dir.exists(second),
              grepl("^named/[-0-9]{10}T[-0-9]{8}[.][0-9]{3}Z$", second))
    writeLines("{", "über/tfruns.d/metrics.json")
    info <- run_info("über")
    check(info$completed)
    cat(error(training_run("absent.R")), "\n")
    cat(error(training_run("outer.R", flags = list(1))), "\n")
    cat(error(training_run("outer.R", flags = "absent.yml")), "\n")
    cat(error(tuning_run("outer.R", flags = list(1), confirm = FALSE)), "\n")
    cat(error(tuning_run("outer.R", flags = list(a = 1), sample = 2, confirm = FALSE)), "\n")
    cat(error(tuning_run("outer.R", flags = list(a = 1), confirm = TRUE)), "\n")
    cat(error(write_run_data("x", 1)), "\n")
    cat(error(as_run_dir(3)), "\n")
    cat(error(as_run_dir(list(a = 1))), "\n")
    cat(error(ls_runs(order = "colour", runs_dir = ".")), "\n")
    cat(error(compare_runs("über")), "\n")
    cat(error(view_run(latest_run("nowhere"))), "\n")
    """
    outcome = companion.run(
        "Rscript", HEAD + code, tmp_path, environment={"R_LIBS": companion.libraries()}
    )
    lines = [line.rstrip() for line in outcome.succeeded().splitlines()]
    given = "runs must be given as names of folders, a data frame of ls_runs(),"
    assert lines[:9] == [
        '`file`: there is no R script "absent.R".',
        "`flags` must be a named list, or the name of a YAML file.",
        '`flags`: there is no file "absent.yml".',
        "`flags` must be given as a named list or a data frame.",
        "`sample` must be a number above 0 and at most 1, not 2.",
        'this session cannot ask "Proceed with tuning run?": use `confirm = FALSE`.',
        '`data` of type "customx" must be a function of the folder to write to.',
        f"{given} or a list with an element `run_dir`, not as an object of class numeric.",
        "this list has no element `run_dir`.",
    ]
    assert lines[9].startswith("`order` must be among the columns run_dir, steps_completed,")
    assert lines[10] == "two runs can be compared, not 1."
    assert lines[11] == f"there are no runs in {tmp_path}."
    assert "and were not copied there: there.txt" in outcome.stderr
    assert "metrics.json cannot be read: " in outcome.stderr


@hosts
def test_flags_come_from_the_run_last(host: str, tmp_path: Path) -> None:
    (tmp_path / "train.R").write_text(
        "FLAGS <- flags(flag_numeric('rate', 1), flag_integer('units', 2), flag_string('s', 'd'))\n"
    )
    (tmp_path / "flags.yml").write_text("s: file\nunits: 5\n")
    (tmp_path / "other.yml").write_text(
        "default:\n  units: 6\nbig:\n  inherits: default\n  rate: 9\n"
    )
    code = r"""
    values <- function(...) {
      training_run("train.R", echo = FALSE, ...)
      unclass(run_info(latest_run())[c("flag_rate", "flag_units", "flag_s")])
    }
    expect <- function(rate, n, s) list(flag_rate = rate, flag_units = n, flag_s = s)
    check(all.equal(values(flags = list(rate = 2e-5, units = 3L)), expect(2e-5, 3L, "cli")),
              all.equal(values(flags = "other.yml"), expect(7, 6L, "cli")),
              all.equal(values(flags = "other.yml", config = "big"), expect(7, 6L, "cli")))
    unlink("flags.yml")
    FLAGS <- flags(flag_numeric("rate", 1), flag_string("s", "d"))
    print(FLAGS)
    cat(tryCatch(training_run("train.R", flags = list(ra = 1), echo = FALSE),
                 error = conditionMessage), "\n")
    """
    outcome = companion.run(
        host, HEAD + code, tmp_path, "--rate=7", "--s", "cli",
        environment={"R_LIBS": companion.libraries()},
    )  # fmt: skip
    assert "warning" not in outcome.stderr.lower()  # of a file that nobody named
    *table, told = outcome.succeeded().splitlines()
    assert [line.split() for line in table] == [
        ["name", "type", "value", "description"],
        ["rate", "numeric", "7", "NA"],
        ["s", "string", "cli", "NA"],
    ]
    assert told.rstrip() == (
        'flag "ra" is given but not declared; the script has "rate", "units", "s".'
    )


def test_files_of_the_real_package_and_ours_are_alike(tmp_path: Path) -> None:
    write_small(tmp_path)
    run("Rscript", "training_run('train.R', run_dir = 'one', echo = FALSE)", tmp_path)
    data = tmp_path / "one" / "tfruns.d"
    assert json.loads((data / "flags.json").read_text()) == {"rate": 0.1, "name": "x"}
    assert json.loads((data / "metrics.json").read_text()) == {
        "loss": [4, 2, None], "val_loss": [5, 1 / 3, None]
    }  # fmt: skip
    assert json.loads((data / "evaluation.json").read_text()) == {"loss": 1.5, "acc": 0.35}
    assert (data / "properties" / "completed").read_text() == "TRUE\n"
    assert (data / "properties" / "output").read_text() == "rate 0.1 \n"


@hosts
def test_pages_are_viewed(host: str, tmp_path: Path) -> None:
    write_small(tmp_path)
    code = r"""
    shown <- character()
    show <- function(url) shown <<- c(shown, url)
    options(tfruns.viewer = show, viewer = show)
    one <- training_run("train.R", echo = FALSE, view = TRUE)
    two <- training_run("train.R", flags = list(rate = 0.5), echo = FALSE)
    options(browser = "false", page_viewer = NULL)
    compare_runs()
    metrics <- view_run_metrics(data.frame(loss = c(2, NA)))
    text <- function(file) paste(readLines(file), collapse = "\n")
    check(length(shown) == 3, file.exists(shown), grepl("http-equiv=", text(shown[3])))
    update_run_metrics(metrics, data.frame(loss = c(2, 1)))
    check(!grepl("http-equiv", text(shown[3])))
    check(grepl(basename(one$run_dir), text(shown[1])), grepl("<polyline", text(shown[1])))
    check(grepl("<ins>", text(shown[2])) == FALSE, grepl("class=\"differs\"", text(shown[2])))
    view_run(one, viewer = function(url) stop("no browser"))
    cat("well\n")
    """
    assert run(host, code, tmp_path).endswith("well\n")


def test_help_lists_the_flags_and_ends(tmp_path: Path) -> None:
    code = r"""
    flags(flag_numeric("learning_rate", 0.1, "how fast"), flag_string("name", "x"))
    cat("not reached\n")
    """
    printed = run("Rscript", code, tmp_path, "--help")
    assert printed == (
        "\nOptions:\n  --learning-rate    how fast (0.1)\n  --name             (x)\n\n"
    )
