# Generated from rkeras_py/api/backend/settings.py by `make generate`; edit there.

k_backend <- function() {
  call_python("k_backend")
}

k_epsilon <- function() {
  call_python("k_epsilon")
}

k_set_epsilon <- function(e) {
  args <- list(e = e)
  result <- call_python("k_set_epsilon", args)
  invisible(result)
}

k_floatx <- function() {
  call_python("k_floatx")
}

k_set_floatx <- function(floatx) {
  args <- list(floatx = floatx)
  result <- call_python("k_set_floatx", args)
  invisible(result)
}

k_image_data_format <- function() {
  call_python("k_image_data_format")
}

k_set_image_data_format <- function(data_format) {
  args <- list(data_format = data_format)
  result <- call_python("k_set_image_data_format", args)
  invisible(result)
}

k_clear_session <- function() {
  result <- call_python("k_clear_session")
  invisible(result)
}
