# Generated from rkeras_py/api/arrays.py by `make generate`; edit there.

keras_array <- function(x, dtype = NULL) {
  args <- list(x = if (!missing(x)) x, dtype = dtype)
  call_python("keras_array", args)
}
