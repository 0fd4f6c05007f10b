# The parts of saving models that must be in R.

#' Export a model for serving as a SavedModel folder
#'
#' @param object The model.
#' @param export_dir_base The folder.
#' @param ... Passed on to the method.
#' @export
export_savedmodel <- function(object, export_dir_base, ...) UseMethod("export_savedmodel")

#' Load models with custom functions and classes
#'
#' Models that are loaded within `expr` may use these custom objects.
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
