# Generated from rkeras_py/api/layers/cells.py by `make generate`; edit there.

layer_gru_cell <- function(
  units, activation = "tanh", recurrent_activation = "sigmoid", use_bias = TRUE,
  kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", kernel_regularizer = NULL, recurrent_regularizer = NULL,
  bias_regularizer = NULL, kernel_constraint = NULL, recurrent_constraint = NULL,
  bias_constraint = NULL, dropout = 0, recurrent_dropout = 0, reset_after = TRUE, ...
) {
  args <- list(
    units = units, activation = activation, recurrent_activation = recurrent_activation,
    use_bias = use_bias, kernel_initializer = kernel_initializer,
    recurrent_initializer = recurrent_initializer, bias_initializer = bias_initializer,
    kernel_regularizer = kernel_regularizer, recurrent_regularizer = recurrent_regularizer,
    bias_regularizer = bias_regularizer, kernel_constraint = kernel_constraint,
    recurrent_constraint = recurrent_constraint, bias_constraint = bias_constraint,
    dropout = dropout, recurrent_dropout = recurrent_dropout, reset_after = reset_after, ...
  )
  call_python("layer_gru_cell", args)
}

layer_lstm_cell <- function(
  units, activation = "tanh", recurrent_activation = "sigmoid", use_bias = TRUE,
  kernel_initializer = "glorot_uniform", recurrent_initializer = "orthogonal",
  bias_initializer = "zeros", unit_forget_bias = TRUE, kernel_regularizer = NULL,
  recurrent_regularizer = NULL, bias_regularizer = NULL, kernel_constraint = NULL,
  recurrent_constraint = NULL, bias_constraint = NULL, dropout = 0, recurrent_dropout = 0, ...
) {
  args <- list(
    units = units, activation = activation, recurrent_activation = recurrent_activation,
    use_bias = use_bias, kernel_initializer = kernel_initializer,
    recurrent_initializer = recurrent_initializer, bias_initializer = bias_initializer,
    unit_forget_bias = unit_forget_bias, kernel_regularizer = kernel_regularizer,
    recurrent_regularizer = recurrent_regularizer, bias_regularizer = bias_regularizer,
    kernel_constraint = kernel_constraint, recurrent_constraint = recurrent_constraint,
    bias_constraint = bias_constraint, dropout = dropout, recurrent_dropout = recurrent_dropout, ...
  )
  call_python("layer_lstm_cell", args)
}

layer_simple_rnn_cell <- function(
  units, activation = "tanh", use_bias = TRUE, kernel_initializer = "glorot_uniform",
  recurrent_initializer = "orthogonal", bias_initializer = "zeros", kernel_regularizer = NULL,
  recurrent_regularizer = NULL, bias_regularizer = NULL, kernel_constraint = NULL,
  recurrent_constraint = NULL, bias_constraint = NULL, dropout = 0, recurrent_dropout = 0, ...
) {
  args <- list(
    units = units, activation = activation, use_bias = use_bias,
    kernel_initializer = kernel_initializer, recurrent_initializer = recurrent_initializer,
    bias_initializer = bias_initializer, kernel_regularizer = kernel_regularizer,
    recurrent_regularizer = recurrent_regularizer, bias_regularizer = bias_regularizer,
    kernel_constraint = kernel_constraint, recurrent_constraint = recurrent_constraint,
    bias_constraint = bias_constraint, dropout = dropout, recurrent_dropout = recurrent_dropout, ...
  )
  call_python("layer_simple_rnn_cell", args)
}

layer_stacked_rnn_cells <- function(cells, ...) {
  args <- list(cells = cells, ...)
  call_python("layer_stacked_rnn_cells", args)
}
