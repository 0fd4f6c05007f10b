# Generated from rkeras_py/api/layers/pooling.py by `make generate`; edit there.

layer_max_pooling_1d <- function(
  object, pool_size = 2L, strides = NULL, padding = "valid", data_format = "channels_last",
  batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, pool_size = pool_size, strides = strides,
    padding = padding, data_format = data_format, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_max_pooling_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_max_pooling_2d <- function(
  object, pool_size = c(2L, 2L), strides = NULL, padding = "valid", data_format = NULL,
  batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, pool_size = pool_size, strides = strides,
    padding = padding, data_format = data_format, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_max_pooling_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_max_pooling_3d <- function(
  object, pool_size = c(2L, 2L, 2L), strides = NULL, padding = "valid", data_format = NULL,
  batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, pool_size = pool_size, strides = strides,
    padding = padding, data_format = data_format, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_max_pooling_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_average_pooling_1d <- function(
  object, pool_size = 2L, strides = NULL, padding = "valid", data_format = "channels_last",
  batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, pool_size = pool_size, strides = strides,
    padding = padding, data_format = data_format, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_average_pooling_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_average_pooling_2d <- function(
  object, pool_size = c(2L, 2L), strides = NULL, padding = "valid", data_format = NULL,
  batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, pool_size = pool_size, strides = strides,
    padding = padding, data_format = data_format, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_average_pooling_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_average_pooling_3d <- function(
  object, pool_size = c(2L, 2L, 2L), strides = NULL, padding = "valid", data_format = NULL,
  batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, pool_size = pool_size, strides = strides,
    padding = padding, data_format = data_format, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_average_pooling_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
