# Generated from rkeras_py/api/backend/placeholders.py by `make generate`; edit there.

k_placeholder <- function(shape = NULL, ndim = NULL, dtype = NULL, sparse = FALSE, name = NULL) {
  args <- list(shape = shape, ndim = ndim, dtype = dtype, sparse = sparse, name = name)
  call_python("k_placeholder", args)
}

k_is_placeholder <- function(x) {
  args <- list(x = x)
  call_python("k_is_placeholder", args)
}

k_is_keras_tensor <- function(x) {
  args <- list(x = x)
  call_python("k_is_keras_tensor", args)
}

k_function <- function(inputs, outputs, updates = NULL, ...) {
  args <- list(inputs = inputs, outputs = outputs, updates = updates, ...)
  call_python("k_function", args)
}

k_gradients <- function(loss, variables) {
  args <- list(loss = loss, variables = variables)
  call_python("k_gradients", args)
}

k_stop_gradient <- function(variables) {
  args <- list(variables = variables)
  call_python("k_stop_gradient", args)
}
