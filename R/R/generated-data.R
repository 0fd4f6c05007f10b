# Generated from rkeras_py/api/data.py by `make generate`; edit there.

to_categorical <- function(y, num_classes = NULL, dtype = "float32") {
  args <- list(y = y, num_classes = num_classes, dtype = dtype)
  call_python("to_categorical", args)
}

normalize <- function(x, axis = -1L, order = 2L) {
  args <- list(x = x, axis = axis, order = order)
  call_python("normalize", args)
}

array_reshape <- function(x, dim, order = c("C", "F")) {
  args <- list(x = x, dim = dim, order = order)
  call_python("array_reshape", args)
}

pad_sequences <- function(
  sequences, maxlen = NULL, dtype = "int32", padding = "pre", truncating = "pre", value = 0
) {
  args <- list(
    sequences = sequences, maxlen = maxlen, dtype = dtype, padding = padding,
    truncating = truncating, value = value
  )
  call_python("pad_sequences", args)
}
