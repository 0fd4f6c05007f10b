# Metrics that scripts write themselves.

#' A function as a metric
#'
#' @param name The metric's name in the history.
#' @param metric_fn Function of `y_true` and `y_pred`, which are tensors.
#' @return The function, under its new name, for the `metrics` of `compile()`.
#' @examples
#' custom_metric("mean_pred", function(y_true, y_pred) k_mean(y_pred))
#' @export
custom_metric <- function(name, metric_fn) {
  if (!is.character(name) || length(name) != 1L || is.na(name)) {
    stop("`name` must be a string.")
  }
  if (!is.function(metric_fn)) {
    stop("`metric_fn` must be a function of `y_true` and `y_pred`.")
  }
  structure(metric_fn, py_function_name = name)
}
