# Generated from rkeras_py/api/callbacks/logging.py by `make generate`; edit there.

callback_backup_and_restore <- function(backup_dir, ...) {
  args <- list(backup_dir = backup_dir, ...)
  call_python("callback_backup_and_restore", args)
}

callback_csv_logger <- function(filename, separator = ",", append = FALSE) {
  args <- list(filename = filename, separator = separator, append = append)
  call_python("callback_csv_logger", args)
}

callback_model_checkpoint <- function(
  filepath, monitor = "val_loss", verbose = 0L, save_best_only = FALSE, save_weights_only = FALSE,
  mode = c("auto", "min", "max"), period = NULL, save_freq = "epoch"
) {
  args <- list(
    filepath = filepath, monitor = monitor, verbose = verbose, save_best_only = save_best_only,
    save_weights_only = save_weights_only, mode = mode, period = period, save_freq = save_freq
  )
  call_python("callback_model_checkpoint", args)
}

callback_progbar_logger <- function(count_mode = "samples", stateful_metrics = NULL) {
  args <- list(count_mode = count_mode, stateful_metrics = stateful_metrics)
  call_python("callback_progbar_logger", args)
}

callback_reduce_lr_on_plateau <- function(
  monitor = "val_loss", factor = 0.1, patience = 10L, verbose = 0L, mode = c("auto", "min", "max"),
  min_delta = 0.0001, cooldown = 0L, min_lr = 0
) {
  args <- list(
    monitor = monitor, factor = factor, patience = patience, verbose = verbose, mode = mode,
    min_delta = min_delta, cooldown = cooldown, min_lr = min_lr
  )
  call_python("callback_reduce_lr_on_plateau", args)
}

callback_remote_monitor <- function(
  root = "https://localhost:9000", path = "/publish/epoch/end/", field = "data", headers = NULL,
  send_as_json = FALSE
) {
  args <- list(
    root = root, path = path, field = field, headers = headers, send_as_json = send_as_json
  )
  call_python("callback_remote_monitor", args)
}

callback_tensorboard <- function(
  log_dir = NULL, histogram_freq = 0L, batch_size = NULL, write_graph = TRUE, write_grads = FALSE,
  write_images = FALSE, embeddings_freq = 0L, embeddings_layer_names = NULL,
  embeddings_metadata = NULL, embeddings_data = NULL, update_freq = "epoch", profile_batch = 0L
) {
  args <- list(
    log_dir = log_dir, histogram_freq = histogram_freq, batch_size = batch_size,
    write_graph = write_graph, write_grads = write_grads, write_images = write_images,
    embeddings_freq = embeddings_freq, embeddings_layer_names = embeddings_layer_names,
    embeddings_metadata = embeddings_metadata, embeddings_data = embeddings_data,
    update_freq = update_freq, profile_batch = profile_batch
  )
  call_python("callback_tensorboard", args)
}

callback_terminate_on_naan <- function() {
  call_python("callback_terminate_on_naan")
}
