# What scripts know from the R package tensorflow; see companions.R.

tf_version <- function() {
  numeric_version(sub("^([0-9]+[.][0-9]+).*", "\\1", py_config()$tensorflow))
}

tf_config <- function() {
  python <- py_config()
  structure(
    list(available = TRUE, version = tf_version(), version_str = python$tensorflow,
         location = python$prefix, python = python$python, python_version = python$version),
    class = c("keras_tensorflow_config", "tensorflow_config")
  )
}

#' @export
print.keras_tensorflow_config <- function(x, ...) {
  cat("TensorFlow v", x$version_str, "\n", sep = "")
  cat("Python v", x$python_version, " (", x$python, ")\n", sep = "")
  invisible(x)
}

tf_gpu_configured <- function(verbose = TRUE) {
  found <- call_python(".gpus")
  if (verbose) cat("GPUs that TensorFlow can use:", found, "\n")
  found > 0
}

tf_function <- function(f, input_signature = NULL, autograph = FALSE, ...) {
  call_python(".tf_function", list(f, input_signature, autograph, list(...)))
}

install_tensorflow <- function(method = c("auto", "virtualenv", "conda"), conda = "auto",
                               version = "default", envname = NULL, extra_packages = NULL, ...) {
  install_keras(method, conda, version, version, extra_packages)
}

# TensorFlow 1's way of working is gone; its names are found in tf still.
use_compat <- function(version = c("v1", "v2")) {
  if (match.arg(version) == "v1") {
    warning("TensorFlow 1's graphs and sessions do not work with Keras 3; this stays TensorFlow 2.")
  }
  invisible()
}

# --- Shapes of tensors ---------------------------------------------------------------------

#' @export
as.list.python.shape <- function(x, ...) {
  as.list(call_python(".shape_elements", list(x)))
}

#' @export
as.integer.python.shape <- function(x, ...) {
  vapply(as.list(x), function(extent) if (is.null(extent)) NA_integer_ else as.integer(extent), 1L)
}

#' @export
as.double.python.shape <- function(x, ...) {
  as.double(as.integer(x))
}

#' Keras itself
#'
#' The Python module: `keras$layers$Dense(32L)` makes a layer as Python's `keras.layers.Dense(32)`
#' does. Paths of Keras 2, such as `keras$utils$np_utils`, are found as well. Keras is loaded when
#' it is first used.
#'
#' @name keras
#' @export keras
#' @examples
#' keras$activations$relu(-1)
NULL

#' Keras's backend module
#'
#' With the functions that it had in Keras 2, whose axes count from 0. R's own are `k_mean()` and
#' its relatives, whose axes count from 1.
#'
#' @param convert Whether results become R's where R has a form for them.
#' @return The Python module.
#' @examples
#' backend()$epsilon()
#' @export
backend <- function(convert = TRUE) call_python(".keras_module", list("backend", convert))

#' Zip lists together
#'
#' The first elements of all lists make the first list, the second elements the second, and so on.
#' Lists with names are matched by their names.
#'
#' @param ... Lists or vectors of one length; or one list of them.
#' @return A list with a list for each position.
#' @examples
#' zip_lists(1:2, c("a", "b"))
#' @export
zip_lists <- function(...) {
  lists <- list(...)
  if (length(lists) == 1) lists <- lists[[1]]
  if (!length(lists)) return(list())
  lengths <- lengths(lists)
  if (any(lengths != lengths[[1]])) {
    stop("all lists must have one length, not ", paste(unique(lengths), collapse = " and "), ".")
  }
  named <- lapply(lists, names)
  keys <- named[[1]]
  by_name <- !is.null(keys) && !any(vapply(named, is.null, TRUE))
  if (by_name) {
    alike <- vapply(named, function(other) !anyDuplicated(other) && setequal(other, keys), TRUE)
    if (!all(alike)) stop("the names of all lists must be the same, each once.")
  }
  zipped <- lapply(seq_len(lengths[[1]]), function(i) {
    lapply(lists, function(one) if (by_name) one[[keys[[i]]]] else one[[i]])
  })
  if (by_name) names(zipped) <- keys
  zipped
}
