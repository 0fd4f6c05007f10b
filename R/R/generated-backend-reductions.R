# Generated from rkeras_py/api/backend/reductions.py by `make generate`; edit there.

k_mean <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_mean", args)
}

k_sum <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_sum", args)
}

k_prod <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_prod", args)
}

k_max <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_max", args)
}

k_min <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_min", args)
}

k_std <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_std", args)
}

k_var <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_var", args)
}

k_any <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_any", args)
}

k_all <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_all", args)
}

k_logsumexp <- function(x, axis = NULL, keepdims = FALSE) {
  args <- list(x = x, axis = axis, keepdims = keepdims)
  call_python("k_logsumexp", args)
}

k_argmax <- function(x, axis = -1L) {
  args <- list(x = x, axis = axis)
  call_python("k_argmax", args)
}

k_argmin <- function(x, axis = -1L) {
  args <- list(x = x, axis = axis)
  call_python("k_argmin", args)
}

k_cumsum <- function(x, axis = 1L) {
  args <- list(x = x, axis = axis)
  call_python("k_cumsum", args)
}

k_cumprod <- function(x, axis = 1L) {
  args <- list(x = x, axis = axis)
  call_python("k_cumprod", args)
}
