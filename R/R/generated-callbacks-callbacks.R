# Generated from rkeras_py/api/callbacks/callbacks.py by `make generate`; edit there.

callback_learning_rate_scheduler <- function(schedule) {
  args <- list(schedule = schedule)
  call_python("callback_learning_rate_scheduler", args)
}

callback_early_stopping <- function(
  monitor = "val_loss", min_delta = 0, patience = 0L, verbose = 0L, mode = c("auto", "min", "max"),
  baseline = NULL, restore_best_weights = FALSE
) {
  args <- list(
    monitor = monitor, min_delta = min_delta, patience = patience, verbose = verbose, mode = mode,
    baseline = baseline, restore_best_weights = restore_best_weights
  )
  call_python("callback_early_stopping", args)
}

callback_lambda <- function(
  on_epoch_begin = NULL, on_epoch_end = NULL, on_batch_begin = NULL, on_batch_end = NULL,
  on_train_batch_begin = NULL, on_train_batch_end = NULL, on_train_begin = NULL,
  on_train_end = NULL, on_predict_batch_begin = NULL, on_predict_batch_end = NULL,
  on_predict_begin = NULL, on_predict_end = NULL, on_test_batch_begin = NULL,
  on_test_batch_end = NULL, on_test_begin = NULL, on_test_end = NULL
) {
  args <- list(
    on_epoch_begin = on_epoch_begin, on_epoch_end = on_epoch_end, on_batch_begin = on_batch_begin,
    on_batch_end = on_batch_end, on_train_batch_begin = on_train_batch_begin,
    on_train_batch_end = on_train_batch_end, on_train_begin = on_train_begin,
    on_train_end = on_train_end, on_predict_batch_begin = on_predict_batch_begin,
    on_predict_batch_end = on_predict_batch_end, on_predict_begin = on_predict_begin,
    on_predict_end = on_predict_end, on_test_batch_begin = on_test_batch_begin,
    on_test_batch_end = on_test_batch_end, on_test_begin = on_test_begin, on_test_end = on_test_end
  )
  call_python("callback_lambda", args)
}
