# Generated from rkeras_py/api/layers/attention.py by `make generate`; edit there.

layer_attention <- function(inputs, use_scale = FALSE, score_mode = "dot", ..., dropout = NULL) {
  args <- list(
    inputs = if (!missing(inputs)) inputs, use_scale = use_scale, score_mode = score_mode, ...,
    dropout = dropout
  )
  result <- call_python("layer_attention", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_additive_attention <- function(object, use_scale = TRUE, ..., causal = FALSE, dropout = 0) {
  args <- list(
    object = if (!missing(object)) object, use_scale = use_scale, ..., causal = causal,
    dropout = dropout
  )
  result <- call_python("layer_additive_attention", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_multi_head_attention <- function(
  inputs, num_heads, key_dim, value_dim = NULL, dropout = 0, use_bias = TRUE, output_shape = NULL,
  attention_axes = NULL, kernel_initializer = "glorot_uniform", bias_initializer = "zeros",
  kernel_regularizer = NULL, bias_regularizer = NULL, activity_regularizer = NULL,
  kernel_constraint = NULL, bias_constraint = NULL, ...
) {
  args <- list(
    inputs = if (!missing(inputs)) inputs, num_heads = num_heads, key_dim = key_dim,
    value_dim = value_dim, dropout = dropout, use_bias = use_bias, output_shape = output_shape,
    attention_axes = attention_axes, kernel_initializer = kernel_initializer,
    bias_initializer = bias_initializer, kernel_regularizer = kernel_regularizer,
    bias_regularizer = bias_regularizer, activity_regularizer = activity_regularizer,
    kernel_constraint = kernel_constraint, bias_constraint = bias_constraint, ...
  )
  result <- call_python("layer_multi_head_attention", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}
