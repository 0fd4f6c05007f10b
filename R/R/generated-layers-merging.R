# Generated from rkeras_py/api/layers/merging.py by `make generate`; edit there.

layer_add <- function(inputs, ...) {
  args <- list(inputs = if (!missing(inputs)) inputs, ...)
  result <- call_python("layer_add", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_average <- function(inputs, ...) {
  args <- list(inputs = if (!missing(inputs)) inputs, ...)
  result <- call_python("layer_average", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_maximum <- function(inputs, ...) {
  args <- list(inputs = if (!missing(inputs)) inputs, ...)
  result <- call_python("layer_maximum", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_minimum <- function(inputs, ...) {
  args <- list(inputs = if (!missing(inputs)) inputs, ...)
  result <- call_python("layer_minimum", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_multiply <- function(inputs, ...) {
  args <- list(inputs = if (!missing(inputs)) inputs, ...)
  result <- call_python("layer_multiply", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_subtract <- function(inputs, ...) {
  args <- list(inputs = if (!missing(inputs)) inputs, ...)
  result <- call_python("layer_subtract", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_concatenate <- function(inputs, ..., axis = -1L) {
  args <- list(inputs = if (!missing(inputs)) inputs, ..., axis = axis)
  result <- call_python("layer_concatenate", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}

layer_dot <- function(inputs, ..., axes, normalize = FALSE) {
  args <- list(inputs = if (!missing(inputs)) inputs, ..., axes = axes, normalize = normalize)
  result <- call_python("layer_dot", args)
  if (is_sequential(args$inputs)) invisible(args$inputs) else result
}
