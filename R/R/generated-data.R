# Generated from rkeras_py/api/data.py by `make generate`; edit there.

to_categorical <- function(y, num_classes = NULL, dtype = "float32") {
  call_python("to_categorical", list(y = y, num_classes = num_classes, dtype = dtype))
}

normalize <- function(x, axis = -1L, order = 2L) {
  call_python("normalize", list(x = x, axis = axis, order = order))
}

array_reshape <- function(x, dim, order = c("C", "F")) {
  call_python("array_reshape", list(x = x, dim = dim, order = order))
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
