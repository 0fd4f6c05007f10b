# R functions for tensors outside of R's function groups; see also
# rkeras_py/bridge/tensor_methods.py. Those of the groups are in handles.R.

#' @export
print.python.tensor <- function(x, ...) {
  cat(without_comma(format(x)), "\n", sep = "")
  invisible(x)
}

#' @export
str.python.tensor <- function(object, ...) {
  lines <- strsplit(without_comma(py_repr(object)), "\n", fixed = TRUE)[[1]]
  cat(lines[[1]], if (length(lines) > 1) "...>", "\n", sep = "")
}

# A shape with one dimension without Python's comma.
without_comma <- function(text) gsub("shape=\\((None|[0-9]+),\\)", "shape=(\\1)", text)

#' @export
as.character.python.tensor <- function(x, ...) as.character(as.array(x), ...)

#' @importFrom grDevices as.raster
#' @method as.raster python.tensor
#' @export
as.raster.python.tensor <- function(x, max = call_python(".greatest", list(x)), ...) {
  as.raster(as.array(x), max = max, ...)
}

#' @method Complex python.tensor
#' @export
Complex.python.tensor <- function(z) call_python(".elementwise", list(.Generic, z))

#' @method is.nan python.tensor
#' @export
is.nan.python.tensor <- function(x) call_python(".elementwise", list("is.nan", x))

#' @method is.na python.tensor
#' @export
is.na.python.tensor <- function(x) call_python(".elementwise", list("is.nan", x))

#' @method is.finite python.tensor
#' @export
is.finite.python.tensor <- function(x) call_python(".elementwise", list("is.finite", x))

#' @method is.infinite python.tensor
#' @export
is.infinite.python.tensor <- function(x) call_python(".elementwise", list("is.infinite", x))

#' @export
sort.python.tensor <- function(x, decreasing = FALSE, ..., axis = -1L, name = NULL) {
  reject_more("sort", ...)
  call_python(".sort", list(x, decreasing, axis))
}

#' @export
rep.python.tensor <- function(x, times = 1L, ..., name = "R/rep") {
  reject_more("rep", ...)
  call_python(".rep", list(x, times))
}

reject_more <- function(name, ...) {
  if (...length()) {
    stop(name, "() of a tensor takes no further arguments.", call. = FALSE)
  }
}

#' @method rbind python.tensor
#' @export
rbind.python.tensor <- function(..., deparse.level = 0L, dtype = NULL, name = "R/rbind") {
  call_python(".bind", list("rows", unname(list(...)), dtype))
}

#' @method cbind python.tensor
#' @export
cbind.python.tensor <- function(..., deparse.level = 0L, dtype = NULL, name = "R/cbind") {
  call_python(".bind", list("columns", unname(list(...)), dtype))
}

# Since R 4.3, `%*%` has methods; see .onLoad().
matmul_of_tensors <- function(x, y) call_python(".matmul", list(x, y))

#' Convert an R object to a tensor
#'
#' @param x Numbers, logicals or strings; or a tensor.
#' @param dtype Type of the elements, such as "float32".
#' @param ... Passed on to the method, such as `shape`.
#' @param name Name of the tensor.
#' @return The tensor.
#' @export
as_tensor <- function(x, dtype = NULL, ..., name = NULL) UseMethod("as_tensor")
