# The exports of packages and the arguments of their functions, from the installed files: no
# package is loaded, so that none does anything.
#
# The first line of the input has the names of packages, the second one those of the functions that
# are to be described. The output is read by rkeras_py/check/r.py.

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))),
                 "output.R"))

asked <- strsplit(input, " ", fixed = TRUE)
packages <- asked[[1]]
wanted <- asked[[2]]

code_of <- function(default) paste(deparse(default, width.cutoff = 500L), collapse = " ")

functions_of <- function(folder) {
  code <- new.env(parent = emptyenv())
  file <- file.path(folder, "R", basename(folder))
  if (file.exists(paste0(file, ".rdx"))) lazyLoad(file, code, filter = function(name) TRUE)
  code
}

# The names that .packages() and `::` would find, without loading.
exports_of <- function(package, folder, code) {
  if (package %in% loadedNamespaces()) return(getNamespaceExports(package))
  told <- parseNamespaceFile(package, dirname(folder))
  all <- ls(code, all.names = TRUE)
  matching <- lapply(told$exportPatterns, grep, all, value = TRUE)
  unique(c(told$exports, unlist(matching), told$exportMethods))
}

# The texts of a call such as .Deprecated("fit") that is a statement of its own in a body.
texts_of <- function(body, name) {
  statements <- if (is.call(body) && identical(body[[1]], quote(`{`))) as.list(body)[-1]
                else list(body)
  for (statement in statements) {
    if (is.call(statement) && identical(statement[[1]], as.name(name))) {
      texts <- Filter(is.character, as.list(statement)[-1])
      if (length(texts)) return(texts)
    }
  }
  list()
}

describe <- function(package, name, value) {
  deprecated <- texts_of(body(value), ".Deprecated")
  is_generic <- "UseMethod" %in% all.names(body(value))
  say("function", package, name, is_generic, if (length(deprecated)) deprecated[[1]] else "")
  defaults <- formals(value)
  if (length(defaults)) {
    say("formal", package, name, names(defaults), vapply(defaults, code_of, ""))
  }
}

keras <- functions_of(find.package("keras"))

# Those of this package's own reticulate, tensorflow and tfruns, which serve where the real ones
# are missing.
lent_by_keras <- function(package) {
  names <- keras$lent[[package]]
  say("export", package, names)
  for (name in intersect(names, wanted)) {
    if (is.function(keras[[name]])) describe(package, name, keras[[name]])
  }
  say("export", package, switch(package, reticulate = "py", tensorflow = "tf", character()))
}

examine <- function(package) {
  is_lent <- package %in% names(keras$lent)
  if (is_lent) lent_by_keras(package)
  folder <- find.package(package, quiet = TRUE)
  if (!length(folder)) return()
  say("installed", package)
  code <- functions_of(folder[[1]])
  exports <- exports_of(package, folder[[1]], code)
  say("export", package, exports)
  if (package %in% c("keras", "tfdatasets")) {
    for (name in intersect(exports, wanted)) {
      if (is.function(code[[name]])) describe(package, name, code[[name]])
    }
  }
  if (package == "keras") say("internal", package, ls(code, all.names = TRUE))
  depends <- read.dcf(file.path(folder[[1]], "DESCRIPTION"), "Depends")[[1]]
  names <- sub("[^[:alnum:].].*", "", trimws(strsplit(depends, ",", fixed = TRUE)[[1]]))
  say("attaches", package, setdiff(names, c("R", NA)))
}

for (package in packages) examine(package)
close(output)
