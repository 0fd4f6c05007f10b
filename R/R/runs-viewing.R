# Shows training runs in a browser. Python creates the pages (see run_pages.py).

save_run_view <- function(run_dir = latest_run(), filename = "auto") {
  if (is.null(run_dir)) stop_runs("there are no runs in ", getwd(), ".")
  run <- run_info(run_dir)
  if (identical(filename, "auto")) filename <- page_file("run-", basename(run$run_dir))
  call_python(".save_run_page", list(path.expand(filename), list(run_for_page(run))))
  invisible(filename)
}

view_run <- function(run_dir = latest_run(), viewer = getOption("tfruns.viewer")) {
  view_page(save_run_view(run_dir), viewer)
}

save_run_comparison <- function(runs = ls_runs(latest_n = 2), filename = "auto") {
  folders <- as_run_dir(runs)
  if (length(folders) != 2) stop_runs("two runs can be compared, not ", length(folders), ".")
  runs <- run_info(folders)
  runs <- runs[order(vapply(runs, function(run) c(run[["start"]], 0)[[1]], 0))]
  if (identical(filename, "auto")) {
    names <- vapply(runs, function(run) basename(run$run_dir), "")
    filename <- page_file("compare-runs-", paste(names, collapse = "-"))
  }
  call_python(".save_run_page", list(path.expand(filename), lapply(runs, run_for_page)))
  invisible(filename)
}

compare_runs <- function(runs = ls_runs(latest_n = 2), viewer = getOption("tfruns.viewer")) {
  view_page(save_run_comparison(runs), viewer)
}

# Shows metrics during training: the page is rewritten and reloads itself.
view_run_metrics <- function(metrics) {
  viewer <- structure(list(viewer_dir = tempfile("run-metrics-")), class = "tfruns_metrics_viewer")
  dir.create(viewer$viewer_dir)
  update_run_metrics(viewer, metrics)
  view_page(file.path(viewer$viewer_dir, "index.html"), getOption("viewer"))
  invisible(viewer)
}

update_run_metrics <- function(viewer, metrics) {
  columns <- as.list(metrics)
  call_python(".save_metrics_page", list(file.path(viewer$viewer_dir, "index.html"), columns))
  write_json(metrics, file.path(viewer$viewer_dir, "metrics.json"), columns = TRUE)
  invisible(NULL)
}

page_file <- function(...) {
  folder <- tempfile("runs-")
  dir.create(folder)
  file.path(folder, paste0(..., ".html"))
}

view_page <- function(file, viewer) {
  if (is.null(viewer)) viewer <- getOption("page_viewer", utils::browseURL)
  shown <- tryCatch({
    viewer(file)
    TRUE
  }, error = function(e) FALSE)
  if (!shown) message("No browser can be opened here; the page is ", file)
  invisible(file)
}

# The result of training_run(): shown immediately, when it is printed, or not.
show_run <- function(run, view) {
  if (identical(view, "auto")) {
    if (!interactive()) return(invisible(run))
    class(run) <- c("tfruns_viewed_run", class(run))
    return(run)
  }
  if (identical(view, "save")) {
    save_run_view(run$run_dir, run_data_path(run$run_dir, "view.html"))
  } else if (isTRUE(view)) {
    view_run(run$run_dir)
  }
  invisible(run)
}

print.tfruns_viewed_run <- function(x, ...) view_run(x)

# The content of the page of a run, as text and numbers.
run_for_page <- function(run) {
  plots <- list.files(file.path(run$run_dir, "plots"), "[.]png$", full.names = TRUE)
  others <- setdiff(list.files(run$run_dir), c(run_data_folder, "plots", "logs"))
  values <- unclass(run)
  values <- values[!vapply(values, is.null, NA)]
  values$metrics <- as.list(run[["metrics"]])
  values$model <- c(unclass(run[["model"]]), "")[[1]]
  values$name <- basename(run$run_dir)
  started <- as.POSIXct(as.numeric(run[["start"]]), origin = "1970-01-01", tz = "GMT")
  values$started <- format(started, "%Y-%m-%d %H:%M:%S GMT")
  values$seconds <- as.numeric(run[["end"]]) - as.numeric(run[["start"]])
  values$start <- values$end <- NULL
  values$plots <- as.list(normalizePath(plots))
  values$files <- as.list(others)
  values$sources <- read_sources(run[["source_code"]])
  values
}

# The scripts in a source archive, by name.
read_sources <- function(archive) {
  if (is.null(archive)) return(list())
  work <- tempfile("sources")
  on.exit(unlink(work, recursive = TRUE))
  utils::untar(archive, exdir = work, tar = "internal")
  folder <- file.path(work, "source")
  names <- list.files(folder, recursive = TRUE)
  texts <- lapply(file.path(folder, names), function(file) {
    paste(readLines(file, warn = FALSE), collapse = "\n")
  })
  stats::setNames(texts, names)
}
