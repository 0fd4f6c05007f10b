# Generated from rkeras_py/api/layers/global_pooling.py by `make generate`; edit there.

layer_global_average_pooling_1d <- function(
  object, data_format = "channels_last", keepdims = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, data_format = data_format, keepdims = keepdims, ...
  )
  result <- call_python("layer_global_average_pooling_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_global_average_pooling_2d <- function(object, data_format = NULL, keepdims = FALSE, ...) {
  args <- list(
    object = if (!missing(object)) object, data_format = data_format, keepdims = keepdims, ...
  )
  result <- call_python("layer_global_average_pooling_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_global_average_pooling_3d <- function(object, data_format = NULL, keepdims = FALSE, ...) {
  args <- list(
    object = if (!missing(object)) object, data_format = data_format, keepdims = keepdims, ...
  )
  result <- call_python("layer_global_average_pooling_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_global_max_pooling_1d <- function(
  object, data_format = "channels_last", keepdims = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, data_format = data_format, keepdims = keepdims, ...
  )
  result <- call_python("layer_global_max_pooling_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_global_max_pooling_2d <- function(object, data_format = NULL, keepdims = FALSE, ...) {
  args <- list(
    object = if (!missing(object)) object, data_format = data_format, keepdims = keepdims, ...
  )
  result <- call_python("layer_global_max_pooling_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_global_max_pooling_3d <- function(object, data_format = NULL, keepdims = FALSE, ...) {
  args <- list(
    object = if (!missing(object)) object, data_format = data_format, keepdims = keepdims, ...
  )
  result <- call_python("layer_global_max_pooling_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
