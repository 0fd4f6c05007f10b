# Generated from rkeras_py/api/models/weight_files.py by `make generate`; edit there.

save_model_weights_hdf5 <- function(object, filepath, overwrite = TRUE) {
  args <- list(object = object, filepath = filepath, overwrite = overwrite)
  result <- call_python("save_model_weights_hdf5", args)
  invisible(result)
}

load_model_weights_hdf5 <- function(
  object, filepath, by_name = FALSE, skip_mismatch = FALSE, reshape = FALSE
) {
  args <- list(
    object = object, filepath = filepath, by_name = by_name, skip_mismatch = skip_mismatch,
    reshape = reshape
  )
  result <- call_python("load_model_weights_hdf5", args)
  invisible(result)
}

save_model_weights_tf <- function(object, filepath, overwrite = TRUE) {
  args <- list(object = object, filepath = filepath, overwrite = overwrite)
  result <- call_python("save_model_weights_tf", args)
  invisible(result)
}

load_model_weights_tf <- function(
  object, filepath, by_name = FALSE, skip_mismatch = FALSE, reshape = FALSE
) {
  args <- list(
    object = object, filepath = filepath, by_name = by_name, skip_mismatch = skip_mismatch,
    reshape = reshape
  )
  result <- call_python("load_model_weights_tf", args)
  invisible(result)
}
