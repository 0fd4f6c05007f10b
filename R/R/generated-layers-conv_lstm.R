# Generated from rkeras_py/api/layers/conv_lstm.py by `make generate`; edit there.

layer_conv_lstm_1d <- function(
  object, filters, kernel_size, strides = 1L, padding = "valid", data_format = NULL,
  dilation_rate = 1L, activation = "tanh", recurrent_activation = "hard_sigmoid", use_bias = TRUE,
  kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", unit_forget_bias = TRUE, kernel_regularizer = NULL,
  recurrent_regularizer = NULL, bias_regularizer = NULL, activity_regularizer = NULL,
  kernel_constraint = NULL, recurrent_constraint = NULL, bias_constraint = NULL,
  return_sequences = FALSE, return_state = FALSE, go_backwards = FALSE, stateful = FALSE,
  dropout = 0, recurrent_dropout = 0, ...
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    activation = activation, recurrent_activation = recurrent_activation, use_bias = use_bias,
    kernel_initializer = kernel_initializer, recurrent_initializer = recurrent_initializer,
    bias_initializer = bias_initializer, unit_forget_bias = unit_forget_bias,
    kernel_regularizer = kernel_regularizer, recurrent_regularizer = recurrent_regularizer,
    bias_regularizer = bias_regularizer, activity_regularizer = activity_regularizer,
    kernel_constraint = kernel_constraint, recurrent_constraint = recurrent_constraint,
    bias_constraint = bias_constraint, return_sequences = return_sequences,
    return_state = return_state, go_backwards = go_backwards, stateful = stateful,
    dropout = dropout, recurrent_dropout = recurrent_dropout, ...
  )
  result <- call_python("layer_conv_lstm_1d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_conv_lstm_2d <- function(
  object, filters, kernel_size, strides = c(1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = c(1L, 1L), activation = "tanh", recurrent_activation = "hard_sigmoid",
  use_bias = TRUE, kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", unit_forget_bias = TRUE, kernel_regularizer = NULL,
  recurrent_regularizer = NULL, bias_regularizer = NULL, activity_regularizer = NULL,
  kernel_constraint = NULL, recurrent_constraint = NULL, bias_constraint = NULL,
  return_sequences = FALSE, return_state = FALSE, go_backwards = FALSE, stateful = FALSE,
  dropout = 0, recurrent_dropout = 0, batch_size = NULL, name = NULL, trainable = NULL,
  weights = NULL, input_shape = NULL
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    activation = activation, recurrent_activation = recurrent_activation, use_bias = use_bias,
    kernel_initializer = kernel_initializer, recurrent_initializer = recurrent_initializer,
    bias_initializer = bias_initializer, unit_forget_bias = unit_forget_bias,
    kernel_regularizer = kernel_regularizer, recurrent_regularizer = recurrent_regularizer,
    bias_regularizer = bias_regularizer, activity_regularizer = activity_regularizer,
    kernel_constraint = kernel_constraint, recurrent_constraint = recurrent_constraint,
    bias_constraint = bias_constraint, return_sequences = return_sequences,
    return_state = return_state, go_backwards = go_backwards, stateful = stateful,
    dropout = dropout, recurrent_dropout = recurrent_dropout, batch_size = batch_size, name = name,
    trainable = trainable, weights = weights, input_shape = input_shape
  )
  result <- call_python("layer_conv_lstm_2d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_conv_lstm_3d <- function(
  object, filters, kernel_size, strides = c(1L, 1L, 1L), padding = "valid", data_format = NULL,
  dilation_rate = c(1L, 1L, 1L), activation = "tanh", recurrent_activation = "hard_sigmoid",
  use_bias = TRUE, kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", unit_forget_bias = TRUE, kernel_regularizer = NULL,
  recurrent_regularizer = NULL, bias_regularizer = NULL, activity_regularizer = NULL,
  kernel_constraint = NULL, recurrent_constraint = NULL, bias_constraint = NULL,
  return_sequences = FALSE, return_state = FALSE, go_backwards = FALSE, stateful = FALSE,
  dropout = 0, recurrent_dropout = 0, ...
) {
  args <- list(
    object = if (!missing(object)) object, filters = filters, kernel_size = kernel_size,
    strides = strides, padding = padding, data_format = data_format, dilation_rate = dilation_rate,
    activation = activation, recurrent_activation = recurrent_activation, use_bias = use_bias,
    kernel_initializer = kernel_initializer, recurrent_initializer = recurrent_initializer,
    bias_initializer = bias_initializer, unit_forget_bias = unit_forget_bias,
    kernel_regularizer = kernel_regularizer, recurrent_regularizer = recurrent_regularizer,
    bias_regularizer = bias_regularizer, activity_regularizer = activity_regularizer,
    kernel_constraint = kernel_constraint, recurrent_constraint = recurrent_constraint,
    bias_constraint = bias_constraint, return_sequences = return_sequences,
    return_state = return_state, go_backwards = go_backwards, stateful = stateful,
    dropout = dropout, recurrent_dropout = recurrent_dropout, ...
  )
  result <- call_python("layer_conv_lstm_3d", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
