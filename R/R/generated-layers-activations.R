# Generated from rkeras_py/api/layers/activations.py by `make generate`; edit there.

layer_activation_elu <- function(
  object, alpha = 1, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL, dtype = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, alpha = alpha, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation_elu", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_activation_leaky_relu <- function(
  object, alpha = 0.3, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL,
  dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, alpha = alpha, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation_leaky_relu", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_activation_parametric_relu <- function(
  object, alpha_initializer = "zeros", alpha_regularizer = NULL, alpha_constraint = NULL,
  shared_axes = NULL, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL, dtype = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, alpha_initializer = alpha_initializer,
    alpha_regularizer = alpha_regularizer, alpha_constraint = alpha_constraint,
    shared_axes = shared_axes, input_shape = input_shape, batch_input_shape = batch_input_shape,
    batch_size = batch_size, dtype = dtype, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation_parametric_relu", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_activation_relu <- function(
  object, max_value = NULL, negative_slope = 0, threshold = 0, input_shape = NULL,
  batch_input_shape = NULL, batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL,
  weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, max_value = max_value, negative_slope = negative_slope,
    threshold = threshold, input_shape = input_shape, batch_input_shape = batch_input_shape,
    batch_size = batch_size, dtype = dtype, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation_relu", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_activation_selu <- function(
  object, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL, dtype = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation_selu", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_activation_softmax <- function(
  object, axis = -1L, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL, dtype = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, axis = axis, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation_softmax", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_activation_thresholded_relu <- function(
  object, theta = 1, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL, dtype = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, theta = theta, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation_thresholded_relu", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
