# Generated from rkeras_py/api/tensors.py by `make generate`; edit there.

as_tensor.default <- function(x, dtype = NULL, ..., name = NULL) {
  args <- list(x = x, dtype = dtype, ..., name = name)
  call_python("as_tensor", args)
}

shape <- function(..., dims = list(...)) {
  args <- list(..., dims = dims)
  call_python("shape", args)
}
