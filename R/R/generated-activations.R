# Generated from rkeras_py/api/activations.py by `make generate`; edit there.

activation_elu <- function(x, alpha = 1) {
  args <- list(x = x, alpha = alpha)
  call_python("activation_elu", args)
}

activation_exponential <- function(x) {
  args <- list(x = x)
  call_python("activation_exponential", args)
}

activation_gelu <- function(x, approximate = FALSE) {
  args <- list(x = x, approximate = approximate)
  call_python("activation_gelu", args)
}

activation_hard_sigmoid <- function(x) {
  args <- list(x = x)
  call_python("activation_hard_sigmoid", args)
}

activation_linear <- function(x) {
  args <- list(x = x)
  call_python("activation_linear", args)
}

activation_relu <- function(x, alpha = 0, max_value = NULL, threshold = 0) {
  args <- list(x = x, alpha = alpha, max_value = max_value, threshold = threshold)
  call_python("activation_relu", args)
}

activation_selu <- function(x) {
  args <- list(x = x)
  call_python("activation_selu", args)
}

activation_sigmoid <- function(x) {
  args <- list(x = x)
  call_python("activation_sigmoid", args)
}

activation_softmax <- function(x, axis = -1L) {
  args <- list(x = x, axis = axis)
  call_python("activation_softmax", args)
}

activation_softplus <- function(x) {
  args <- list(x = x)
  call_python("activation_softplus", args)
}

activation_softsign <- function(x) {
  args <- list(x = x)
  call_python("activation_softsign", args)
}

activation_swish <- function(x) {
  args <- list(x = x)
  call_python("activation_swish", args)
}

activation_tanh <- function(x) {
  args <- list(x = x)
  call_python("activation_tanh", args)
}
