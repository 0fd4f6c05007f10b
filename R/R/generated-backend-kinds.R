# Generated from rkeras_py/api/backend/kinds.py by `make generate`; edit there.

k_is_tensor <- function(x) {
  args <- list(x = x)
  call_python("k_is_tensor", args)
}

k_is_sparse <- function(tensor) {
  args <- list(tensor = tensor)
  call_python("k_is_sparse", args)
}

k_to_dense <- function(tensor) {
  args <- list(tensor = tensor)
  call_python("k_to_dense", args)
}

k_identity <- function(x, name = NULL) {
  args <- list(x = x, name = name)
  call_python("k_identity", args)
}

k_print_tensor <- function(x, message = "") {
  args <- list(x = x, message = message)
  call_python("k_print_tensor", args)
}
