# Called by Python where Python hosts R.

set_variables <- function(variables) list2env(as.list(variables), globalenv())

# Runs a script in the global environment as Rscript does; gives its variables.
run_script <- function(path, variables) {
  before <- options(warn = max(1, getOption("warn"))) # no top level will show them later
  on.exit(options(before))
  set_variables(variables)
  source(path, local = globalenv(), print.eval = TRUE, keep.source = TRUE)
  names <- ls(globalenv())
  as.list(mget(names, envir = globalenv()))
}

# Evaluates code given as text in the global environment; gives the last value.
run_code <- function(code) {
  before <- options(warn = max(1, getOption("warn")))
  on.exit(options(before))
  value <- NULL
  for (expression in parse(text = code, keep.source = FALSE)) {
    value <- eval(expression, globalenv())
  }
  value
}
