# Generated from rkeras_py/api/layers/normalization.py by `make generate`; edit there.

layer_batch_normalization <- function(
  object, axis = -1L, momentum = 0.99, epsilon = 0.001, center = TRUE, scale = TRUE,
  beta_initializer = "zeros", gamma_initializer = "ones", moving_mean_initializer = "zeros",
  moving_variance_initializer = "ones", beta_regularizer = NULL, gamma_regularizer = NULL,
  beta_constraint = NULL, gamma_constraint = NULL, synchronized = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, axis = axis, momentum = momentum, epsilon = epsilon,
    center = center, scale = scale, beta_initializer = beta_initializer,
    gamma_initializer = gamma_initializer, moving_mean_initializer = moving_mean_initializer,
    moving_variance_initializer = moving_variance_initializer, beta_regularizer = beta_regularizer,
    gamma_regularizer = gamma_regularizer, beta_constraint = beta_constraint,
    gamma_constraint = gamma_constraint, synchronized = synchronized, ...
  )
  result <- call_python("layer_batch_normalization", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_layer_normalization <- function(
  object, axis = -1L, epsilon = 0.001, center = TRUE, scale = TRUE, beta_initializer = "zeros",
  gamma_initializer = "ones", beta_regularizer = NULL, gamma_regularizer = NULL,
  beta_constraint = NULL, gamma_constraint = NULL, trainable = TRUE, name = NULL
) {
  args <- list(
    object = if (!missing(object)) object, axis = axis, epsilon = epsilon, center = center,
    scale = scale, beta_initializer = beta_initializer, gamma_initializer = gamma_initializer,
    beta_regularizer = beta_regularizer, gamma_regularizer = gamma_regularizer,
    beta_constraint = beta_constraint, gamma_constraint = gamma_constraint, trainable = trainable,
    name = name
  )
  result <- call_python("layer_layer_normalization", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_unit_normalization <- function(object, axis = -1L, ...) {
  args <- list(object = if (!missing(object)) object, axis = axis, ...)
  result <- call_python("layer_unit_normalization", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
