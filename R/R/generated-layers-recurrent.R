# Generated from rkeras_py/api/layers/recurrent.py by `make generate`; edit there.

layer_lstm <- function(
  object, units, activation = "tanh", recurrent_activation = "sigmoid", use_bias = TRUE,
  return_sequences = FALSE, return_state = FALSE, go_backwards = FALSE, stateful = FALSE,
  time_major = FALSE, unroll = FALSE, kernel_initializer = "glorot_uniform",
  recurrent_initializer = "orthogonal", bias_initializer = "zeros", unit_forget_bias = TRUE,
  kernel_regularizer = NULL, recurrent_regularizer = NULL, bias_regularizer = NULL,
  activity_regularizer = NULL, kernel_constraint = NULL, recurrent_constraint = NULL,
  bias_constraint = NULL, dropout = 0, recurrent_dropout = 0, ...
) {
  args <- list(
    object = if (!missing(object)) object, units = units, activation = activation,
    recurrent_activation = recurrent_activation, use_bias = use_bias,
    return_sequences = return_sequences, return_state = return_state, go_backwards = go_backwards,
    stateful = stateful, time_major = time_major, unroll = unroll,
    kernel_initializer = kernel_initializer, recurrent_initializer = recurrent_initializer,
    bias_initializer = bias_initializer, unit_forget_bias = unit_forget_bias,
    kernel_regularizer = kernel_regularizer, recurrent_regularizer = recurrent_regularizer,
    bias_regularizer = bias_regularizer, activity_regularizer = activity_regularizer,
    kernel_constraint = kernel_constraint, recurrent_constraint = recurrent_constraint,
    bias_constraint = bias_constraint, dropout = dropout, recurrent_dropout = recurrent_dropout, ...
  )
  result <- call_python("layer_lstm", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_gru <- function(
  object, units, activation = "tanh", recurrent_activation = "sigmoid", use_bias = TRUE,
  return_sequences = FALSE, return_state = FALSE, go_backwards = FALSE, stateful = FALSE,
  unroll = FALSE, time_major = FALSE, reset_after = TRUE, kernel_initializer = "glorot_uniform",
  recurrent_initializer = "orthogonal", bias_initializer = "zeros", kernel_regularizer = NULL,
  recurrent_regularizer = NULL, bias_regularizer = NULL, activity_regularizer = NULL,
  kernel_constraint = NULL, recurrent_constraint = NULL, bias_constraint = NULL, dropout = 0,
  recurrent_dropout = 0, ...
) {
  args <- list(
    object = if (!missing(object)) object, units = units, activation = activation,
    recurrent_activation = recurrent_activation, use_bias = use_bias,
    return_sequences = return_sequences, return_state = return_state, go_backwards = go_backwards,
    stateful = stateful, unroll = unroll, time_major = time_major, reset_after = reset_after,
    kernel_initializer = kernel_initializer, recurrent_initializer = recurrent_initializer,
    bias_initializer = bias_initializer, kernel_regularizer = kernel_regularizer,
    recurrent_regularizer = recurrent_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, kernel_constraint = kernel_constraint,
    recurrent_constraint = recurrent_constraint, bias_constraint = bias_constraint,
    dropout = dropout, recurrent_dropout = recurrent_dropout, ...
  )
  result <- call_python("layer_gru", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_simple_rnn <- function(
  object, units, activation = "tanh", use_bias = TRUE, return_sequences = FALSE,
  return_state = FALSE, go_backwards = FALSE, stateful = FALSE, unroll = FALSE,
  kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", kernel_regularizer = NULL, recurrent_regularizer = NULL,
  bias_regularizer = NULL, activity_regularizer = NULL, kernel_constraint = NULL,
  recurrent_constraint = NULL, bias_constraint = NULL, dropout = 0, recurrent_dropout = 0, ...
) {
  args <- list(
    object = if (!missing(object)) object, units = units, activation = activation,
    use_bias = use_bias, return_sequences = return_sequences, return_state = return_state,
    go_backwards = go_backwards, stateful = stateful, unroll = unroll,
    kernel_initializer = kernel_initializer, recurrent_initializer = recurrent_initializer,
    bias_initializer = bias_initializer, kernel_regularizer = kernel_regularizer,
    recurrent_regularizer = recurrent_regularizer, bias_regularizer = bias_regularizer,
    activity_regularizer = activity_regularizer, kernel_constraint = kernel_constraint,
    recurrent_constraint = recurrent_constraint, bias_constraint = bias_constraint,
    dropout = dropout, recurrent_dropout = recurrent_dropout, ...
  )
  result <- call_python("layer_simple_rnn", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_rnn <- function(
  object, cell, return_sequences = FALSE, return_state = FALSE, go_backwards = FALSE,
  stateful = FALSE, unroll = FALSE, time_major = FALSE, ..., zero_output_for_mask = FALSE
) {
  args <- list(
    object = if (!missing(object)) object, cell = cell, return_sequences = return_sequences,
    return_state = return_state, go_backwards = go_backwards, stateful = stateful, unroll = unroll,
    time_major = time_major, ..., zero_output_for_mask = zero_output_for_mask
  )
  result <- call_python("layer_rnn", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
