# Generated from rkeras_py/api/backend/variables.py by `make generate`; edit there.

k_set_value <- function(x, value) {
  args <- list(x = x, value = value)
  result <- call_python("k_set_value", args)
  invisible(result)
}

k_batch_get_value <- function(ops) {
  args <- list(ops = ops)
  call_python("k_batch_get_value", args)
}

k_batch_set_value <- function(lists) {
  args <- list(lists = lists)
  result <- call_python("k_batch_set_value", args)
  invisible(result)
}

k_update <- function(x, new_x) {
  args <- list(x = x, new_x = new_x)
  call_python("k_update", args)
}

k_update_add <- function(x, increment) {
  args <- list(x = x, increment = increment)
  call_python("k_update_add", args)
}

k_update_sub <- function(x, decrement) {
  args <- list(x = x, decrement = decrement)
  call_python("k_update_sub", args)
}

k_moving_average_update <- function(x, value, momentum) {
  args <- list(x = x, value = value, momentum = momentum)
  call_python("k_moving_average_update", args)
}

k_count_params <- function(x) {
  args <- list(x = x)
  call_python("k_count_params", args)
}

k_get_variable_shape <- function(x) {
  args <- list(x = x)
  call_python("k_get_variable_shape", args)
}
