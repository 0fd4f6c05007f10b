# Runs the examples of the help pages in man/, given as the argument, each by itself.
# Prints the pages whose examples fail, and why.

library(keras)
grDevices::pdf(NULL)

for (page in list.files(commandArgs(TRUE)[[1]], "[.]Rd$", full.names = TRUE)) {
  code <- tempfile(fileext = ".R")
  tools::Rd2ex(page, code)
  if (file.exists(code)) { # there is none where the page has no example
    problem <- NULL
    utils::capture.output(tryCatch(
      source(code, local = new.env(), print.eval = TRUE),
      error = function(e) problem <<- conditionMessage(e)
    ))
    if (!is.null(problem)) cat(basename(page), ": ", problem, "\n", sep = "")
  }
}
cat("ran\n")
