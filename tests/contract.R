# Compares the exports of the R package with those of R keras.
#
# Rscript contract.R exports.R [generic ...]
#
# With the variable CONTRACT_PACKAGE it compares another package with its list.
#
# exports.R has an export of R keras in each line, written as a call: name(argument, argument =
# default). Each finding is a line of fields with tabs between them: its kind first, as
# test_contract.py reads them.

finding <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "")

# The formals that a call describes; what is not a function is a plain name and has none.
described <- function(export) {
  arguments <- as.list(export)[-1]
  if (length(arguments) == 0) {
    return(list())
  }
  if (is.null(names(arguments))) names(arguments) <- character(length(arguments))
  bare <- names(arguments) == ""
  names(arguments)[bare] <- vapply(arguments[bare], as.character, "")
  arguments[bare] <- list(quote(expr =))
  arguments
}

reference <- parse(commandArgs(TRUE)[[1]], keep.source = FALSE)
names(reference) <- vapply(reference, function(export) {
  as.character(if (is.call(export)) export[[1]] else export)
}, "")
package <- Sys.getenv("CONTRACT_PACKAGE", "keras")
library(package, character.only = TRUE)
namespace <- asNamespace(package)

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
  value <- getExportedValue(package, name)
  classes <- if (is.function(value)) "function" else class(value)
  for (r_class in classes) finding("class", name, r_class)
  ours <- if (is.function(value)) as.list(formals(args(value))) else list()
  theirs <- described(reference[[name]])
  if (!identical(names(ours), names(theirs))) {
    finding("names", name, toString(names(ours)), toString(names(theirs)))
  }
  for (argument in intersect(names(ours), names(theirs))) {
    if (!same(ours[[argument]], theirs[[argument]])) {
      finding("default", name, argument, text(ours[[argument]]), text(theirs[[argument]]))
    }
  }
}

exports <- sort(getNamespaceExports(package))
for (name in exports) finding("export", name)
for (name in intersect(exports, names(reference))) compare(name)

methods <- getNamespaceInfo(package, "S3methods")
for (i in seq_len(nrow(methods))) finding("method", methods[i, 1], methods[i, 2])
for (name in commandArgs(TRUE)[-1]) {
  if (exists(name, namespace, mode = "function")) finding("generic", name)
}
