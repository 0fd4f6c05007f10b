# Generated from rkeras_py/api/backend/normalization.py by `make generate`; edit there.

k_batch_normalization <- function(x, mean, var, beta, gamma, axis = -1L, epsilon = 0.001) {
  args <- list(
    x = x, mean = mean, var = var, beta = beta, gamma = gamma, axis = axis, epsilon = epsilon
  )
  call_python("k_batch_normalization", args)
}

k_normalize_batch_in_training <- function(x, gamma, beta, reduction_axes, epsilon = 0.001) {
  args <- list(
    x = x, gamma = gamma, beta = beta, reduction_axes = reduction_axes, epsilon = epsilon
  )
  call_python("k_normalize_batch_in_training", args)
}
