# Generated from rkeras_py/api/layers/wrappers.py by `make generate`; edit there.

bidirectional <- function(
  object, layer, merge_mode = "concat", weights = NULL, backward_layer = NULL, ...
) {
  args <- list(
    object = if (!missing(object)) object, layer = layer, merge_mode = merge_mode,
    weights = weights, backward_layer = backward_layer, ...
  )
  result <- call_python("bidirectional", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}

time_distributed <- function(object, layer, ...) {
  args <- list(object = if (!missing(object)) object, layer = layer, ...)
  result <- call_python("time_distributed", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
