# Custom models, metrics, losses, callbacks and schedules.

#' Define a custom model class
#'
#' @param classname Name of the class.
#' @param ... Further methods and fields, by name.
#' @param initialize Constructor: a function that calls `super$initialize(...)` and assigns layers
#'   to `self`. Without it, the model is created from `inputs` and `outputs`.
#' @param call Function of `inputs`, and optionally `mask` and `training`, that returns the output.
#' @param train_step Function of `data`, a list of the inputs and targets of a batch. It trains on
#'   them and returns a named list of metrics.
#' @param predict_step Function of `data` that returns the output.
#' @param test_step Function of `data` that returns a named list of metrics.
#' @param compute_loss Function of `x`, `y`, `y_pred` and `sample_weight` that returns the loss.
#' @param compute_metrics Function of `x`, `y`, `y_pred` and `sample_weight` that returns a named
#'   list of metrics.
#' @return The class. Call it to create a model.
#' @examples
#' Regression <- new_model_class("Regression",
#'   initialize = function(...) {
#'     super$initialize(...)
#'     self$dense <- layer_dense(units = 1)
#'   },
#'   call = function(inputs) self$dense(inputs)
#' )
#' model <- Regression()
#' model %>% compile(optimizer = "sgd", loss = "mse")
#' model %>% fit(matrix(1:4), 1:4, epochs = 1, verbose = 0)
#' @export
new_model_class <- function(classname, ..., initialize = NULL, call = NULL, train_step = NULL,
                            predict_step = NULL, test_step = NULL, compute_loss = NULL,
                            compute_metrics = NULL) {
  members <- list(
    ..., initialize = initialize, call = call, train_step = train_step,
    predict_step = predict_step, test_step = test_step, compute_loss = compute_loss,
    compute_metrics = compute_metrics
  )
  new_class(classname, members, keras_base("Model"), parent.frame())
}

#' Define a custom metric class
#'
#' @param classname Name of the class.
#' @param ... Further methods and fields, by name.
#' @param initialize Constructor: a function that calls `super$initialize(...)` and creates
#'   variables with `self$add_weight()`.
#' @param update_state Function of `y_true`, `y_pred` and `sample_weight` that updates the
#'   variables.
#' @param result Function without arguments that returns the value of the metric.
#' @return The class. Call it to create a metric.
#' @examples
#' Largest <- new_metric_class("Largest",
#'   initialize = function(name = "largest", ...) {
#'     super$initialize(name = name, ...)
#'     self$seen <- self$add_weight(name = "seen", initializer = "zeros")
#'   },
#'   update_state = function(y_true, y_pred, sample_weight = NULL) {
#'     self$seen$assign(k_maximum(self$seen, k_max(k_abs(y_true - y_pred))))
#'   },
#'   result = function() self$seen
#' )
#' largest <- Largest()
#' largest$update_state(k_constant(c(1, 2)), k_constant(c(1.5, 4)))
#' as.numeric(largest$result())
#' @export
new_metric_class <- function(classname, ..., initialize, update_state, result) {
  members <- list(
    ..., initialize = if (!missing(initialize)) initialize,
    update_state = if (!missing(update_state)) update_state, result = if (!missing(result)) result
  )
  new_class(classname, members, keras_base("metrics.Metric"), parent.frame())
}

#' Define a custom loss class
#'
#' @param classname Name of the class.
#' @param ... Further methods and fields, by name.
#' @param call Function of `y_true` and `y_pred` that returns the loss of each sample.
#' @return The class. Call it to create a loss.
#' @examples
#' Squared <- new_loss_class("Squared",
#'   call = function(y_true, y_pred) k_mean(k_square(y_true - y_pred), axis = -1)
#' )
#' as.numeric(Squared()(k_constant(matrix(1:2)), k_constant(matrix(c(1, 4)))))
#' @export
new_loss_class <- function(classname, ..., call = NULL) {
  new_class(classname, list(..., call = call), keras_base("losses.Loss"), parent.frame())
}

#' Define a custom callback class
#'
#' @param classname Name of the class.
#' @param ... Further methods and fields, by name.
#' @param on_epoch_begin `function(epoch, logs)`; epochs start at 0.
#' @param on_epoch_end `function(epoch, logs)`.
#' @param on_train_begin `function(logs)`.
#' @param on_train_end `function(logs)`.
#' @param on_batch_begin `function(batch, logs)`, for training; batches start at 0.
#' @param on_batch_end `function(batch, logs)`, for training.
#' @param on_predict_batch_begin `function(batch, logs)`.
#' @param on_predict_batch_end `function(batch, logs)`.
#' @param on_predict_begin `function(logs)`.
#' @param on_predict_end `function(logs)`.
#' @param on_test_batch_begin `function(batch, logs)`, for evaluation.
#' @param on_test_batch_end `function(batch, logs)`.
#' @param on_test_begin `function(logs)`.
#' @param on_test_end `function(logs)`.
#' @param on_train_batch_begin The same as `on_batch_begin`.
#' @param on_train_batch_end The same as `on_batch_end`.
#' @return The class. Call it to create a callback. In its methods, `self$model` is the model, and
#'   `self$params` lists the arguments of `fit()`.
#' @examples
#' Stop <- new_callback_class("Stop", on_epoch_end = function(epoch, logs = NULL) {
#'   if (epoch == 1) self$model$stop_training <- TRUE
#' })
#' model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
#' model %>% compile(optimizer = "sgd", loss = "mse")
#' model %>% fit(matrix(1:4), 1:4, epochs = 5, verbose = 0, callbacks = list(Stop()))
#' @export
new_callback_class <- function(
    classname, ..., on_epoch_begin = NULL, on_epoch_end = NULL, on_train_begin = NULL,
    on_train_end = NULL, on_batch_begin = NULL, on_batch_end = NULL, on_predict_batch_begin = NULL,
    on_predict_batch_end = NULL, on_predict_begin = NULL, on_predict_end = NULL,
    on_test_batch_begin = NULL, on_test_batch_end = NULL, on_test_begin = NULL,
    on_test_end = NULL, on_train_batch_begin = NULL, on_train_batch_end = NULL) {
  hooks <- mget(grep("^on_", names(formals()), value = TRUE))
  new_class(classname, c(list(...), hooks), keras_base("callbacks.Callback"), parent.frame())
}

#' Define a custom learning rate schedule class
#'
#' @param classname Name of the class.
#' @param ... Further methods and fields, by name.
#' @param initialize Constructor: a function of the schedule's arguments.
#' @param call Function of `step`, a tensor that counts batches from 0, that returns the rate.
#' @param get_config Function that returns a list of the arguments of `initialize`, for saving.
#' @return The class. Call it to create a schedule.
#' @examples
#' Halving <- new_learning_rate_schedule_class("Halving",
#'   initialize = function(rate) self$rate <- rate,
#'   call = function(step) self$rate * 0.5^k_cast(step, "float32")
#' )
#' optimizer_sgd(learning_rate = Halving(0.1))
#' @export
new_learning_rate_schedule_class <- function(classname, ..., initialize = NULL, call,
                                             get_config = NULL) {
  members <- list(..., initialize = initialize, call = call, get_config = get_config)
  new_class(classname, members, keras_base("optimizers.schedules.LearningRateSchedule"),
            parent.frame())
}

#' Create a custom model from an R function
#'
#' @param model_fn Function of the model that assigns layers to it, as in
#'   `self$dense <- layer_dense(units = 2)`, and returns a function of `inputs`, and optionally
#'   `mask` and `training`, that returns the output.
#' @param name Name of the model.
#' @return A model.
#' @examples
#' model <- keras_model_custom(function(self) {
#'   self$dense <- layer_dense(units = 1)
#'   function(inputs, mask = NULL) self$dense(inputs)
#' })
#' model %>% compile(optimizer = "sgd", loss = "mse")
#' model %>% fit(matrix(1:4), 1:4, epochs = 1, verbose = 0)
#' @export
keras_model_custom <- function(model_fn, name = NULL) {
  call_python(".custom_model", list(model_fn, name))
}
