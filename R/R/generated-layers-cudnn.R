# Generated from rkeras_py/api/layers/cudnn.py by `make generate`; edit there.

layer_cudnn_gru <- function(
  object, units, kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", kernel_regularizer = NULL, recurrent_regularizer = NULL,
  bias_regularizer = NULL, activity_regularizer = NULL, kernel_constraint = NULL,
  recurrent_constraint = NULL, bias_constraint = NULL, return_sequences = FALSE,
  return_state = FALSE, stateful = FALSE, input_shape = NULL, batch_input_shape = NULL,
  batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, units = units, kernel_initializer = kernel_initializer,
    recurrent_initializer = recurrent_initializer, bias_initializer = bias_initializer,
    kernel_regularizer = kernel_regularizer, recurrent_regularizer = recurrent_regularizer,
    bias_regularizer = bias_regularizer, activity_regularizer = activity_regularizer,
    kernel_constraint = kernel_constraint, recurrent_constraint = recurrent_constraint,
    bias_constraint = bias_constraint, return_sequences = return_sequences,
    return_state = return_state, stateful = stateful, input_shape = input_shape,
    batch_input_shape = batch_input_shape, batch_size = batch_size, dtype = dtype, name = name,
    trainable = trainable, weights = weights
  )
  result <- call_python("layer_cudnn_gru", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_cudnn_lstm <- function(
  object, units, kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", unit_forget_bias = TRUE, kernel_regularizer = NULL,
  recurrent_regularizer = NULL, bias_regularizer = NULL, activity_regularizer = NULL,
  kernel_constraint = NULL, recurrent_constraint = NULL, bias_constraint = NULL,
  return_sequences = FALSE, return_state = FALSE, stateful = FALSE, input_shape = NULL,
  batch_input_shape = NULL, batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL,
  weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, units = units, kernel_initializer = kernel_initializer,
    recurrent_initializer = recurrent_initializer, bias_initializer = bias_initializer,
    unit_forget_bias = unit_forget_bias, kernel_regularizer = kernel_regularizer,
    recurrent_regularizer = recurrent_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, kernel_constraint = kernel_constraint,
    recurrent_constraint = recurrent_constraint, bias_constraint = bias_constraint,
    return_sequences = return_sequences, return_state = return_state, stateful = stateful,
    input_shape = input_shape, batch_input_shape = batch_input_shape, batch_size = batch_size,
    dtype = dtype, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_cudnn_lstm", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
