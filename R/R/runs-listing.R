# Lists training runs and their results.

ls_runs <- function(subset = NULL, order = "start", decreasing = TRUE, latest_n = NULL,
                    runs_dir = getOption("tfruns.runs_dir", "runs")) {
  runs <- list_runs(run_folders(runs_dir, latest_n))
  if (nrow(runs) == 0) return(runs)
  by <- chosen_columns(substitute(order), colnames(runs), parent.frame())
  if (length(by)) {
    runs <- runs[do.call(base::order, c(unname(as.list(runs[by])), decreasing = decreasing)), ]
  }
  if (!missing(subset)) {
    rows <- eval(substitute(subset), as.list(runs), parent.frame())
    if (is.logical(rows)) rows <- which(rep_len(rows, nrow(runs)))
    runs <- runs[rows, ]
  }
  rownames(runs) <- NULL
  arrange_columns(runs, by)
}

latest_run <- function(runs_dir = getOption("tfruns.runs_dir", "runs")) {
  runs <- list_runs(run_folders(runs_dir, 1))
  if (nrow(runs)) as_run(runs)
}

run_info <- function(run_dir) {
  runs <- lapply(as_run_dir(run_dir), function(folder) as_run(run_record(folder)))
  if (length(runs) == 1) runs[[1]] else runs
}

# Folders with data of runs, the latest first, according to their names.
run_folders <- function(runs_dir, latest_n = NULL) {
  names <- sort(list.files(runs_dir), decreasing = TRUE)
  names <- names[dir.exists(run_data_path(file.path(runs_dir, names)))]
  file.path(runs_dir, if (is.null(latest_n)) names else utils::head(names, latest_n))
}

is_run_folder <- function(folder) dir.exists(run_data_path(folder))

# Column names given as symbols, in c(), or as strings.
chosen_columns <- function(expression, columns, envir) {
  bare <- stats::setNames(as.list(columns), columns)
  chosen <- as.character(eval(expression, bare, envir))
  unknown <- setdiff(chosen, columns)
  if (length(unknown)) {
    stop_runs("`order` must be among the columns ", paste(columns, collapse = ", "), ", not ",
              unknown[[1]], ".")
  }
  chosen
}

# One row for each run; missing columns are NA.
list_runs <- function(folders) {
  if (length(folders) == 0) {
    return(arrange_columns(data.frame(type = character(), run_dir = character(), start = numeric(),
                                      end = numeric())))
  }
  records <- lapply(folders, run_record)
  columns <- unique(unlist(lapply(records, colnames)))
  runs <- do.call(rbind, lapply(records, function(record) {
    record[setdiff(columns, colnames(record))] <- NA
    record[columns]
  }))
  for (time in intersect(c("start", "end"), columns)) {
    runs[[time]] <- as.POSIXct(runs[[time]], origin = "1970-01-01", tz = "GMT")
  }
  arrange_columns(runs)
}

# --- one run -------------------------------------------------------------------------------

whole_properties <- c("samples", "validation_samples", "batch_size", "epochs", "steps")

# All data about a run, as a data frame with one row.
run_record <- function(folder) {
  if (!dir.exists(folder)) stop_runs("there is no folder ", folder, " of a run.")
  values <- c(
    list(run_dir = folder),
    read_properties(run_data_path(folder, "properties")),
    prefixed("eval", read_run_file(folder, "evaluation.json")),
    last_metrics(read_run_file(folder, "metrics.json")),
    prefixed("flag", read_run_file(folder, "flags.json"))
  )
  error <- read_run_file(folder, "error.json")
  if (!is.null(error)) {
    values$error_message <- error$message
    values$error_traceback <- paste(error$traceback, collapse = "\n")
  }
  if (is.null(values[["epochs"]])) {
    names(values)[names(values) == "epochs_completed"] <- "steps_completed"
  }
  paths <- c(metrics = "metrics.json", source_code = "source.tar.gz")
  paths[] <- run_data_path(folder, paths)
  values <- c(values, as.list(paths[file.exists(paths)]))
  as.data.frame(Filter(function(value) length(value) == 1, values), check.names = FALSE)
}

read_properties <- function(folder) {
  files <- list.files(folder, full.names = TRUE)
  values <- lapply(files, function(file) {
    paste(readLines(file, warn = FALSE, encoding = "UTF-8"), collapse = "\n")
  })
  names(values) <- basename(files)
  if (length(values)) {
    if (is.null(values[["type"]]) || values[["type"]] == "local") values$type <- "training"
    if (is.null(values[["context"]])) values$context <- "local"
  }
  convert <- function(names, type) {
    for (name in intersect(names, names(values))) {
      values[[name]] <<- suppressWarnings(type(values[[name]]))
    }
  }
  convert(c("start", "end", "learning_rate"), as.numeric)
  convert(whole_properties, as.integer)
  convert("completed", function(text) tolower(text) %in% c("true", "yes", "1"))
  values
}

# A file that is damaged or incomplete is ignored.
read_run_file <- function(folder, name) {
  file <- run_data_path(folder, name)
  if (!file.exists(file)) return(NULL)
  tryCatch(read_json(file), error = function(e) {
    warning(file, " cannot be read: ", conditionMessage(e), call. = FALSE)
    NULL
  })
}

prefixed <- function(prefix, values) {
  if (length(values)) names(values) <- paste0(prefix, "_", names(values))
  values
}

last_metrics <- function(metrics) {
  known <- lapply(metrics[names(metrics) != "epoch"], function(values) values[!is.na(values)])
  last <- lapply(known, utils::tail, 1)
  c(prefixed("metric", last), epochs_completed = max(0L, lengths(known)))
}

# The columns in order; those by which rows are sorted come first.
arrange_columns <- function(runs, order = NULL) {
  columns <- colnames(runs)
  with_prefix <- function(prefix) columns[startsWith(columns, paste0(prefix, "_"))]
  known <- c(
    with_prefix("eval"), with_prefix("metric"), with_prefix("flag"), "samples",
    "validation_samples", "batch_size", "steps", "steps_completed", "epochs", "epochs_completed",
    "metrics", "model", "loss_function", "optimizer", "learning_rate", "script", "source", "start",
    "end", "completed", "output", "error_message", "error_traceback", "source_code", "context",
    "type"
  )
  order <- setdiff(order, "start")
  runs <- runs[intersect(unique(c("run_dir", order, known, columns)), columns)]
  class(runs) <- unique(c("tfruns_runs_df", class(runs)))
  attr(runs, "order") <- order
  attr(runs, "original_cols") <- colnames(runs)
  runs
}

# A run as a list, with the metrics as a data frame.
as_run <- function(record) {
  run <- as.list(arrange_columns(record))
  attributes(run) <- list(names = names(run))
  if (!is.null(run[["model"]])) class(run$model) <- c("tfruns_model_summary", "character")
  if (!is.null(run[["metrics"]])) {
    run$metrics <- as.data.frame(read_run_file(run$run_dir, "metrics.json"), optional = TRUE)
  }
  structure(run, class = "tfruns_run")
}

# --- printing ------------------------------------------------------------------------------

print.tfruns_run <- function(x, ...) {
  words <- c(metrics = "(metrics data frame)", model = "(model summary)",
             source_code = "(source archive)", output = "(script output)")
  shown <- unclass(x)
  long <- intersect(names(words), names(shown))
  shown[long] <- words[long]
  utils::str(shown, no.list = TRUE)
  invisible(x)
}

print.tfruns_model_summary <- function(x, ...) {
  cat(x, "\n", sep = "")
  invisible(x)
}

print.tfruns_runs_df <- function(x, ...) {
  if (nrow(x) == 0) {
    cat("No training runs found.\n")
  } else if (nrow(x) == 1 && "run_dir" %in% colnames(x)) {
    print(as_run(x))
  } else {
    columns <- colnames(x)
    if (identical(columns, attr(x, "original_cols"))) { # otherwise the user has chosen
      scores <- grep("^(eval|metric)_", columns, value = TRUE)
      columns <- intersect(c("run_dir", attr(x, "order"), scores), columns)
    }
    rows <- utils::head(seq_len(nrow(x)), 10)
    cat("Data frame:", nrow(x), "x", ncol(x), "\n")
    print(as.data.frame(unclass(x), check.names = FALSE)[rows, columns, drop = FALSE])
    if (nrow(x) > 10) cat("# ... with ", nrow(x) - 10, " more rows\n", sep = "")
    others <- setdiff(colnames(x), columns)
    if (length(others)) {
      cat("# ... with ", length(others), " more columns:\n", sep = "")
      cat(strwrap(paste(others, collapse = ", "), prefix = "#   "), sep = "\n")
    }
  }
  invisible(x)
}
