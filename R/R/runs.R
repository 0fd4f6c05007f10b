# The current training run: its folder, and what is written there. These are functions of the
# package tfruns, for its companion. keras itself writes to runs of the real package and of the
# companion.

# The subfolder with a run's data.
run_data_folder <- "tfruns.d"

run_data_path <- function(run_dir, ...) file.path(run_dir, run_data_folder, ...)

#' Directory of the current training run
#'
#' @return The directory of the run started by `tfruns::training_run()`, or the working directory if
#'   there is no run.
#' @examples
#' run_dir()
#' @export
run_dir <- function() {
  if (is_loaded("tfruns")) {
    tfruns::run_dir()
  } else if (is_run_active()) {
    the$run$path
  } else {
    getwd()
  }
}

is_run_active <- function() !is.null(the$run)

# A folder named after the time in GMT. It is created immediately so that no other run uses it.
unique_run_dir <- function(runs_dir = getOption("tfruns.runs_dir", "runs"), seconds_scale = 0) {
  seconds <- if (seconds_scale == 0) "%S" else paste0("%OS", seconds_scale)
  dir.create(runs_dir, showWarnings = FALSE, recursive = TRUE)
  if (!dir.exists(runs_dir)) stop_runs("the folder ", runs_dir, " for runs cannot be created.")
  repeat {
    name <- strftime(Sys.time(), paste0("%Y-%m-%dT%H-%M-", seconds, "Z"), tz = "GMT")
    folder <- file.path(runs_dir, name)
    if (dir.create(folder, showWarnings = FALSE)) return(folder)
    if (!dir.exists(folder)) stop_runs("the folder ", folder, " cannot be created.")
    Sys.sleep(0.5 / 10^seconds_scale)
  }
}

# Data of a run, of a known type or as a function that is called with the data folder.
write_run_metadata <- function(type, data, run_dir = NULL) {
  if (!is.character(type) || length(type) != 1 || is.na(type)) {
    stop_runs("`type` must be a string.")
  }
  write <- switch(type,
    flags = , evaluation = , error = , metrics = function(folder) {
      write_json(data, file.path(folder, paste0(type, ".json")), columns = type == "metrics")
    },
    properties = function(folder) write_properties(data, file.path(folder, "properties")),
    source = function(folder) archive_sources(data, file.path(folder, "source.tar.gz")),
    data
  )
  if (!is.function(write)) {
    stop_runs("`data` of type \"", type, "\" must be a function of the folder to write to.")
  }
  if (is.null(run_dir) && is_run_active()) run_dir <- the$run$full_path
  if (!is.null(run_dir)) {
    dir.create(run_data_path(run_dir), showWarnings = FALSE, recursive = TRUE)
    write(run_data_path(run_dir))
  }
  invisible(NULL)
}

write_run_data <- function(type, data) write_run_metadata(paste0("custom", type), data)

# One file for each property, so that they can be written separately.
write_properties <- function(data, folder) {
  dir.create(folder, showWarnings = FALSE)
  for (name in names(data)) {
    writeLines(enc2utf8(as.character(data[[name]])), file.path(folder, name), useBytes = TRUE)
  }
}

# Named values; columns are always arrays, whatever their length.
write_json <- function(data, file, columns = FALSE) {
  plain <- function(value) if (is.factor(value)) as.character(value) else value
  values <- lapply(as.list(data), plain)
  call_python(".write_run_json", list(file, values, columns))
}

read_json <- function(file) call_python(".read_run_json", list(file))

# The R scripts in a folder, but not in subfolders, which may be large.
archive_sources <- function(folder, archive) {
  archive <- file.path(normalizePath(dirname(archive)), basename(archive))
  scripts <- list.files(folder, "[.]r$", full.names = TRUE, ignore.case = TRUE)
  work <- tempfile("sources")
  dir.create(file.path(work, "source"), recursive = TRUE)
  on.exit(unlink(work, recursive = TRUE))
  file.copy(scripts, file.path(work, "source"), copy.date = TRUE)
  before <- setwd(work)
  on.exit(setwd(before), add = TRUE, after = FALSE)
  suppressWarnings( # about names that are too long for other programs
    utils::tar(archive, "source", compression = "gzip", tar = "internal")
  )
}

# The folders of runs that are given in various forms.
as_run_dir <- function(x) UseMethod("as_run_dir")

#' @method as_run_dir character
#' @export
as_run_dir.character <- function(x) {
  if (all(dir.exists(x))) return(x)
  among_runs <- file.path(getOption("tfruns.runs_dir", "runs"), x)
  if (all(dir.exists(among_runs))) among_runs else x
}

#' @method as_run_dir list
#' @export
as_run_dir.list <- function(x) {
  if (is.null(x[["run_dir"]])) stop_runs("this list has no element `run_dir`.")
  as.character(x[["run_dir"]])
}

#' @method as_run_dir data.frame
#' @export
as_run_dir.data.frame <- function(x) {
  if (is.null(x[["run_dir"]])) stop_runs("this data frame has no column `run_dir`.")
  as.character(x[["run_dir"]])
}

#' @method as_run_dir tfruns_run
#' @export
as_run_dir.tfruns_run <- function(x) as_run_dir.list(x)

#' @method as_run_dir default
#' @export
as_run_dir.default <- function(x) {
  stop_runs("runs must be given as names of folders, a data frame of ls_runs(), or a list with an ",
            "element `run_dir`, not as an object of class ", class(x)[[1]], ".")
}

stop_runs <- function(...) {
  stop(structure(class = c("tfruns_error", "error", "condition"),
                 list(message = paste0(...), call = NULL)))
}

# --- data written by training; called by Python --------------------------------------------

# The folder of the active run, of the real tfruns or of the companion.
run_folder <- function() {
  if (is_loaded("tfruns")) {
    if (tfruns::is_run_active()) normalizePath(tfruns::run_dir(), mustWork = FALSE)
  } else {
    the$run$full_path
  }
}

# The training continues if its data cannot be written.
write_run <- function(kind, data) {
  write <- if (is_loaded("tfruns")) tfruns::write_run_metadata else write_run_metadata
  if (kind == "metrics") data <- as.data.frame(lapply(data, as.numeric), optional = TRUE)
  tryCatch(
    write(kind, data),
    error = function(e) {
      warning("the run's ", kind, " cannot be written: ", conditionMessage(e), call. = FALSE)
    }
  )
  NULL
}
