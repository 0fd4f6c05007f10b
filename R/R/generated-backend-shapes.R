# Generated from rkeras_py/api/backend/shapes.py by `make generate`; edit there.

k_ndim <- function(x) {
  args <- list(x = x)
  call_python("k_ndim", args)
}

k_shape <- function(x) {
  args <- list(x = x)
  call_python("k_shape", args)
}

k_int_shape <- function(x) {
  args <- list(x = x)
  call_python("k_int_shape", args)
}

k_dot <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_dot", args)
}

k_flatten <- function(x) {
  args <- list(x = x)
  call_python("k_flatten", args)
}

k_reshape <- function(x, shape) {
  args <- list(x = x, shape = shape)
  call_python("k_reshape", args)
}

k_expand_dims <- function(x, axis = -1L) {
  args <- list(x = x, axis = axis)
  call_python("k_expand_dims", args)
}

k_squeeze <- function(x, axis = NULL) {
  args <- list(x = x, axis = axis)
  call_python("k_squeeze", args)
}

k_concatenate <- function(tensors, axis = -1L) {
  args <- list(tensors = tensors, axis = axis)
  call_python("k_concatenate", args)
}

k_stack <- function(x, axis = 1L) {
  args <- list(x = x, axis = axis)
  call_python("k_stack", args)
}

k_transpose <- function(x) {
  args <- list(x = x)
  call_python("k_transpose", args)
}
