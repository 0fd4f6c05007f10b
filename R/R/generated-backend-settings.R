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

k_clear_session <- function() {
  result <- call_python("k_clear_session")
  invisible(result)
}
