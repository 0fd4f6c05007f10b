# Saving models: what only R can do of it.

#' Export a model
#'
#' @param object The model.
#' @param export_dir_base The folder.
#' @param ... Passed on to the method.
#' @export
export_savedmodel <- function(object, export_dir_base, ...) UseMethod("export_savedmodel")

#' Evaluate an expression with objects of your own that Keras knows by name
#'
#' Models that are loaded within `expr` may use these functions and classes.
#'
#' @param objects Named list of functions and classes.
#' @param expr The expression.
#' @return The value of `expr`.
#' @export
#' @examples
#' model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
#' json <- model_to_json(model)
#' with_custom_object_scope(list(double = function(x) 2 * x), model_from_json(json))
with_custom_object_scope <- function(objects, expr) {
  scope <- call_python(".custom_object_scope", list(objects))
  with(scope, expr)
}

#' @export
as.array.python.array <- function(x, ...) call_python(".as_array", list(x))

#' @export
dim.python.array <- function(x) call_python(".dim", list(x))
