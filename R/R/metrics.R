# Custom metrics.

#' Create a custom metric from a function
#'
#' @param name The metric's name in the history.
#' @param metric_fn Function of the tensors `y_true` and `y_pred`, or a formula such as
#'   `~ k_mean(.x - .y)`.
#' @return The function with its new name, for the `metrics` of `compile()`.
#' @examples
#' custom_metric("mean_pred", function(y_true, y_pred) k_mean(y_pred))
#' @export
custom_metric <- function(name, metric_fn) {
  if (!is.character(name) || length(name) != 1L || is.na(name)) {
    stop("`name` must be a string.")
  }
  if (inherits(metric_fn, "formula") && length(metric_fn) == 2L) {
    metric_fn <- formula_function(metric_fn)
  }
  if (!is.function(metric_fn)) {
    stop("`metric_fn` must be a function of `y_true` and `y_pred`.")
  }
  structure(metric_fn, py_function_name = name)
}

# Functions in a partly named list get the names. If all elements have names, Python decides by the
# names of the outputs what they mean.
named_metrics <- function(metrics) {
  given <- names(metrics)
  if (is.character(metrics) && !is.null(given)) return(as.list(metrics))
  if (!is_partly_named(metrics)) return(metrics)
  own <- nzchar(given) & vapply(metrics, is_users_function, NA)
  if (any(own)) {
    warning("Passing names for custom metrics is deprecated. Please use the custom_metric() ",
            "function to define custom metrics.", call. = FALSE)
  }
  metrics[own] <- Map(custom_metric, given[own], metrics[own])
  names(metrics) <- NULL
  metrics
}

is_partly_named <- function(x) {
  is.list(x) && !is.object(x) && !is.null(names(x)) && !all(nzchar(names(x)))
}

is_users_function <- function(f) {
  is.function(f) && !is.object(f) && !identical(environment(f), the$namespace)
}

# c("0" = 1, "1" = 5) as list("0" = 1, "1" = 5): vectors lose their names in Python.
list_by_name <- function(x) if (is.atomic(x) && !is.null(names(x))) as.list(x) else x
