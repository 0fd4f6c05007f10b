# Generated from rkeras_py/api/layers/reshaping.py by `make generate`; edit there.

layer_masking <- function(
  object, mask_value = 0, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL,
  dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, mask_value = mask_value, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_masking", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_permute <- function(
  object, dims, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL, dtype = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, dims = dims, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_permute", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_repeat_vector <- function(
  object, n, batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, n = n, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_repeat_vector", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_reshape <- function(
  object, target_shape, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL,
  dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, target_shape = target_shape, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_reshape", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
