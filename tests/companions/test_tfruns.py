"""The companion in place of the R package tfruns: training runs, in both hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
hosts = pytest.mark.parametrize("host", r_process.HOSTS)

#: A script that trains nothing, so that Keras need not be there.
SMALL = """
FLAGS <- flags(flag_numeric("rate", 0.1, "how fast"), flag_string("name", "x"))
cat("rate", FLAGS$rate, "\\n")
write_run_metadata("metrics", data.frame(loss = c(4, 2, NA), val_loss = c(5, 1 / 3, NA)))
write_run_metadata("evaluation", list(loss = 1.5, acc = 0.25 + FLAGS$rate))
writeLines(run_dir(), "made.txt")
"""

HEAD = """
library(tfruns)
error <- function(code) {
  tryCatch({ code; "none" }, tfruns_error = conditionMessage)
}
"""


def write_small(folder: Path) -> None:
    (folder / "train.R").write_text(SMALL, encoding="utf-8")


def run(host: str, code: str, folder: Path, *args: str) -> str:
    return companion.run_with_companions(host, HEAD + code, folder, *args)


TRAINING = r"""
library(keras)
FLAGS <- flags(flag_numeric("rate", 0.5), flag_integer("units", 3L))
x <- matrix(seq(0, 1, length.out = 48), 12)
y <- x[, 1]
model <- keras_model_sequential() %>%
  layer_dense(FLAGS$units, input_shape = 4) %>% layer_dense(1)
model %>% compile("mse", optimizer = optimizer_sgd(FLAGS$rate), metrics = "mae")
seen <- list()
look <- callback_lambda(on_epoch_begin = function(epoch, logs) {
  seen[[epoch + 1]] <<- tfruns::run_info(run_dir())
})
history <- model %>% fit(x, y, epochs = 4, batch_size = 5, validation_split = 0.25, verbose = 2,
  callbacks = list(look, callback_early_stopping("loss", patience = 0, min_delta = 1e9)))
scores <- model %>% evaluate(x, y, verbose = 0)
plot(1:3)
save_model_hdf5(model, "model.h5")
dir.create("deep/er", recursive = TRUE)
model %>% save_model_weights_hdf5("deep/er/w.h5")
callback <- callback_tensorboard()
logs <- callback$log_dir
"""

CHECK = r"""
options(keras.fit_verbose = 2)
run <- training_run("train.R", flags = list(rate = 0.01), properties = list(note = "größer"),
                    echo = FALSE)
stopifnot(is.data.frame(run), nrow(run) == 1, !is_run_active(), run_dir() == getwd())
info <- latest_run()
stopifnot(
  info$completed, info$epochs == 4, info$epochs_completed == 2, info$batch_size == 5,
  info$samples == 9, info$validation_samples == 3, info$loss_function == "mse",
  info$optimizer == "SGD", info$learning_rate == 0.01, info$flag_rate == 0.01,
  info$flag_units == 3L, info$note == "größer", info$type == "training",
  info$context == "local", info$script == "train.R",
  grepl("Total params: 19", info$model), grepl("Epoch 1/4", info$output),
  all.equal(c(info$eval_loss, info$eval_mae), unname(scores)),
  all.equal(info$metrics$val_mae, c(history$metrics$val_mae, NA, NA)),
  all.equal(info$metric_loss, history$metrics$loss[[2]]),
  identical(names(info$metrics), c("loss", "mae", "val_loss", "val_mae")),
  is.null(seen[[1]]$metrics), seen[[1]]$samples == 9, !seen[[1]]$completed,
  all.equal(seen[[2]]$metrics$loss, c(history$metrics$loss[[1]], NA, NA, NA)),
  info$end >= info$start, difftime(Sys.time(), info$start, units = "mins") < 10
)
files <- list.files(info$run_dir, recursive = TRUE)
stopifnot(
  all(c("model.h5", "deep/er/w.h5", "plots/Rplot001.png") %in% files),
  sum(grepl("^logs/(train|validation)/events", files)) == 2, file.exists("model.h5"),
  basename(logs) == "logs", basename(dirname(logs)) == basename(info$run_dir), !dir.exists("logs"),
  all.equal(predict(load_model_hdf5(file.path(info$run_dir, "model.h5")), x, verbose = 0),
            predict(model, x, verbose = 0))
)
k_clear_session()
"""


@hosts
def test_what_training_writes(host: str, tmp_path: Path) -> None:
    (tmp_path / "train.R").write_text(TRAINING, encoding="utf-8")
    run(host, CHECK, tmp_path)


@hosts
def test_runs_are_listed_copied_and_cleaned(host: str, tmp_path: Path) -> None:
    write_small(tmp_path)
    code = r"""
    stopifnot(nrow(ls_runs()) == 0, is.null(latest_run()), identical(c(4, 1) %>% sum(), 5))
    print(ls_runs())
    runs <- tuning_run("train.R", flags = list(rate = c(0.25, 0.5), name = c("a", "b")),
                       echo = FALSE, confirm = FALSE)
    stopifnot(nrow(runs) == 4, identical(sort(runs$eval_acc), c(0.5, 0.5, 0.75, 0.75)),
              !is_run_active())
    best <- ls_runs(eval_acc > 0.6 & flag_name == "b", order = eval_acc)
    stopifnot(nrow(best) == 1, best$flag_rate == 0.5, best$metric_val_loss == 1 / 3,
              best$steps_completed == 2, identical(as_run_dir(best), best$run_dir))
    by <- ls_runs(order = c(flag_rate, "flag_name"), decreasing = FALSE)
    stopifnot(identical(by$flag_name, c("a", "b", "a", "b")),
              identical(colnames(by)[1:3], c("run_dir", "flag_rate", "flag_name")),
              nrow(ls_runs(latest_n = 2)) == 2,
              identical(latest_run()$run_dir, max(by$run_dir)),
              inherits(ls_runs()$start, "POSIXct"))
    print(ls_runs(order = eval_acc))
    print(run_info(best)[c("flag_rate", "completed")])
    stopifnot(length(run_info(by$run_dir)) == 4, run_info(basename(best$run_dir))$flag_rate == 0.5)

    stopifnot(copy_run(best, "kept", rename = "best"), file.exists("kept/best/made.txt"),
              file.exists("kept/best/tfruns.d/flags.json"))
    stopifnot(all(copy_run_files(by, "files")), length(dir("files")) == 4)
    stopifnot(identical(dir(file.path("files", basename(best$run_dir))), "made.txt"))

    clean_runs(best, confirm = FALSE)
    stopifnot(nrow(ls_runs()) == 3, ls_runs(runs_dir = "runs/archive")$flag_rate == 0.5)
    clean_runs(confirm = FALSE)
    clean_runs(confirm = FALSE)
    purge_runs(confirm = FALSE)
    stopifnot(length(dir("runs/archive")) == 0, nrow(ls_runs()) == 0, dir.exists("kept/best"))
    """
    printed = run(host, code, tmp_path)
    assert printed.startswith("No training runs found.\n")
    assert printed.count("rate 0.25 \n") == printed.count("rate 0.5 \n") == 2
    assert "Data frame: 4 x 17 \n" in printed
    assert "# ... with 11 more columns:\n#   flag_rate, flag_name, steps_completed," in printed


def test_only_folders_of_runs_are_moved_or_removed(tmp_path: Path) -> None:
    write_small(tmp_path)
    code = r"""
    dir.create("runs/archive/mine", recursive = TRUE)
    dir.create("runs/mine")
    dir.create("elsewhere/tfruns.d", recursive = TRUE)
    for (folder in c("runs/archive/mine", "runs/mine", "elsewhere")) {
      writeLines("precious", file.path(folder, "file"))
    }
    training_run("train.R", echo = FALSE)
    name <- basename(latest_run()$run_dir)
    cat(error(clean_runs("runs/mine", confirm = FALSE)), "\n")
    cat(error(clean_runs(c(latest_run()$run_dir, "."), confirm = FALSE)), "\n")
    stopifnot(nrow(ls_runs()) == 1) # nothing was moved
    cat(error(clean_runs(confirm = TRUE)), "\n")
    dir.create(file.path("runs/archive", name, "tfruns.d"), recursive = TRUE)
    clean_runs(confirm = FALSE)
    stopifnot(identical(dir("runs/archive"), c(name, paste0(name, "-1"), "mine")))
    linked <- file.symlink(normalizePath("elsewhere"), "runs/archive/link")
    cat(error(purge_runs(confirm = TRUE)), "\n")
    purge_runs(confirm = FALSE)
    stopifnot(identical(dir("runs/archive"), "mine"), file.exists("runs/mine/file"),
              file.exists("runs/archive/mine/file"), file.exists("elsewhere/file"))

    training_run("train.R", run_dir = "elsewhere", artifacts_dir = NULL, echo = FALSE)
    stopifnot(readLines("elsewhere/file") == "precious", latest_run("."  )$completed)
    dir.create("copy")
    cat(error(copy_run("elsewhere", rename = "copy")), "\n")
    cat(error(copy_run("elsewhere", to = ".")), "\n")
    cat(error(copy_run("elsewhere", to = c("a", "b"))), "\n")
    cat(error(copy_run("elsewhere", rename = c("a", "b"))), "\n")
    cat(error(copy_run("no such", rename = "a")), "\n")
    """
    nobody = "there is nobody to ask here: "
    assert [
        line.rstrip() for line in run("Rscript", code, tmp_path).splitlines() if "rate" not in line
    ] == [
        "runs/mine is not the folder of a run.",
        ". is not the folder of a run.",
        f'{nobody}"Move 1 run directories to runs/archive?"; give `confirm = FALSE`.',
        f'{nobody}"Permanently remove 3 run directories from runs/archive?"; '
        "give `confirm = FALSE`.",
        "./copy exists: give another name, as `rename`, or another folder, as `to`.",
        "./elsewhere exists: give another name, as `rename`, or another folder, as `to`.",
        "`to` must be one folder, not 2.",
        "`rename` must have a name for each run: 1, not 2.",
        "there is no folder no such of a run.",
    ]


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
    stopifnot(message == "no luck", run$error_message == "no luck", !run$completed,
              startsWith(run$error_traceback, "stop(\"no \", x)\nf(\"luck\")\n"), !is_run_active(),
              sink.number() == 0, getOption("width") == 120, run$end >= run$start,
              file.exists(file.path(run$run_dir, "made.txt")), !file.exists("later.txt"))
    stopifnot(grepl("no luck", paste(readLines(save_run_view()), collapse = "\n")))
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
    stopifnot(run_info("über")$which == "outer", run_info(inner)$which == "inner",
              file.exists("über/tfruns.d/own"), file.exists("über/tfruns.d/view.html"),
              file.exists("über/made.txt"), readLines("über/there.txt") == "x",
              !any(grepl("runs/", dir("über", recursive = TRUE))))
    write_run_metadata("properties", list(a = 1)) # nowhere: no run is active
    write_run_metadata("properties", list(late = TRUE), "über")
    stopifnot(run_info("über")$late == "TRUE")
    first <- unique_run_dir("named")
    second <- unique_run_dir("named", seconds_scale = 3)
    stopifnot(grepl("^named/[-0-9]{10}T[-0-9]{8}Z$", first), dir.exists(second),
              grepl("^named/[-0-9]{10}T[-0-9]{8}[.][0-9]{3}Z$", second))
    writeLines("{", "über/tfruns.d/metrics.json")
    info <- run_info("über")
    stopifnot(info$completed)
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
    assert lines[:9] == [
        '`file`: there is no R script "absent.R".',
        "`flags` must be a named list, or the name of a YAML file.",
        '`flags`: there is no file "absent.yml".',
        "`flags` must be given as a named list or a data frame.",
        "`sample` must be a number above 0 and at most 1, not 2.",
        'there is nobody to ask here: "Proceed with tuning run?"; give `confirm = FALSE`.',
        '`data` of the type "customx" must be a function of the folder to write to.',
        "runs must be given as names of folders, a data frame of ls_runs(), or a list with an "
        "element `run_dir`, not as an object of class numeric.",
        "this list has no element `run_dir`.",
    ]
    assert lines[9].startswith("`order` must be among the columns run_dir, steps_completed,")
    assert lines[10] == "two runs can be compared, not 1."
    assert lines[11] == f"there are no runs in {tmp_path}."
    assert "already and were not copied there: there.txt" in outcome.stderr
    assert "metrics.json cannot be read: " in outcome.stderr


@hosts
def test_flags_come_from_the_run_last(host: str, tmp_path: Path) -> None:
    (tmp_path / "train.R").write_text(
        "FLAGS <- flags(flag_numeric('rate', 1), flag_integer('units', 2), flag_string('s', 'd'))\n"
    )
    (tmp_path / "flags.yml").write_text("s: file\nunits: 5\n")
    (tmp_path / "other.yml").write_text("default:\n  units: 6\nbig:\n  inherits: default\n  rate: 9\n")
    code = r"""
    values <- function(...) {
      training_run("train.R", echo = FALSE, ...)
      unclass(run_info(latest_run())[c("flag_rate", "flag_units", "flag_s")])
    }
    expect <- function(rate, n, s) list(flag_rate = rate, flag_units = n, flag_s = s)
    stopifnot(all.equal(values(flags = list(rate = 2e-5, units = 3L)), expect(2e-5, 3L, "cli")),
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
        ["rate", "numeric", "7", "<NA>"],
        ["s", "string", "cli", "<NA>"],
    ]
    assert told.rstrip() == (
        'flag "ra" is given, but not declared; the script has "rate", "units", "s".'
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
    options(tfruns.viewer = function(url) shown <<- c(shown, url), viewer = function(url) shown <<- c(shown, url))
    one <- training_run("train.R", echo = FALSE, view = TRUE)
    two <- training_run("train.R", flags = list(rate = 0.5), echo = FALSE)
    options(browser = "false", page_viewer = NULL)
    compare_runs()
    metrics <- view_run_metrics(data.frame(loss = c(2, NA)))
    text <- function(file) paste(readLines(file), collapse = "\n")
    stopifnot(length(shown) == 3, all(file.exists(shown)), grepl("http-equiv=\"refresh\"", text(shown[3])))
    update_run_metrics(metrics, data.frame(loss = c(2, 1)))
    stopifnot(!grepl("refresh", text(shown[3])))
    stopifnot(grepl(basename(one$run_dir), text(shown[1])), grepl("<polyline", text(shown[1])))
    stopifnot(grepl("<ins>", text(shown[2])) == FALSE, grepl("class=\"differs\"", text(shown[2])))
    view_run(one, viewer = function(url) stop("no browser"))
    cat("well\n")
    """
    assert run(host, code, tmp_path).endswith("well\n")
