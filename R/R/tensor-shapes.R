# Shapes of tensors: TensorFlow's objects, which behave like lists of extents.

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

#' @export
`[.python.shape` <- function(x, i) {
  shape(dims = as.list(x)[i])
}

#' @export
`[[.python.shape` <- function(x, i, ...) as.list(x)[[i]]

#' @export
`[<-.python.shape` <- function(x, ..., value) {
  extents <- as.list(x)
  extents[...] <- as.list(value)
  shape(dims = extents)
}

#' @export
`[[<-.python.shape` <- function(x, ..., value) {
  extents <- as.list(x)
  if (is.null(value)) extents[...] <- list(NULL) else extents[[...]] <- value
  shape(dims = extents)
}

#' @export
c.python.shape <- function(...) shape(...)

#' @method merge python.shape
#' @export
merge.python.shape <- function(x, y, ...) {
  x$merge_with(shape(dims = y))
}

# NA if the number of dimensions is unknown.
#' @export
length.python.shape <- function(x) {
  rank <- x$rank
  if (is.null(rank)) NA_integer_ else as.integer(rank)
}

#' @export
format.python.shape <- function(x, ...) {
  if (is.na(length(x))) "(<unknown>)" else paste0("(", toString(as.integer(x)), ")")
}

#' @export
print.python.shape <- function(x, ...) {
  cat(py_repr(x), "\n", sep = "")
  invisible(x)
}

#' @export
`==.python.shape` <- function(e1, e2) {
  call_python(".same_shape", list(e1, e2))
}

#' @export
`!=.python.shape` <- function(e1, e2) {
  !call_python(".same_shape", list(e1, e2))
}

#' @method py_str python.shape
#' @export
py_str.python.shape <- function(object, ...) {
  py_repr(object)
}
