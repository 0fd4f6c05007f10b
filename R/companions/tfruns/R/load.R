# The functions are those of the package keras, in R/runs*.R and R/flags.R there.

.onLoad <- function(libname, pkgname) {
  loadNamespace("keras")$lend_functions(pkgname, topenv())
}

.companion <- TRUE # by which keras knows it from the real package
