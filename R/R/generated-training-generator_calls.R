# Generated from rkeras_py/api/training/generator_calls.py by `make generate`; edit there.

predict_proba <- function(object, x, batch_size = NULL, verbose = 0L, steps = NULL) {
  args <- list(object = object, x = x, batch_size = batch_size, verbose = verbose, steps = steps)
  call_python("predict_proba", args)
}

predict_classes <- function(object, x, batch_size = NULL, verbose = 0L, steps = NULL) {
  args <- list(object = object, x = x, batch_size = batch_size, verbose = verbose, steps = steps)
  call_python("predict_classes", args)
}

fit_generator <- function(
  object, generator, steps_per_epoch, epochs = 1L,
  verbose = getOption("keras.fit_verbose", default = 1), callbacks = NULL,
  view_metrics = getOption("keras.view_metrics", default = "auto"), validation_data = NULL,
  validation_steps = NULL, class_weight = NULL, max_queue_size = 10L, workers = 1L,
  initial_epoch = 0L
) {
  args <- list(
    object = object, generator = generator, steps_per_epoch = steps_per_epoch, epochs = epochs,
    verbose = verbose, callbacks = callbacks, view_metrics = view_metrics,
    validation_data = validation_data, validation_steps = validation_steps,
    class_weight = list_by_name(class_weight), max_queue_size = max_queue_size, workers = workers,
    initial_epoch = initial_epoch
  )
  result <- call_python("fit_generator", args)
  invisible(as_training_history(result))
}

evaluate_generator <- function(
  object, generator, steps, max_queue_size = 10L, workers = 1L, callbacks = NULL
) {
  args <- list(
    object = object, generator = generator, steps = steps, max_queue_size = max_queue_size,
    workers = workers, callbacks = callbacks
  )
  result <- call_python("evaluate_generator", args)
  unlist(result)
}

predict_generator <- function(
  object, generator, steps, max_queue_size = 10L, workers = 1L, verbose = 0L, callbacks = NULL
) {
  args <- list(
    object = object, generator = generator, steps = steps, max_queue_size = max_queue_size,
    workers = workers, verbose = verbose, callbacks = callbacks
  )
  call_python("predict_generator", args)
}

generator_next <- function(generator, completed = NULL) {
  args <- list(generator = generator, completed = completed)
  call_python("generator_next", args)
}
