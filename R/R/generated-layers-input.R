# Generated from rkeras_py/api/layers/input.py by `make generate`; edit there.

layer_input <- function(
  shape = NULL, batch_shape = NULL, name = NULL, dtype = NULL, sparse = FALSE, tensor = NULL,
  ragged = FALSE
) {
  args <- list(
    shape = shape, batch_shape = batch_shape, name = name, dtype = dtype, sparse = sparse,
    tensor = tensor, ragged = ragged
  )
  call_python("layer_input", args)
}
