# Generated from rkeras_py/api/backend/rearranging.py by `make generate`; edit there.

k_batch_flatten <- function(x) {
  args <- list(x = x)
  call_python("k_batch_flatten", args)
}

k_permute_dimensions <- function(x, pattern) {
  args <- list(x = x, pattern = pattern)
  call_python("k_permute_dimensions", args)
}

k_reverse <- function(x, axes) {
  args <- list(x = x, axes = axes)
  call_python("k_reverse", args)
}

k_repeat <- function(x, n) {
  args <- list(x = x, n = n)
  call_python("k_repeat", args)
}

k_repeat_elements <- function(x, rep, axis) {
  args <- list(x = x, rep = rep, axis = axis)
  call_python("k_repeat_elements", args)
}

k_tile <- function(x, n) {
  args <- list(x = x, n = n)
  call_python("k_tile", args)
}

k_unstack <- function(x, axis = 1L, num = NULL, name = NULL) {
  args <- list(x = x, axis = axis, num = num, name = name)
  call_python("k_unstack", args)
}

k_gather <- function(reference, indices) {
  args <- list(reference = reference, indices = indices)
  call_python("k_gather", args)
}

k_batch_dot <- function(x, y, axes) {
  args <- list(x = x, y = y, axes = axes)
  call_python("k_batch_dot", args)
}
