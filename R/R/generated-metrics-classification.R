# Generated from rkeras_py/api/metrics/classification.py by `make generate`; edit there.

metric_accuracy <- function(..., name = NULL, dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  call_python("metric_accuracy", args)
}

metric_binary_accuracy <- function(
  y_true, y_pred, threshold = 0.5, ..., name = "binary_accuracy", dtype = NULL
) {
  args <- list(threshold = threshold, ..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_binary_accuracy", args)
}

metric_categorical_accuracy <- function(
  y_true, y_pred, ..., name = "categorical_accuracy", dtype = NULL
) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_categorical_accuracy", args)
}

metric_sparse_categorical_accuracy <- function(
  y_true, y_pred, ..., name = "sparse_categorical_accuracy", dtype = NULL
) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_sparse_categorical_accuracy", args)
}

metric_top_k_categorical_accuracy <- function(
  y_true, y_pred, k = 5L, ..., name = "top_k_categorical_accuracy", dtype = NULL
) {
  args <- list(k = k, ..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_top_k_categorical_accuracy", args)
}

metric_sparse_top_k_categorical_accuracy <- function(
  y_true, y_pred, k = 5L, ..., name = "sparse_top_k_categorical_accuracy", dtype = NULL
) {
  args <- list(k = k, ..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_sparse_top_k_categorical_accuracy", args)
}

metric_binary_crossentropy <- function(
  y_true, y_pred, from_logits = FALSE, label_smoothing = 0, axis = -1L, ...,
  name = "binary_crossentropy", dtype = NULL
) {
  args <- list(
    from_logits = from_logits, label_smoothing = label_smoothing, axis = axis, ..., name = name,
    dtype = dtype
  )
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_binary_crossentropy", args)
}

metric_categorical_crossentropy <- function(
  y_true, y_pred, from_logits = FALSE, label_smoothing = 0, axis = -1L, ...,
  name = "categorical_crossentropy", dtype = NULL
) {
  args <- list(
    from_logits = from_logits, label_smoothing = label_smoothing, axis = axis, ..., name = name,
    dtype = dtype
  )
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_categorical_crossentropy", args)
}

metric_sparse_categorical_crossentropy <- function(
  y_true, y_pred, from_logits = FALSE, axis = -1L, ..., name = "sparse_categorical_crossentropy",
  dtype = NULL
) {
  args <- list(from_logits = from_logits, axis = axis, ..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_sparse_categorical_crossentropy", args)
}

metric_kullback_leibler_divergence <- function(
  y_true, y_pred, ..., name = "kullback_leibler_divergence", dtype = NULL
) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_kullback_leibler_divergence", args)
}

metric_poisson <- function(y_true, y_pred, ..., name = "poisson", dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_poisson", args)
}

metric_hinge <- function(y_true, y_pred, ..., name = "hinge", dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_hinge", args)
}

metric_squared_hinge <- function(y_true, y_pred, ..., name = "squared_hinge", dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("metric_squared_hinge", args)
}

metric_categorical_hinge <- function(..., name = NULL, dtype = NULL) {
  args <- list(..., name = name, dtype = dtype)
  call_python("metric_categorical_hinge", args)
}
