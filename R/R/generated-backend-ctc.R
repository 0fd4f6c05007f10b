# Generated from rkeras_py/api/backend/ctc.py by `make generate`; edit there.

k_ctc_batch_cost <- function(y_true, y_pred, input_length, label_length) {
  args <- list(
    y_true = y_true, y_pred = y_pred, input_length = input_length, label_length = label_length
  )
  call_python("k_ctc_batch_cost", args)
}

k_ctc_decode <- function(y_pred, input_length, greedy = TRUE, beam_width = 100L, top_paths = 1L) {
  args <- list(
    y_pred = y_pred, input_length = input_length, greedy = greedy, beam_width = beam_width,
    top_paths = top_paths
  )
  call_python("k_ctc_decode", args)
}

k_ctc_label_dense_to_sparse <- function(labels, label_lengths) {
  args <- list(labels = labels, label_lengths = label_lengths)
  call_python("k_ctc_label_dense_to_sparse", args)
}
