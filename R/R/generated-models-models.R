# Generated from rkeras_py/api/models/models.py by `make generate`; edit there.

keras_model_sequential <- function(layers = NULL, name = NULL, ...) {
  args <- list(layers = layers, name = name, ...)
  call_python("keras_model_sequential", args)
}

get_weights <- function(object, trainable = NA) {
  args <- list(object = object, trainable = trainable)
  call_python("get_weights", args)
}

set_weights <- function(object, weights) {
  args <- list(object = object, weights = weights)
  result <- call_python("set_weights", args)
  invisible(result)
}

count_params <- function(object) {
  args <- list(object = object)
  call_python("count_params", args)
}

reset_states <- function(object) {
  args <- list(object = object)
  result <- call_python("reset_states", args)
  invisible(result)
}
