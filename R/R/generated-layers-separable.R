# Generated from rkeras_py/api/layers/separable.py by `make generate`; edit there.

layer_depthwise_conv_1d <- function(
  object, kernel_size, strides = 1L, padding = "valid", depth_multiplier = 1L, data_format = NULL,
  dilation_rate = 1L, activation = NULL, use_bias = TRUE, depthwise_initializer = "glorot_uniform",
  bias_initializer = "zeros", depthwise_regularizer = NULL, bias_regularizer = NULL,
  activity_regularizer = NULL, depthwise_constraint = NULL, bias_constraint = NULL, ...
) {
  args <- list(
    object = if (!missing(object)) object, kernel_size = kernel_size, strides = strides,
    padding = padding, depth_multiplier = depth_multiplier, data_format = data_format,
    dilation_rate = dilation_rate, activation = activation, use_bias = use_bias,
    depthwise_initializer = depthwise_initializer, bias_initializer = bias_initializer,
    depthwise_regularizer = depthwise_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, depthwise_constraint = depthwise_constraint,
    bias_constraint = bias_constraint, ...
  )
  result <- call_python("layer_depthwise_conv_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_depthwise_conv_2d <- function(
  object, kernel_size, strides = c(1L, 1L), padding = "valid", depth_multiplier = 1L,
  data_format = NULL, dilation_rate = c(1L, 1L), activation = NULL, use_bias = TRUE,
  depthwise_initializer = "glorot_uniform", bias_initializer = "zeros",
  depthwise_regularizer = NULL, bias_regularizer = NULL, activity_regularizer = NULL,
  depthwise_constraint = NULL, bias_constraint = NULL, input_shape = NULL, batch_input_shape = NULL,
  batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, kernel_size = kernel_size, strides = strides,
    padding = padding, depth_multiplier = depth_multiplier, data_format = data_format,
    dilation_rate = dilation_rate, activation = activation, use_bias = use_bias,
    depthwise_initializer = depthwise_initializer, bias_initializer = bias_initializer,
    depthwise_regularizer = depthwise_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, depthwise_constraint = depthwise_constraint,
    bias_constraint = bias_constraint, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_depthwise_conv_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_separable_conv_1d <- function(
  object, filters, kernel_size, strides = 1L, padding = "valid", data_format = "channels_last",
  dilation_rate = 1L, depth_multiplier = 1L, activation = NULL, use_bias = TRUE,
  depthwise_initializer = "glorot_uniform", pointwise_initializer = "glorot_uniform",
  bias_initializer = "zeros", depthwise_regularizer = NULL, pointwise_regularizer = NULL,
  bias_regularizer = NULL, activity_regularizer = NULL, depthwise_constraint = NULL,
  pointwise_constraint = NULL, bias_constraint = NULL, input_shape = NULL, batch_input_shape = NULL,
  batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    depth_multiplier = depth_multiplier, activation = activation, use_bias = use_bias,
    depthwise_initializer = depthwise_initializer, pointwise_initializer = pointwise_initializer,
    bias_initializer = bias_initializer, depthwise_regularizer = depthwise_regularizer,
    pointwise_regularizer = pointwise_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, depthwise_constraint = depthwise_constraint,
    pointwise_constraint = pointwise_constraint, bias_constraint = bias_constraint,
    input_shape = input_shape, batch_input_shape = batch_input_shape, batch_size = batch_size,
    dtype = dtype, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_separable_conv_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_separable_conv_2d <- function(
  object, filters, kernel_size, strides = c(1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = 1L, depth_multiplier = 1L, activation = NULL, use_bias = TRUE,
  depthwise_initializer = "glorot_uniform", pointwise_initializer = "glorot_uniform",
  bias_initializer = "zeros", depthwise_regularizer = NULL, pointwise_regularizer = NULL,
  bias_regularizer = NULL, activity_regularizer = NULL, depthwise_constraint = NULL,
  pointwise_constraint = NULL, bias_constraint = NULL, input_shape = NULL, batch_input_shape = NULL,
  batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    depth_multiplier = depth_multiplier, activation = activation, use_bias = use_bias,
    depthwise_initializer = depthwise_initializer, pointwise_initializer = pointwise_initializer,
    bias_initializer = bias_initializer, depthwise_regularizer = depthwise_regularizer,
    pointwise_regularizer = pointwise_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, depthwise_constraint = depthwise_constraint,
    pointwise_constraint = pointwise_constraint, bias_constraint = bias_constraint,
    input_shape = input_shape, batch_input_shape = batch_input_shape, batch_size = batch_size,
    dtype = dtype, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_separable_conv_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
