# Functions that Python calls when it hosts R.

# There is no top level that would show deferred warnings.
begin_inside <- function() options(warn = max(1, getOption("warn")))

set_variables <- function(variables) list2env(as.list(variables), user_environment())

get_variable <- function(name) {
  if (!exists(name, user_environment())) {
    stop("there is no R variable `", name, "`", call. = FALSE)
  }
  get(name, user_environment())
}

variable_names <- function() ls(user_environment())

# The environment of user code: the global environment, or that of the knitted document.
user_environment <- function() {
  if (is_knitting()) knitr::knit_global() else globalenv()
}

# Runs a script in the global environment like Rscript.
run_script <- function(path) {
  ofile <- path # as in source(): scripts use it to find their own path
  invisible(evaluate_each(parse(path, keep.source = TRUE), paste0(path, ", line "), print = TRUE))
  NULL
}

# Evaluates code given as text in the global environment; returns the last value.
run_code <- function(code) {
  evaluate_each(parse(text = code, keep.source = TRUE), if (grepl("\n", code)) "line ")
}

# Runs a cell or a line of a notebook. A line returns its value and prints nothing. Plots are
# written with png(); `plots` are its arguments.
run_cell <- function(code, line, plots) {
  do.call(grDevices::png, plots)
  device <- grDevices::dev.cur()
  on.exit(if (device %in% grDevices::dev.list()) grDevices::dev.off(device))
  source <- if (line) "<line>" else "<cell>"
  lines <- strsplit(code, "\n", fixed = TRUE)[[1]]
  expressions <- parse(text = lines, srcfile = srcfilecopy(source, lines), keep.source = TRUE)
  value <- evaluate_each(expressions, if (!line) "line ", print = !line)
  if (line) value
}

# Evaluates expressions, and stores for take_place() which one failed.
evaluate_each <- function(expressions, where, print = FALSE) {
  result <- list(value = NULL)
  for (i in seq_along(expressions)) {
    withCallingHandlers({
      result <- withVisible(eval(expressions[[i]], user_environment()))
      if (print && result$visible) print(result$value)
    }, error = function(e) the$place <- place_of(expressions, i, where))
  }
  result$value
}

# Such as "script.R, line 3: library(cars)".
place_of <- function(expressions, i, where) {
  if (is.null(where)) return(NULL)
  source <- attr(expressions, "srcref")[[i]]
  paste0(where, source[[1]], ": ", strtrim(as.character(source)[[1]], 70))
}

take_place <- function() {
  place <- the$place
  the$place <- NULL
  place
}
