# Shapes of tensors: TensorFlow's objects with the behaviour of lists of extents.

#' @export
as.list.tensorflow.python.framework.tensor_shape.TensorShape <- function(x, ...) {
  as.list(call_python(".shape_elements", list(x)))
}

#' @export
as.integer.tensorflow.python.framework.tensor_shape.TensorShape <- function(x, ...) {
  vapply(as.list(x), function(extent) if (is.null(extent)) NA_integer_ else as.integer(extent), 1L)
}

#' @export
as.double.tensorflow.python.framework.tensor_shape.TensorShape <- function(x, ...) {
  as.double(as.integer(x))
}

#' @export
`[.tensorflow.python.framework.tensor_shape.TensorShape` <- function(x, i) {
  shape(dims = as.list(x)[i])
}

#' @export
`[[.tensorflow.python.framework.tensor_shape.TensorShape` <- function(x, i, ...) as.list(x)[[i]]

#' @export
`[<-.tensorflow.python.framework.tensor_shape.TensorShape` <- function(x, ..., value) {
  extents <- as.list(x)
  extents[...] <- as.list(value)
  shape(dims = extents)
}

#' @export
`[[<-.tensorflow.python.framework.tensor_shape.TensorShape` <- function(x, ..., value) {
  extents <- as.list(x)
  if (is.null(value)) extents[...] <- list(NULL) else extents[[...]] <- value
  shape(dims = extents)
}

#' @export
c.tensorflow.python.framework.tensor_shape.TensorShape <- function(...) shape(...)

#' @method merge tensorflow.python.framework.tensor_shape.TensorShape
#' @export
merge.tensorflow.python.framework.tensor_shape.TensorShape <- function(x, y, ...) {
  x$merge_with(shape(dims = y))
}

# NA where even the number of dimensions is unknown.
#' @export
length.tensorflow.python.framework.tensor_shape.TensorShape <- function(x) {
  rank <- x$rank
  if (is.null(rank)) NA_integer_ else as.integer(rank)
}

#' @export
format.tensorflow.python.framework.tensor_shape.TensorShape <- function(x, ...) {
  if (is.na(length(x))) "(<unknown>)" else paste0("(", toString(as.integer(x)), ")")
}

#' @export
print.tensorflow.python.framework.tensor_shape.TensorShape <- function(x, ...) {
  cat(py_repr(x), "\n", sep = "")
  invisible(x)
}

#' @export
`==.tensorflow.python.framework.tensor_shape.TensorShape` <- function(e1, e2) {
  call_python(".same_shape", list(e1, e2))
}

#' @export
`!=.tensorflow.python.framework.tensor_shape.TensorShape` <- function(e1, e2) {
  !call_python(".same_shape", list(e1, e2))
}

#' @method py_str tensorflow.python.framework.tensor_shape.TensorShape
#' @export
py_str.tensorflow.python.framework.tensor_shape.TensorShape <- function(object, ...) {
  py_repr(object)
}
