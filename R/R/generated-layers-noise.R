# Generated from rkeras_py/api/layers/noise.py by `make generate`; edit there.

layer_activity_regularization <- function(
  object, l1 = 0, l2 = 0, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL,
  dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, l1 = l1, l2 = l2, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_activity_regularization", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_alpha_dropout <- function(object, rate, noise_shape = NULL, seed = NULL, ...) {
  args <- list(
    object = if (!missing(object)) object, rate = rate, noise_shape = noise_shape, seed = seed, ...
  )
  result <- call_python("layer_alpha_dropout", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_gaussian_dropout <- function(object, rate, seed = NULL, ...) {
  args <- list(object = if (!missing(object)) object, rate = rate, seed = seed, ...)
  result <- call_python("layer_gaussian_dropout", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_gaussian_noise <- function(object, stddev, seed = NULL, ...) {
  args <- list(object = if (!missing(object)) object, stddev = stddev, seed = seed, ...)
  result <- call_python("layer_gaussian_noise", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_spatial_dropout_1d <- function(
  object, rate, batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, rate = rate, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_spatial_dropout_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_spatial_dropout_2d <- function(
  object, rate, data_format = NULL, batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, rate = rate, data_format = data_format,
    batch_size = batch_size, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_spatial_dropout_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_spatial_dropout_3d <- function(
  object, rate, data_format = NULL, batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, rate = rate, data_format = data_format,
    batch_size = batch_size, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_spatial_dropout_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
