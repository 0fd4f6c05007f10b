# Generated from rkeras_py/api/metrics/regression.py by `make generate`; edit there.

metric_mean_absolute_error <- function(
  y_true, y_pred, ..., name = "mean_absolute_error", dtype = NULL
) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_mean_absolute_error", args)
}

metric_mean_absolute_percentage_error <- function(
  y_true, y_pred, ..., name = "mean_absolute_percentage_error", dtype = NULL
) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_mean_absolute_percentage_error", args)
}

metric_mean_squared_error <- function(
  y_true, y_pred, ..., name = "mean_squared_error", dtype = NULL
) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_mean_squared_error", args)
}

metric_mean_squared_logarithmic_error <- function(
  y_true, y_pred, ..., name = "mean_squared_logarithmic_error", dtype = NULL
) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_mean_squared_logarithmic_error", args)
}

metric_root_mean_squared_error <- function(..., name = NULL, dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  call_python("metric_root_mean_squared_error", args)
}

metric_mean_relative_error <- function(..., normalizer, name = NULL, dtype = NULL) {
  args <- list(..., normalizer = normalizer, name = name, dtype = dtype)
  call_python("metric_mean_relative_error", args)
}

metric_logcosh_error <- function(..., name = "logcosh", dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  call_python("metric_logcosh_error", args)
}

metric_cosine_similarity <- function(..., axis = -1L, name = "cosine_similarity", dtype = NULL) {
  args <- list(..., axis = axis, name = name, dtype = dtype)
  call_python("metric_cosine_similarity", args)
}

metric_cosine_proximity <- function(y_true, y_pred) {
  args <- list()
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_cosine_proximity", args)
}
