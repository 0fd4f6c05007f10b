# Generated from rkeras_py/api/layers/convolutional.py by `make generate`; edit there.

layer_conv_1d <- function(
  object, filters, kernel_size, strides = 1L, padding = "valid", data_format = "channels_last",
  dilation_rate = 1L, groups = 1L, activation = NULL, use_bias = TRUE,
  kernel_initializer = "glorot_uniform", bias_initializer = "zeros", kernel_regularizer = NULL,
  bias_regularizer = NULL, activity_regularizer = NULL, kernel_constraint = NULL,
  bias_constraint = NULL, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL,
  dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    groups = groups, activation = activation, use_bias = use_bias,
    kernel_initializer = kernel_initializer, bias_initializer = bias_initializer,
    kernel_regularizer = kernel_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, kernel_constraint = kernel_constraint,
    bias_constraint = bias_constraint, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_conv_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_conv_2d <- function(
  object, filters, kernel_size, strides = c(1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = c(1L, 1L), groups = 1L, activation = NULL, use_bias = TRUE,
  kernel_initializer = "glorot_uniform", bias_initializer = "zeros", kernel_regularizer = NULL,
  bias_regularizer = NULL, activity_regularizer = NULL, kernel_constraint = NULL,
  bias_constraint = NULL, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL,
  dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    groups = groups, activation = activation, use_bias = use_bias,
    kernel_initializer = kernel_initializer, bias_initializer = bias_initializer,
    kernel_regularizer = kernel_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, kernel_constraint = kernel_constraint,
    bias_constraint = bias_constraint, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_conv_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_conv_3d <- function(
  object, filters, kernel_size, strides = c(1L, 1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = c(1L, 1L, 1L), groups = 1L, activation = NULL, use_bias = TRUE,
  kernel_initializer = "glorot_uniform", bias_initializer = "zeros", kernel_regularizer = NULL,
  bias_regularizer = NULL, activity_regularizer = NULL, kernel_constraint = NULL,
  bias_constraint = NULL, input_shape = NULL, batch_input_shape = NULL, batch_size = NULL,
  dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    groups = groups, activation = activation, use_bias = use_bias,
    kernel_initializer = kernel_initializer, bias_initializer = bias_initializer,
    kernel_regularizer = kernel_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, kernel_constraint = kernel_constraint,
    bias_constraint = bias_constraint, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_conv_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
