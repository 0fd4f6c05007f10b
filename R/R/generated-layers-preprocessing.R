# Generated from rkeras_py/api/layers/preprocessing.py by `make generate`; edit there.

layer_rescaling <- function(object, scale, offset = 0, ...) {
  args <- list(object = if (!missing(object)) object, scale = scale, offset = offset, ...)
  result <- call_python("layer_rescaling", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_normalization <- function(
  object, axis = -1L, mean = NULL, variance = NULL, invert = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, axis = axis, mean = mean, variance = variance,
    invert = invert, ...
  )
  result <- call_python("layer_normalization", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_category_encoding <- function(
  object, num_tokens = NULL, output_mode = "multi_hot", sparse = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, num_tokens = num_tokens, output_mode = output_mode,
    sparse = sparse, ...
  )
  result <- call_python("layer_category_encoding", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_discretization <- function(
  object, bin_boundaries = NULL, num_bins = NULL, epsilon = 0.01, output_mode = "int",
  sparse = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, bin_boundaries = bin_boundaries, num_bins = num_bins,
    epsilon = epsilon, output_mode = output_mode, sparse = sparse, ...
  )
  result <- call_python("layer_discretization", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

layer_hashing <- function(
  object, num_bins, mask_value = NULL, salt = NULL, output_mode = "int", sparse = FALSE, ...
) {
  args <- list(
    object = if (!missing(object)) object, num_bins = num_bins, mask_value = mask_value,
    salt = salt, output_mode = output_mode, sparse = sparse, ...
  )
  result <- call_python("layer_hashing", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

adapt <- function(object, data, ..., batch_size = NULL, steps = NULL) {
  args <- list(object = object, data = data, ..., batch_size = batch_size, steps = steps)
  result <- call_python("adapt", args)
  invisible(result)
}
