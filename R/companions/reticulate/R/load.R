# The functions are those of the package keras, in R/python-*.R and R/tensorflow.R there.

.onLoad <- function(libname, pkgname) {
  loadNamespace("keras")$lend_functions(pkgname, topenv())
}
