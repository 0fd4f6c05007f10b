# Generated from rkeras_py/api/models/exporting.py by `make generate`; edit there.

model_to_saved_model <- function(
  model, saved_model_path, custom_objects = NULL, as_text = FALSE, input_signature = NULL,
  serving_only = FALSE
) {
  args <- list(
    model = model, saved_model_path = saved_model_path, custom_objects = custom_objects,
    as_text = as_text, input_signature = input_signature, serving_only = serving_only
  )
  result <- call_python("model_to_saved_model", args)
  invisible(result)
}

model_from_saved_model <- function(saved_model_path, custom_objects = NULL) {
  args <- list(saved_model_path = saved_model_path, custom_objects = custom_objects)
  call_python("model_from_saved_model", args)
}

export_savedmodel.keras.engine.training.Model <- function(
  object, export_dir_base, overwrite = TRUE, versioned = NULL, remove_learning_phase = TRUE,
  as_text = FALSE, ...
) {
  args <- list(
    object = object, export_dir_base = export_dir_base, overwrite = overwrite,
    versioned = versioned, remove_learning_phase = remove_learning_phase, as_text = as_text, ...
  )
  result <- call_python("export_savedmodel", args)
  invisible(result)
}
