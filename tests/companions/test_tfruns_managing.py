"""The companion in place of the R package tfruns: runs are listed, copied and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

from companions.runs import run, write_small

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
hosts = pytest.mark.parametrize("host", r_process.HOSTS)


@hosts
def test_runs_are_listed_copied_and_cleaned(host: str, tmp_path: Path) -> None:
    write_small(tmp_path)
    code = r"""
    check(nrow(ls_runs()) == 0, is.null(latest_run()), identical(c(4, 1) %>% sum(), 5))
    print(ls_runs())
    runs <- tuning_run("train.R", flags = list(rate = c(0.25, 0.5), name = c("a", "b")),
                       echo = FALSE, confirm = FALSE)
    check(nrow(runs) == 4, identical(sort(runs$eval_acc), c(0.5, 0.5, 0.75, 0.75)),
              !is_run_active())
    best <- ls_runs(eval_acc > 0.6 & flag_name == "b", order = eval_acc)
    check(nrow(best) == 1, best$flag_rate == 0.5, best$metric_val_loss == 1 / 3,
              best$steps_completed == 2, identical(as_run_dir(best), best$run_dir))
    by <- ls_runs(order = c(flag_rate, "flag_name"), decreasing = FALSE)
    check(identical(by$flag_name, c("a", "b", "a", "b")),
              identical(colnames(by)[1:3], c("run_dir", "flag_rate", "flag_name")),
              nrow(ls_runs(latest_n = 2)) == 2,
              identical(latest_run()$run_dir, max(by$run_dir)),
              inherits(ls_runs()$start, "POSIXct"))
    print(ls_runs(order = eval_acc))
    print(run_info(best)[c("flag_rate", "completed")])
    check(length(run_info(by$run_dir)) == 4, run_info(basename(best$run_dir))$flag_rate == 0.5)

    check(copy_run(best, "kept", rename = "best"), file.exists("kept/best/made.txt"),
              file.exists("kept/best/tfruns.d/flags.json"))
    check(all(copy_run_files(by, "files")), length(dir("files")) == 4)
    check(identical(dir(file.path("files", basename(best$run_dir))), "made.txt"))

    clean_runs(best, confirm = FALSE)
    check(nrow(ls_runs()) == 3, ls_runs(runs_dir = "runs/archive")$flag_rate == 0.5)
    clean_runs(confirm = FALSE)
    clean_runs(confirm = FALSE)
    purge_runs(confirm = FALSE)
    check(length(dir("runs/archive")) == 0, nrow(ls_runs()) == 0, dir.exists("kept/best"))
    """
    printed = run(host, code, tmp_path)
    assert printed.startswith("No training runs found.\n")
    assert printed.count("rate 0.25 \n") == printed.count("rate 0.5 \n") == 2
    assert "Data frame: 4 x 17 \n" in printed
    assert "# ... with 12 more columns:\n#   flag_rate, flag_name, steps_completed," in printed


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
    check(nrow(ls_runs()) == 1) # nothing was moved
    cat(error(clean_runs(confirm = TRUE)), "\n")
    dir.create(file.path("runs/archive", name, "tfruns.d"), recursive = TRUE)
    clean_runs(confirm = FALSE)
    check(identical(dir("runs/archive"), c(name, paste0(name, "-1"), "mine")))
    linked <- file.symlink(normalizePath("elsewhere"), "runs/archive/link")
    cat(error(purge_runs(confirm = TRUE)), "\n")
    purge_runs(confirm = FALSE)
    check(identical(dir("runs/archive"), "mine"), file.exists("runs/mine/file"),
              file.exists("runs/archive/mine/file"), file.exists("elsewhere/file"))

    training_run("train.R", run_dir = "elsewhere", artifacts_dir = NULL, echo = FALSE)
    check(readLines("elsewhere/file") == "precious", latest_run("."  )$completed)
    dir.create("copy")
    cat(error(copy_run("elsewhere", rename = "copy")), "\n")
    cat(error(copy_run("elsewhere", to = ".")), "\n")
    cat(error(copy_run("elsewhere", to = c("a", "b"))), "\n")
    cat(error(copy_run("elsewhere", rename = c("a", "b"))), "\n")
    cat(error(copy_run("no such", rename = "a")), "\n")
    """
    archive = "runs/archive"
    nobody = "this session cannot ask "
    assert [
        line.rstrip() for line in run("Rscript", code, tmp_path).splitlines() if "rate" not in line
    ] == [
        "runs/mine is not the folder of a run.",
        ". is not the folder of a run.",
        f'{nobody}"Move 1 run directories to runs/archive?": use `confirm = FALSE`.',
        f'{nobody}"Permanently remove 3 run directories from {archive}?": use `confirm = FALSE`.',
        "./copy exists: use another name (`rename`) or another folder (`to`).",
        "./elsewhere exists: use another name (`rename`) or another folder (`to`).",
        "`to` must be one folder, not 2.",
        "`rename` must have a name for each run: 1, not 2.",
        "there is no folder no such of a run.",
    ]
