# Compares the exports of the R package with functions that have the formals of R keras's.
#
# Rscript contract.R reference.R
#
# reference.R makes a list `reference` of functions by name. Each finding is a line of fields
# with tabs between them: its kind first, as test_contract.py reads them.

finding <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "")

source(commandArgs(TRUE)[[1]])
library(keras)
namespace <- asNamespace("keras")

text <- function(default) paste(deparse(default, width.cutoff = 500L), collapse = " ")

is_absent <- function(default) identical(default, quote(expr =))

# Whether two defaults are the same code, or code with the same value.
same <- function(ours, theirs) {
  if (is_absent(ours) || is_absent(theirs)) {
    return(is_absent(ours) && is_absent(theirs))
  }
  if (identical(ours, theirs)) {
    return(TRUE)
  }
  values <- tryCatch(
    list(eval(ours, new.env(parent = namespace)), eval(theirs, new.env(parent = namespace))),
    error = function(e) list(0, 1)
  )
  isTRUE(all.equal(values[[1]], values[[2]]))
}

compare <- function(name) {
  ours <- as.list(formals(args(getExportedValue("keras", name))))
  theirs <- as.list(formals(reference[[name]]))
  if (!identical(names(ours), names(theirs))) {
    finding("names", name, toString(names(ours)), toString(names(theirs)))
  }
  for (argument in intersect(names(ours), names(theirs))) {
    if (!same(ours[[argument]], theirs[[argument]])) {
      finding("default", name, argument, text(ours[[argument]]), text(theirs[[argument]]))
    }
  }
}

exports <- sort(getNamespaceExports("keras"))
for (name in exports) finding("export", name)
for (name in intersect(exports, names(reference))) compare(name)

methods <- getNamespaceInfo("keras", "S3methods")
for (i in seq_len(nrow(methods))) finding("method", methods[i, 1], methods[i, 2])
for (name in commandArgs(TRUE)[-1]) {
  if (exists(name, namespace, mode = "function")) finding("generic", name)
}
