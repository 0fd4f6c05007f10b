# Generated from rkeras_py/api/backend/comparisons.py by `make generate`; edit there.

k_equal <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_equal", args)
}

k_not_equal <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_not_equal", args)
}

k_greater <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_greater", args)
}

k_greater_equal <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_greater_equal", args)
}

k_less <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_less", args)
}

k_less_equal <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_less_equal", args)
}

k_maximum <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_maximum", args)
}

k_minimum <- function(x, y) {
  args <- list(x = x, y = y)
  call_python("k_minimum", args)
}
