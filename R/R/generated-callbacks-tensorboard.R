# Generated from rkeras_py/api/callbacks/tensorboard.py by `make generate`; edit there.

tensorboard <- function(
  log_dir, action = c("start", "stop"), host = "127.0.0.1", port = "auto",
  launch_browser = getOption("tensorflow.tensorboard.browser", interactive()), reload_interval = 5,
  purge_orphaned_data = TRUE
) {
  args <- list(
    action = action, host = host, port = port, launch_browser = launch_browser,
    reload_interval = reload_interval, purge_orphaned_data = purge_orphaned_data
  )
  if (!missing(log_dir)) args["log_dir"] <- list(log_dir)
  result <- call_python("tensorboard", args)
  invisible(result)
}
