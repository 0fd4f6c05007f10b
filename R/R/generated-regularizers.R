# Generated from rkeras_py/api/regularizers.py by `make generate`; edit there.

regularizer_l1 <- function(l = 0.01) {
  args <- list(l = l)
  call_python("regularizer_l1", args)
}

regularizer_l1_l2 <- function(l1 = 0.01, l2 = 0.01) {
  args <- list(l1 = l1, l2 = l2)
  call_python("regularizer_l1_l2", args)
}

regularizer_l2 <- function(l = 0.01) {
  args <- list(l = l)
  call_python("regularizer_l2", args)
}

regularizer_orthogonal <- function(factor = 0.01, mode = "rows", ...) {
  args <- list(factor = factor, mode = mode, ...)
  call_python("regularizer_orthogonal", args)
}
