# Generated from rkeras_py/api/losses.py by `make generate`; edit there.

loss_binary_crossentropy <- function(
  y_true, y_pred, from_logits = FALSE, label_smoothing = 0L, axis = -1L, ..., reduction = "auto",
  name = "binary_crossentropy"
) {
  args <- list(
    from_logits = from_logits, label_smoothing = label_smoothing, axis = axis, ...,
    reduction = reduction, name = name
  )
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_binary_crossentropy", args)
}

loss_categorical_crossentropy <- function(
  y_true, y_pred, from_logits = FALSE, label_smoothing = 0L, axis = -1L, ..., reduction = "auto",
  name = "categorical_crossentropy"
) {
  args <- list(
    from_logits = from_logits, label_smoothing = label_smoothing, axis = axis, ...,
    reduction = reduction, name = name
  )
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_categorical_crossentropy", args)
}

loss_categorical_hinge <- function(
  y_true, y_pred, ..., reduction = "auto", name = "categorical_hinge"
) {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_categorical_hinge", args)
}

loss_cosine_similarity <- function(
  y_true, y_pred, axis = -1L, ..., reduction = "auto", name = "cosine_similarity"
) {
  args <- list(axis = axis, ..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_cosine_similarity", args)
}

loss_cosine_proximity <- function(...) {
  args <- list(...)
  call_python("loss_cosine_proximity", args)
}

loss_hinge <- function(y_true, y_pred, ..., reduction = "auto", name = "hinge") {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_hinge", args)
}

loss_huber <- function(y_true, y_pred, delta = 1, ..., reduction = "auto", name = "huber_loss") {
  args <- list(delta = delta, ..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_huber", args)
}

loss_kl_divergence <- function(y_true, y_pred, ..., reduction = "auto", name = "kl_divergence") {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_kl_divergence", args)
}

loss_kullback_leibler_divergence <- function(
  y_true, y_pred, ..., reduction = "auto", name = "kl_divergence"
) {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_kullback_leibler_divergence", args)
}

loss_logcosh <- function(y_true, y_pred, ..., reduction = "auto", name = "log_cosh") {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_logcosh", args)
}

loss_mean_absolute_error <- function(
  y_true, y_pred, ..., reduction = "auto", name = "mean_absolute_error"
) {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_mean_absolute_error", args)
}

loss_mean_absolute_percentage_error <- function(
  y_true, y_pred, ..., reduction = "auto", name = "mean_absolute_percentage_error"
) {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_mean_absolute_percentage_error", args)
}

loss_mean_squared_error <- function(
  y_true, y_pred, ..., reduction = "auto", name = "mean_squared_error"
) {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_mean_squared_error", args)
}

loss_mean_squared_logarithmic_error <- function(
  y_true, y_pred, ..., reduction = "auto", name = "mean_squared_logarithmic_error"
) {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_mean_squared_logarithmic_error", args)
}

loss_poisson <- function(y_true, y_pred, ..., reduction = "auto", name = "poisson") {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_poisson", args)
}

loss_sparse_categorical_crossentropy <- function(
  y_true, y_pred, from_logits = FALSE, axis = -1L, ..., reduction = "auto",
  name = "sparse_categorical_crossentropy"
) {
  args <- list(from_logits = from_logits, axis = axis, ..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_sparse_categorical_crossentropy", args)
}

loss_squared_hinge <- function(y_true, y_pred, ..., reduction = "auto", name = "squared_hinge") {
  args <- list(..., reduction = reduction, name = name)
  if (!missing(y_true)) args["y_true"] <- list(y_true)
  if (!missing(y_pred)) args["y_pred"] <- list(y_pred)
  call_python("loss_squared_hinge", args)
}
