# Generated from rkeras_py/api/backend/phases.py by `make generate`; edit there.

k_learning_phase <- function() {
  call_python("k_learning_phase")
}

k_set_learning_phase <- function(value) {
  args <- list(value = value)
  result <- call_python("k_set_learning_phase", args)
  invisible(result)
}

k_in_train_phase <- function(x, alt, training = NULL) {
  args <- list(x = x, alt = alt, training = training)
  call_python("k_in_train_phase", args)
}

k_in_test_phase <- function(x, alt, training = NULL) {
  args <- list(x = x, alt = alt, training = training)
  call_python("k_in_test_phase", args)
}

k_switch <- function(condition, then_expression, else_expression) {
  args <- list(
    condition = condition, then_expression = then_expression, else_expression = else_expression
  )
  call_python("k_switch", args)
}
