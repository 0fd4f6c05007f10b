# Generated from rkeras_py/api/models.py by `make generate`; edit there.

keras_model_sequential <- function(layers = NULL, name = NULL, ...) {
  call_python("keras_model_sequential", list(layers = layers, name = name, ...))
}

get_weights <- function(object, trainable = NA) {
  call_python("get_weights", list(object = object, trainable = trainable))
}

set_weights <- function(object, weights) {
  result <- call_python("set_weights", list(object = object, weights = weights))
  invisible(result)
}

count_params <- function(object) {
  call_python("count_params", list(object = object))
}

reset_states <- function(object) {
  result <- call_python("reset_states", list(object = object))
  invisible(result)
}
