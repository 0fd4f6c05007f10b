# Generated from rkeras_py/api/models/functional.py by `make generate`; edit there.

keras_model <- function(inputs, outputs = NULL, ...) {
  args <- list(inputs = inputs, outputs = outputs, ...)
  call_python("keras_model", args)
}

get_layer <- function(object, name = NULL, index = NULL) {
  args <- list(object = object, name = name, index = index)
  call_python("get_layer", args)
}

pop_layer <- function(object) {
  args <- list(object = object)
  result <- call_python("pop_layer", args)
  invisible(result)
}

clone_model <- function(model, input_tensors = NULL, clone_function = NULL) {
  args <- list(model = model, input_tensors = input_tensors, clone_function = clone_function)
  call_python("clone_model", args)
}

freeze_weights <- function(object, from = NULL, to = NULL, which = NULL) {
  args <- list(object = object, from = from, to = to, which = which)
  result <- call_python("freeze_weights", args)
  invisible(result)
}

unfreeze_weights <- function(object, from = NULL, to = NULL, which = NULL) {
  args <- list(object = object, from = from, to = to, which = which)
  result <- call_python("unfreeze_weights", args)
  invisible(result)
}

multi_gpu_model <- function(model, gpus = NULL, cpu_merge = TRUE, cpu_relocation = FALSE) {
  args <- list(model = model, gpus = gpus, cpu_merge = cpu_merge, cpu_relocation = cpu_relocation)
  call_python("multi_gpu_model", args)
}
