# Generated from rkeras_py/api/backend/elementwise.py by `make generate`; edit there.

k_abs <- function(x) {
  args <- list(x = x)
  call_python("k_abs", args)
}

k_exp <- function(x) {
  args <- list(x = x)
  call_python("k_exp", args)
}

k_log <- function(x) {
  args <- list(x = x)
  call_python("k_log", args)
}

k_square <- function(x) {
  args <- list(x = x)
  call_python("k_square", args)
}

k_sign <- function(x) {
  args <- list(x = x)
  call_python("k_sign", args)
}

k_round <- function(x) {
  args <- list(x = x)
  call_python("k_round", args)
}

k_sin <- function(x) {
  args <- list(x = x)
  call_python("k_sin", args)
}

k_cos <- function(x) {
  args <- list(x = x)
  call_python("k_cos", args)
}

k_tanh <- function(x) {
  args <- list(x = x)
  call_python("k_tanh", args)
}

k_sqrt <- function(x) {
  args <- list(x = x)
  call_python("k_sqrt", args)
}

k_pow <- function(x, a) {
  args <- list(x = x, a = a)
  call_python("k_pow", args)
}

k_clip <- function(x, min_value = NULL, max_value = NULL) {
  args <- list(x = x, min_value = min_value, max_value = max_value)
  call_python("k_clip", args)
}

k_sigmoid <- function(x) {
  args <- list(x = x)
  call_python("k_sigmoid", args)
}

k_softplus <- function(x) {
  args <- list(x = x)
  call_python("k_softplus", args)
}

k_softsign <- function(x) {
  args <- list(x = x)
  call_python("k_softsign", args)
}

k_hard_sigmoid <- function(x) {
  args <- list(x = x)
  call_python("k_hard_sigmoid", args)
}

k_softmax <- function(x, axis = -1L) {
  args <- list(x = x, axis = axis)
  call_python("k_softmax", args)
}

k_relu <- function(x, alpha = 0, max_value = NULL) {
  args <- list(x = x, alpha = alpha, max_value = max_value)
  call_python("k_relu", args)
}

k_elu <- function(x, alpha = 1) {
  args <- list(x = x, alpha = alpha)
  call_python("k_elu", args)
}
