# Training runs: run scripts and store their settings and results in a folder.

training_run <- function(file = "train.R", context = "local",
                         config = Sys.getenv("R_CONFIG_ACTIVE", unset = "default"), flags = NULL,
                         properties = NULL, run_dir = NULL, artifacts_dir = getwd(), echo = TRUE,
                         view = "auto", envir = parent.frame(),
                         encoding = getOption("encoding")) {
  force(envir)
  if (missing(file)) file <- the_only_script(file)
  if (!file.exists(file)) stop_runs("`file`: there is no R script \"", file, "\".")
  flags <- given_flags(flags)
  outer <- the$run
  on.exit(the$run <- outer)
  run_dir <- begin_run(run_dir, config, flags)
  write_run_metadata("properties", list(type = "training", context = context))
  write_run_metadata("properties", properties)
  write_run_metadata("source", dirname(file))
  message("Using run directory ", run_dir)
  full_path <- the$run$full_path
  keeping_artifacts(artifacts_dir, full_path, record_script(file, envir, echo, encoding))
  message("\nRun completed: ", run_dir, "\n")
  show_run(arrange_columns(run_record(run_dir)), view)
}

# The only script in the folder is used.
the_only_script <- function(default) {
  scripts <- list.files(pattern = "[.]r$", ignore.case = TRUE)
  if (length(scripts) == 1) scripts else default
}

# Values of flags by name, or the path of a file with them.
given_flags <- function(flags) {
  if (is.character(flags) && length(flags) == 1 && is.null(names(flags))) {
    if (!file.exists(flags)) stop_runs("`flags`: there is no file \"", flags, "\".")
    return(list(file = flags))
  }
  if (length(flags) && (is.null(names(flags)) || !all(nzchar(names(flags))))) {
    stop_runs("`flags` must be a named list, or the name of a YAML file.")
  }
  list(values = as.list(flags))
}

begin_run <- function(run_dir, config, flags) {
  if (is.null(run_dir)) run_dir <- unique_run_dir()
  dir.create(run_dir, showWarnings = FALSE, recursive = TRUE)
  if (!dir.exists(run_dir)) stop_runs("the folder ", run_dir, " for the run cannot be created.")
  the$run <- list(path = run_dir, full_path = normalizePath(run_dir), config = config,
                  flags = flags$values, flags_file = flags$file)
  run_dir
}

# Runs a script in the current run, and records its output, plots, times and error.
record_script <- function(file, envir, echo, encoding) {
  folder <- the$run$full_path
  property <- function(name, value) {
    write_run_metadata("properties", stats::setNames(list(value), name), folder)
  }
  property("script", basename(file))
  property("start", as.double(Sys.time()))
  on.exit(property("end", as.double(Sys.time())))
  property("completed", FALSE)
  on.exit(call_python(".end_run"), add = TRUE)
  before <- options(width = min(100, getOption("width")))
  on.exit(options(before), add = TRUE)
  end_output <- record_output(run_data_path(folder, "properties", "output"))
  on.exit(end_output(), add = TRUE, after = FALSE)
  end_plots <- record_plots(file.path(folder, "plots"))
  on.exit(end_plots(), add = TRUE, after = FALSE)
  base <- sys.nframe()
  withCallingHandlers(
    source(file, local = envir, echo = echo, encoding = encoding),
    error = function(e) {
      calls <- utils::head(sys.calls(), -2)[-seq_len(base)]
      trace <- vapply(rev(calls), function(call) paste(deparse(call), collapse = "\n"), "")
      write_run_metadata("error", list(message = conditionMessage(e), traceback = trace), folder)
    }
  )
  property("completed", TRUE)
}

# Each of these starts a recording and returns a function that stops it, whatever the script left
# open.

record_output <- function(path) {
  depth <- sink.number()
  connection <- file(path, "wt", encoding = "UTF-8")
  sink(connection, split = TRUE)
  function() {
    while (sink.number() > depth) sink()
    close(connection)
  }
}

record_plots <- function(folder) {
  if (!capabilities("png")) return(function() NULL)
  dir.create(folder, showWarnings = FALSE)
  before <- grDevices::dev.cur()
  grDevices::png(file.path(folder, "Rplot%03d.png"), width = 1200, height = 720, res = 192)
  device <- grDevices::dev.cur()
  function() {
    if (device %in% grDevices::dev.list()) grDevices::dev.off(device)
    if (before %in% grDevices::dev.list()) grDevices::dev.set(before)
  }
}

# --- files that a script creates ---------------------------------------------------------

# Evaluates `code`, and copies files that it created or changed to the run's folder.
keeping_artifacts <- function(folder, run_dir, code) {
  if (is.null(folder)) return(code)
  folder <- normalizePath(folder, mustWork = TRUE)
  before <- files_now(folder)
  on.exit({
    now <- files_now(folder)
    known <- match(now$name, before$name)
    same <- now$size == before$size[known] & now$time == before$time[known]
    copy_artifacts(folder, now$name[is.na(known) | !(same %in% TRUE)], run_dir)
  })
  code
}

files_now <- function(folder) {
  names <- list.files(folder, recursive = TRUE)
  information <- file.info(file.path(folder, names), extra_cols = FALSE)
  data.frame(name = names, size = information$size, time = as.numeric(information$mtime))
}

# Other runs and package libraries are not copied.
copy_artifacts <- function(folder, names, run_dir) {
  runs <- unique(sub(paste0("(^|/)", run_data_folder, "/.*$"), "",
                     grep(paste0("(^|/)", run_data_folder, "/"), names, value = TRUE)))
  for (run in c(runs, sub(paste0(folder, "/"), "", run_dir, fixed = TRUE), "packrat", "renv")) {
    names <- names[!startsWith(names, paste0(run, "/"))]
  }
  targets <- file.path(run_dir, names)
  there <- file.exists(targets)
  if (any(there)) {
    warning("these files exist in ", run_dir, " and were not copied there: ",
            paste(names[there], collapse = ", "), call. = FALSE)
  }
  for (i in which(!there)) {
    dir.create(dirname(targets[[i]]), showWarnings = FALSE, recursive = TRUE)
    file.copy(file.path(folder, names[[i]]), targets[[i]], copy.date = TRUE)
  }
}

# --- several runs --------------------------------------------------------------------------

tuning_run <- function(file = "train.R", context = "local",
                       config = Sys.getenv("R_CONFIG_ACTIVE", unset = "default"), flags = NULL,
                       sample = NULL, properties = NULL,
                       runs_dir = getOption("tfruns.runs_dir", "runs"), artifacts_dir = getwd(),
                       echo = TRUE, confirm = interactive(), envir = parent.frame(),
                       encoding = getOption("encoding")) {
  force(envir)
  if (missing(file)) file <- the_only_script(file)
  if (!is.list(flags) || is.null(names(flags)) || !all(nzchar(names(flags)))) {
    stop_runs("`flags` must be given as a named list or a data frame.")
  }
  grid <- flag_grid(flags, sample)
  if (confirm && !agreed("Proceed with tuning run?")) return(invisible(NULL))
  before <- options(tfruns.runs_dir = runs_dir)
  on.exit(options(before))
  made <- character()
  for (i in seq_len(nrow(grid))) {
    values <- as.list(grid[i, , drop = FALSE])
    shown <- vapply(values, format, "", digits = 15)
    shown <- paste(names(values), shown, sep = " = ", collapse = ", ")
    message("Training run ", i, "/", nrow(grid), " (", shown, ")")
    run <- training_run(file, context, config, values, properties, NULL, artifacts_dir, echo,
                        view = FALSE, envir = new.env(parent = envir), encoding = encoding)
    made <- c(made, run$run_dir)
  }
  invisible(list_runs(rev(made)))
}

# All combinations of values, or a sample of them.
flag_grid <- function(flags, sample) {
  grid <- flags
  if (!is.data.frame(flags)) {
    grid <- expand.grid(flags, stringsAsFactors = FALSE)
    message(prettyNum(nrow(grid), big.mark = ","), " total combinations of flags")
  }
  if (nrow(grid) == 0) stop_runs("`flags` has no values.")
  if (is.null(sample)) return(grid)
  if (!is.numeric(sample) || length(sample) != 1 || !(sample > 0 && sample <= 1)) {
    stop_runs("`sample` must be a number above 0 and at most 1, not ", format(sample), ".")
  }
  rows <- sample.int(nrow(grid), ceiling(sample * nrow(grid)))
  message("(sampled to ", prettyNum(length(rows), big.mark = ","), " combinations)")
  grid[rows, , drop = FALSE]
}

# Asks the user. In a non-interactive session, this is an error.
agreed <- function(question) {
  if (!interactive()) {
    stop_runs("this session cannot ask \"", question, "\": use `confirm = FALSE`.")
  }
  tolower(readline(paste(question, "[Y/n]: "))) %in% c("", "y", "yes")
}
