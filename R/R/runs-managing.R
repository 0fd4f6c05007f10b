# Moves, copies and removes folders of training runs. Nothing else is moved or removed, and no file
# is overwritten.

clean_runs <- function(runs = ls_runs(runs_dir = runs_dir),
                       runs_dir = getOption("tfruns.runs_dir", "runs"), confirm = interactive()) {
  folders <- if (missing(runs)) run_folders(runs_dir) else as_run_dir(runs)
  if (length(folders) == 0) {
    message("No runs found to clean.")
    return(invisible(NULL))
  }
  need_run_folders(folders)
  archive <- file.path(runs_dir, "archive")
  question <- paste("Move", length(folders), "run directories to", paste0(archive, "?"))
  if (confirm && !agreed(question)) return(invisible(NULL))
  dir.create(archive, showWarnings = FALSE, recursive = TRUE)
  moved <- vapply(folders, move_run, NA, archive)
  if (!all(moved)) {
    warning("could not move: ", paste(folders[!moved], collapse = ", "), call. = FALSE)
  }
  message("Moved ", sum(moved), " runs to ", archive, " (purge_runs() to remove permanently)")
  invisible(NULL)
}

# Uses another name if the archive has a run with this name.
move_run <- function(folder, archive) {
  target <- file.path(archive, basename(folder))
  others <- 0
  while (file.exists(target)) {
    others <- others + 1
    target <- file.path(archive, paste0(basename(folder), "-", others))
  }
  suppressWarnings(file.rename(folder, target))
}

need_run_folders <- function(folders) {
  for (folder in folders) {
    if (!is_run_folder(folder)) stop_runs(folder, " is not the folder of a run.")
    if (identical(normalizePath(folder), the$run$full_path)) stop_runs(folder, " is being used.")
  }
}

purge_runs <- function(runs_dir = getOption("tfruns.runs_dir", "runs"), confirm = interactive()) {
  archive <- file.path(runs_dir, "archive")
  folders <- run_folders(archive)
  question <- paste("Permanently remove", length(folders), "run directories from",
                    paste0(archive, "?"))
  if (confirm && length(folders) && !agreed(question)) return(invisible(NULL))
  unlink(folders, recursive = TRUE)
  message("Permanently removed ", sum(!file.exists(folders)), " runs")
  invisible(NULL)
}

copy_run <- function(run_dir, to = ".", rename = NULL) copy_folders(run_dir, to, rename)

# Without the run's own files: its data, TensorBoard logs, and plots.
copy_run_files <- function(run_dir, to = ".", rename = NULL) {
  copy_folders(run_dir, to, rename, without = c(run_data_folder, "logs", "plots"))
}

copy_folders <- function(run_dir, to, rename, without = character()) {
  folders <- as_run_dir(run_dir)
  need_run_folders_to_copy(folders)
  if (!is.null(rename) && length(rename) != length(folders)) {
    stop_runs("`rename` must have a name for each run: ", length(folders), ", not ",
              length(rename), ".")
  }
  if (length(to) != 1) stop_runs("`to` must be one folder, not ", length(to), ".")
  targets <- file.path(to, if (is.null(rename)) basename(folders) else rename)
  there <- targets[file.exists(targets) | duplicated(targets)]
  if (length(there)) {
    stop_runs(there[[1]], " exists: use another name (`rename`) or another folder (`to`).")
  }
  invisible(unlist(Map(copy_folder, folders, targets, list(without)), use.names = FALSE))
}

need_run_folders_to_copy <- function(folders) {
  for (folder in folders) {
    if (!dir.exists(folder)) stop_runs("there is no folder ", folder, " of a run.")
  }
}

copy_folder <- function(from, to, without) {
  names <- setdiff(list.files(from, all.files = TRUE, no.. = TRUE), without)
  made <- dir.create(to, showWarnings = FALSE, recursive = TRUE)
  made && all(file.copy(file.path(from, names), to, recursive = TRUE, copy.date = TRUE))
}
