# Generated from rkeras_py/api/constraints.py by `make generate`; edit there.

constraint_maxnorm <- function(max_value = 2, axis = 0L) {
  args <- list(max_value = max_value, axis = axis)
  call_python("constraint_maxnorm", args)
}

constraint_minmaxnorm <- function(min_value = 0, max_value = 1, rate = 1, axis = 0L) {
  args <- list(min_value = min_value, max_value = max_value, rate = rate, axis = axis)
  call_python("constraint_minmaxnorm", args)
}

constraint_nonneg <- function() {
  call_python("constraint_nonneg")
}

constraint_unitnorm <- function(axis = 0L) {
  args <- list(axis = axis)
  call_python("constraint_unitnorm", args)
}
