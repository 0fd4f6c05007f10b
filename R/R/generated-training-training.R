# Generated from rkeras_py/api/training/training.py by `make generate`; edit there.

compile.keras.engine.training.Model <- function(
  object, optimizer = NULL, loss = NULL, metrics = NULL, loss_weights = NULL,
  weighted_metrics = NULL, run_eagerly = NULL, steps_per_execution = NULL, ...,
  target_tensors = NULL, sample_weight_mode = NULL
) {
  args <- list(
    object = object, optimizer = optimizer, loss = loss, metrics = named_metrics(metrics),
    loss_weights = loss_weights, weighted_metrics = named_metrics(weighted_metrics),
    run_eagerly = run_eagerly, steps_per_execution = steps_per_execution, ...,
    target_tensors = target_tensors, sample_weight_mode = sample_weight_mode
  )
  result <- call_python("compile", args)
  invisible(result)
}

fit.keras.engine.training.Model <- function(
  object, x = NULL, y = NULL, batch_size = NULL, epochs = 10L,
  verbose = getOption("keras.fit_verbose", default = "auto"), callbacks = NULL,
  view_metrics = getOption("keras.view_metrics", default = "auto"), validation_split = 0,
  validation_data = NULL, shuffle = TRUE, class_weight = NULL, sample_weight = NULL,
  initial_epoch = 0L, steps_per_epoch = NULL, validation_steps = NULL, ...
) {
  args <- list(
    object = object, x = x, y = y, batch_size = batch_size, epochs = epochs, verbose = verbose,
    callbacks = callbacks, view_metrics = view_metrics, validation_split = validation_split,
    validation_data = validation_data, shuffle = shuffle, class_weight = list_by_name(class_weight),
    sample_weight = sample_weight, initial_epoch = initial_epoch, steps_per_epoch = steps_per_epoch,
    validation_steps = validation_steps, ...
  )
  result <- call_python("fit", args)
  invisible(as_training_history(result))
}

evaluate.keras.engine.training.Model <- function(
  object, x = NULL, y = NULL, batch_size = NULL, verbose = "auto", sample_weight = NULL,
  steps = NULL, callbacks = NULL, ...
) {
  args <- list(
    object = object, x = x, y = y, batch_size = batch_size, verbose = verbose,
    sample_weight = sample_weight, steps = steps, callbacks = callbacks, ...
  )
  result <- call_python("evaluate", args)
  unlist(result)
}

predict.keras.engine.training.Model <- function(
  object, x, batch_size = NULL, verbose = "auto", steps = NULL, callbacks = NULL, ...
) {
  args <- list(
    object = object, x = x, batch_size = batch_size, verbose = verbose, steps = steps,
    callbacks = callbacks, ...
  )
  call_python("predict", args)
}
