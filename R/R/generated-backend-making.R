# Generated from rkeras_py/api/backend/making.py by `make generate`; edit there.

k_arange <- function(start, stop = NULL, step = 1, dtype = "int32") {
  args <- list(start = start, stop = stop, step = step, dtype = dtype)
  call_python("k_arange", args)
}

k_eye <- function(size, dtype = NULL, name = NULL) {
  args <- list(size = size, dtype = dtype, name = name)
  call_python("k_eye", args)
}

k_one_hot <- function(indices, num_classes) {
  args <- list(indices = indices, num_classes = num_classes)
  call_python("k_one_hot", args)
}
