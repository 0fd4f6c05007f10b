# Base classes for R6 classes; their Python parts are in compat/models/subclassing.py.

#' Base class for custom layers in R6
#'
#' A subclass may have the methods `initialize`, `build(input_shape)`, `call(x, mask = NULL)` and
#' `compute_output_shape(input_shape)`. In them, `self` is the layer: `self$add_weight()` makes its
#' weights, and layers that are assigned to `self` are part of it.
#'
#' @details Pass the class to `create_layer()`. Use `new_layer_class()` in new code.
#' @examples
#' Scale <- R6::R6Class("Scale", inherit = KerasLayer, public = list(
#'   factor = NULL,
#'   initialize = function(factor) self$factor <- factor,
#'   call = function(x, mask = NULL) x * self$factor
#' ))
#' layer_scale <- function(object, factor, name = NULL) {
#'   create_layer(Scale, object, list(factor = factor, name = name))
#' }
#' keras_model_sequential() %>%
#'   layer_dense(units = 2, input_shape = 3) %>%
#'   layer_scale(factor = 2)
#' @export
KerasLayer <- R6::R6Class("KerasLayer", cloneable = FALSE)

#' Base class for custom layer wrappers in R6
#'
#' A wrapper is a layer that contains another layer. It works like `KerasLayer`; `self$layer` is the
#' layer inside, and `super$call(x)` calls it.
#'
#' @details Pass the class to `create_wrapper()`.
#' @examples
#' Twice <- R6::R6Class("Twice", inherit = KerasWrapper, public = list(
#'   call = function(x, mask = NULL) 2 * super$call(x)
#' ))
#' keras_model_sequential() %>%
#'   create_wrapper(Twice, ., list(layer = layer_dense(units = 2), input_shape = 3))
#' @export
KerasWrapper <- R6::R6Class("KerasWrapper", inherit = KerasLayer, cloneable = FALSE)

#' Base class for custom weight constraints in R6
#'
#' A subclass has the method `call(w)`, which returns the constrained weights.
#'
#' @details Create objects of the class with `$new()`.
#' @examples
#' NonNegative <- R6::R6Class("NonNegative", inherit = KerasConstraint, public = list(
#'   call = function(w) w * k_cast(k_greater_equal(w, 0), k_floatx())
#' ))
#' layer_dense(units = 2, kernel_constraint = NonNegative$new())
#' @export
KerasConstraint <- R6::R6Class("KerasConstraint",
  cloneable = FALSE,
  public = list(call = function(w) w, get_config = function() list())
)

hook <- function(logs = NULL) NULL
epoch_hook <- function(epoch, logs = NULL) NULL
batch_hook <- function(batch, logs = NULL) NULL

#' Base class for custom callbacks in R6
#'
#' A subclass has methods such as `on_epoch_end(epoch, logs)`, named like the arguments of
#' `callback_lambda()`. In them, `self$model` is the model, and `self$params` lists the arguments of
#' `fit()`.
#'
#' @details Create objects of the class with `$new()`. Their fields can be read after training.
#' @examples
#' Losses <- R6::R6Class("Losses", inherit = KerasCallback, public = list(
#'   losses = NULL,
#'   on_epoch_end = function(epoch, logs = list()) self$losses <- c(self$losses, logs$loss)
#' ))
#' seen <- Losses$new()
#' model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
#' model %>% compile(optimizer = "sgd", loss = "mse")
#' model %>% fit(matrix(1:4), 1:4, epochs = 2, verbose = 0, callbacks = list(seen))
#' seen$losses
#' @export
KerasCallback <- R6::R6Class("KerasCallback",
  cloneable = FALSE,
  public = list(
    params = NULL,
    model = NULL,
    set_context = function(params = NULL, model = NULL) {
      self$params <- params
      self$model <- model
    },
    on_epoch_begin = epoch_hook,
    on_epoch_end = epoch_hook,
    on_batch_begin = batch_hook,
    on_batch_end = batch_hook,
    on_train_batch_begin = batch_hook,
    on_train_batch_end = batch_hook,
    on_test_batch_begin = batch_hook,
    on_test_batch_end = batch_hook,
    on_predict_batch_begin = batch_hook,
    on_predict_batch_end = batch_hook,
    on_train_begin = hook,
    on_train_end = hook,
    on_test_begin = hook,
    on_test_end = hook,
    on_predict_begin = hook,
    on_predict_end = hook
  )
)
