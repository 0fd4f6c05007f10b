# Called by Python where Python hosts R.

# Runs a script in the global environment as Rscript does; gives its variables.
run_script <- function(path, variables) {
  list2env(as.list(variables), globalenv())
  source(path, local = globalenv(), print.eval = TRUE, keep.source = TRUE)
  names <- ls(globalenv())
  as.list(mget(names, envir = globalenv()))
}
