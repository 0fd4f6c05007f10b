# Runs testthat files for pytest: their paths come line by line on the standard input; testthat.py
# reads what became of the tests. It is sourced into an environment of its own.

main <- function(folder) {
  library(testthat)
  library(keras)
  python <- keras:::import("rkeras_py.testing.testthat_results")
  lines <- file("stdin", "r")
  while (length(path <- readLines(lines, 1))) {
    python$begin()
    tryCatch(run(path, python), error = function(e) {
      python$add(NULL, "error", conditionMessage(e), NULL)
    })
    python$store(folder)
  }
}

# testthat's own leaves out skips outside of tests, which skip the rest of the file.
reporter_class <- function() {
  R6::R6Class(inherit = testthat::ListReporter, public = list(
    skips = list(),
    add_result = function(context, test, result) {
      outside <- is.null(test) || startsWith(test, "(code run outside of")
      if (outside && inherits(result, "expectation_skip")) self$skips <- c(self$skips, list(result))
      super$add_result(context, test, result)
    }
  ))
}

run <- function(path, python) {
  reporter <- reporter_class()$new()
  testthat::test_file(path, reporter = reporter, stop_on_failure = FALSE)
  for (test in reporter$get_results()) {
    for (result in test$results) {
      kind <- sub("expectation_", "", class(result)[[1]])
      text <- if (kind == "success") "" else paste(format(result), collapse = "\n")
      python$add(if (!is.na(test$test)) test$test, kind, text, result$srcref[1])
    }
  }
  for (skip in reporter$skips) python$add(NULL, "skip", format(skip), skip$srcref[1])
}

main(commandArgs(TRUE)[[2]])
