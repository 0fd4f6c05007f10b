# Generated from rkeras_py/api/layers/features.py by `make generate`; edit there.

layer_dense_features <- function(
  object, feature_columns, name = NULL, trainable = NULL, input_shape = NULL,
  batch_input_shape = NULL, batch_size = NULL, dtype = NULL, weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, feature_columns = feature_columns, name = name,
    trainable = trainable, input_shape = input_shape, batch_input_shape = batch_input_shape,
    batch_size = batch_size, dtype = dtype, weights = weights
  )
  result <- call_python("layer_dense_features", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
