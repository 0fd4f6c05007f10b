# Generated from rkeras_py/api/layers/core.py by `make generate`; edit there.

layer_dense <- function(
  object, units, activation = NULL, use_bias = TRUE, kernel_initializer = "glorot_uniform",
  bias_initializer = "zeros", kernel_regularizer = NULL, bias_regularizer = NULL,
  activity_regularizer = NULL, kernel_constraint = NULL, bias_constraint = NULL, input_shape = NULL,
  batch_input_shape = NULL, batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL,
  weights = NULL, lora_rank = NULL
) {
  args <- list(
    object = if (!missing(object)) object, units = units, activation = activation,
    use_bias = use_bias, kernel_initializer = kernel_initializer,
    bias_initializer = bias_initializer, kernel_regularizer = kernel_regularizer,
    bias_regularizer = bias_regularizer, activity_regularizer = activity_regularizer,
    kernel_constraint = kernel_constraint, bias_constraint = bias_constraint,
    input_shape = input_shape, batch_input_shape = batch_input_shape, batch_size = batch_size,
    dtype = dtype, name = name, trainable = trainable, weights = weights, lora_rank = lora_rank
  )
  result <- call_python("layer_dense", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_activation <- function(
  object, activation, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL, dtype = NULL,
  name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, activation = activation, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_activation", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_dropout <- function(
  object, rate, noise_shape = NULL, seed = NULL, input_shape = NULL, batch_input_shape = NULL,
  batch_size = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, rate = rate, noise_shape = noise_shape, seed = seed,
    input_shape = input_shape, batch_input_shape = batch_input_shape, batch_size = batch_size,
    name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_dropout", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_flatten <- function(
  object, data_format = NULL, input_shape = NULL, dtype = NULL, name = NULL, trainable = NULL,
  weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, data_format = data_format, input_shape = input_shape,
    dtype = dtype, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_flatten", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_embedding <- function(
  object, input_dim, output_dim, embeddings_initializer = "uniform", embeddings_regularizer = NULL,
  activity_regularizer = NULL, embeddings_constraint = NULL, mask_zero = FALSE, input_length = NULL,
  sparse = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, input_dim = input_dim, output_dim = output_dim,
    embeddings_initializer = embeddings_initializer,
    embeddings_regularizer = embeddings_regularizer, activity_regularizer = activity_regularizer,
    embeddings_constraint = embeddings_constraint, mask_zero = mask_zero,
    input_length = input_length, sparse = sparse, ...
  )
  result <- call_python("layer_embedding", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
