# Generated from rkeras_py/api/layers/resizing.py by `make generate`; edit there.

layer_cropping_1d <- function(
  object, cropping = c(1L, 1L), batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, cropping = cropping, batch_size = batch_size,
    name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_cropping_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_cropping_2d <- function(
  object, cropping = list(c(0L, 0L), c(0L, 0L)), data_format = NULL, batch_size = NULL, name = NULL,
  trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, cropping = cropping, data_format = data_format,
    batch_size = batch_size, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_cropping_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_cropping_3d <- function(
  object, cropping = list(c(1L, 1L), c(1L, 1L), c(1L, 1L)), data_format = NULL, batch_size = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, cropping = cropping, data_format = data_format,
    batch_size = batch_size, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_cropping_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_zero_padding_1d <- function(
  object, padding = 1L, batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, padding = padding, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_zero_padding_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_zero_padding_2d <- function(
  object, padding = c(1L, 1L), data_format = NULL, batch_size = NULL, name = NULL, trainable = NULL,
  weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, padding = padding, data_format = data_format,
    batch_size = batch_size, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_zero_padding_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_zero_padding_3d <- function(
  object, padding = c(1L, 1L, 1L), data_format = NULL, batch_size = NULL, name = NULL,
  trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, padding = padding, data_format = data_format,
    batch_size = batch_size, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_zero_padding_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_upsampling_1d <- function(
  object, size = 2L, batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, size = size, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_upsampling_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_upsampling_2d <- function(
  object, size = c(2L, 2L), data_format = NULL, interpolation = "nearest", batch_size = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, size = size, data_format = data_format,
    interpolation = interpolation, batch_size = batch_size, name = name, trainable = trainable,
    weights = weights
  )
  result <- call_python("layer_upsampling_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_upsampling_3d <- function(
  object, size = c(2L, 2L, 2L), data_format = NULL, batch_size = NULL, name = NULL,
  trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, size = size, data_format = data_format,
    batch_size = batch_size, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_upsampling_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
