# Generated from rkeras_py/api/backend/values.py by `make generate`; edit there.

k_constant <- function(value, dtype = NULL, shape = NULL, name = NULL) {
  args <- list(value = value, dtype = dtype, shape = shape, name = name)
  call_python("k_constant", args)
}

k_variable <- function(value, dtype = NULL, name = NULL, constraint = NULL) {
  args <- list(value = value, dtype = dtype, name = name, constraint = constraint)
  call_python("k_variable", args)
}

k_zeros <- function(shape, dtype = NULL, name = NULL) {
  args <- list(shape = shape, dtype = dtype, name = name)
  call_python("k_zeros", args)
}

k_ones <- function(shape, dtype = NULL, name = NULL) {
  args <- list(shape = shape, dtype = dtype, name = name)
  call_python("k_ones", args)
}

k_zeros_like <- function(x, dtype = NULL, name = NULL) {
  args <- list(x = x, dtype = dtype, name = name)
  call_python("k_zeros_like", args)
}

k_ones_like <- function(x, dtype = NULL, name = NULL) {
  args <- list(x = x, dtype = dtype, name = name)
  call_python("k_ones_like", args)
}

k_eval <- function(x) {
  args <- list(x = x)
  call_python("k_eval", args)
}

k_get_value <- function(x) {
  args <- list(x = x)
  call_python("k_get_value", args)
}

k_dtype <- function(x) {
  args <- list(x = x)
  call_python("k_dtype", args)
}

k_cast <- function(x, dtype) {
  args <- list(x = x, dtype = dtype)
  call_python("k_cast", args)
}

k_cast_to_floatx <- function(x) {
  args <- list(x = x)
  call_python("k_cast_to_floatx", args)
}
