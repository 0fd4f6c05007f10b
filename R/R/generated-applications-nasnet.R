# Generated from rkeras_py/api/applications/nasnet.py by `make generate`; edit there.

application_nasnet <- function(
  input_shape = NULL, penultimate_filters = 4032L, num_blocks = 6L, stem_block_filters = 96L,
  skip_reduction = TRUE, filter_multiplier = 2L, include_top = TRUE, weights = NULL,
  input_tensor = NULL, pooling = NULL, classes = 1000L, default_size = NULL
) {
  args <- list(
    input_shape = input_shape, penultimate_filters = penultimate_filters, num_blocks = num_blocks,
    stem_block_filters = stem_block_filters, skip_reduction = skip_reduction,
    filter_multiplier = filter_multiplier, include_top = include_top, weights = weights,
    input_tensor = input_tensor, pooling = pooling, classes = classes, default_size = default_size
  )
  call_python("application_nasnet", args)
}

application_nasnetlarge <- function(
  input_shape = NULL, include_top = TRUE, weights = NULL, input_tensor = NULL, pooling = NULL,
  classes = 1000L
) {
  args <- list(
    input_shape = input_shape, include_top = include_top, weights = weights,
    input_tensor = input_tensor, pooling = pooling, classes = classes
  )
  call_python("application_nasnetlarge", args)
}

application_nasnetmobile <- function(
  input_shape = NULL, include_top = TRUE, weights = NULL, input_tensor = NULL, pooling = NULL,
  classes = 1000L
) {
  args <- list(
    input_shape = input_shape, include_top = include_top, weights = weights,
    input_tensor = input_tensor, pooling = pooling, classes = classes
  )
  call_python("application_nasnetmobile", args)
}
