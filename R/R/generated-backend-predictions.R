# Generated from rkeras_py/api/backend/predictions.py by `make generate`; edit there.

k_binary_crossentropy <- function(target, output, from_logits = FALSE) {
  args <- list(target = target, output = output, from_logits = from_logits)
  call_python("k_binary_crossentropy", args)
}

k_categorical_crossentropy <- function(target, output, from_logits = FALSE, axis = -1L) {
  args <- list(target = target, output = output, from_logits = from_logits, axis = axis)
  call_python("k_categorical_crossentropy", args)
}

k_sparse_categorical_crossentropy <- function(target, output, from_logits = FALSE, axis = -1L) {
  args <- list(target = target, output = output, from_logits = from_logits, axis = axis)
  call_python("k_sparse_categorical_crossentropy", args)
}

k_in_top_k <- function(predictions, targets, k) {
  args <- list(predictions = predictions, targets = targets, k = k)
  call_python("k_in_top_k", args)
}

k_l2_normalize <- function(x, axis = NULL) {
  args <- list(x = x, axis = axis)
  call_python("k_l2_normalize", args)
}
