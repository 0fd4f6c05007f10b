# Generated from rkeras_py/api/layers/lambdas.py by `make generate`; edit there.

layer_lambda <- function(
  object, f, output_shape = NULL, mask = NULL, arguments = NULL, input_shape = NULL,
  batch_input_shape = NULL, batch_size = NULL, dtype = NULL, name = NULL, trainable = NULL,
  weights = NULL
) {
  args <- list(
    object = if (!missing(object)) object, f = f, output_shape = output_shape, mask = mask,
    arguments = arguments, input_shape = input_shape, batch_input_shape = batch_input_shape,
    batch_size = batch_size, dtype = dtype, name = name, trainable = trainable, weights = weights
  )
  result <- call_python("layer_lambda", args)
  if (is_sequential(args$object)) invisible(args$object) else result
}
