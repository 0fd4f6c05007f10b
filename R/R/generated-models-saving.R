# Generated from rkeras_py/api/models/saving.py by `make generate`; edit there.

save_model_hdf5 <- function(object, filepath, overwrite = TRUE, include_optimizer = TRUE) {
  args <- list(
    object = object, filepath = filepath, overwrite = overwrite,
    include_optimizer = include_optimizer
  )
  result <- call_python("save_model_hdf5", args)
  invisible(result)
}

load_model_hdf5 <- function(filepath, custom_objects = NULL, compile = TRUE) {
  args <- list(filepath = filepath, custom_objects = custom_objects, compile = compile)
  call_python("load_model_hdf5", args)
}

save_model_tf <- function(
  object, filepath, overwrite = TRUE, include_optimizer = TRUE, signatures = NULL, options = NULL
) {
  args <- list(
    object = object, filepath = filepath, overwrite = overwrite,
    include_optimizer = include_optimizer, signatures = signatures, options = options
  )
  result <- call_python("save_model_tf", args)
  invisible(result)
}

load_model_tf <- function(filepath, custom_objects = NULL, compile = TRUE) {
  args <- list(filepath = filepath, custom_objects = custom_objects, compile = compile)
  call_python("load_model_tf", args)
}

serialize_model <- function(model, include_optimizer = TRUE) {
  args <- list(model = model, include_optimizer = include_optimizer)
  call_python("serialize_model", args)
}

unserialize_model <- function(model, custom_objects = NULL, compile = TRUE) {
  args <- list(model = model, custom_objects = custom_objects, compile = compile)
  call_python("unserialize_model", args)
}
