"""Scripts of training runs."""

from __future__ import annotations

from pathlib import Path

from companions import companion

#: A script that trains nothing, so that Keras need not be there.
SMALL = """
FLAGS <- flags(flag_numeric("rate", 0.1, "how fast"), flag_string("name", "x"))
cat("rate", FLAGS$rate, "\\n")
write_run_metadata("metrics", data.frame(loss = c(4, 2, NA), val_loss = c(5, 1 / 3, NA)))
write_run_metadata("evaluation", list(loss = 1.5, acc = 0.25 + FLAGS$rate))
writeLines(run_dir(), "made.txt")
"""

#: Like stopifnot(), which takes nothing for success.
CHECKING = """
check <- function(...) {
  values <- list(...)
  for (i in seq_along(values)) {
    if (!isTRUE(all(values[[i]])) || length(values[[i]]) == 0) {
      stop(deparse1(substitute(list(...))[[i + 1]]), " is ", deparse1(values[[i]]))
    }
  }
}
"""

HEAD = (
    CHECKING
    + """
library(tfruns)
error <- function(code) {
  tryCatch({ code; "none" }, tfruns_error = conditionMessage)
}
"""
)


def write_small(folder: Path) -> None:
    (folder / "train.R").write_text(SMALL, encoding="utf-8")


def run(host: str, code: str, folder: Path, *args: str) -> str:
    return companion.run_with_companions(host, HEAD + code, folder, *args)


TRAINING = r"""
library(keras)
FLAGS <- flags(flag_numeric("rate", 0.5), flag_integer("units", 3L))
x <- matrix(seq(0, 1, length.out = 48), 12)
y <- x[, 1]
model <- keras_model_sequential() %>%
  layer_dense(FLAGS$units, input_shape = 4) %>% layer_dense(1)
model %>% compile("mse", optimizer = optimizer_sgd(FLAGS$rate), metrics = "mae")
seen <- list()
look <- callback_lambda(on_epoch_begin = function(epoch, logs) {
  seen[[epoch + 1]] <<- tfruns::run_info(run_dir())
})
history <- model %>% fit(x, y, epochs = 4, batch_size = 5, validation_split = 0.25, verbose = 2,
  callbacks = list(look, callback_early_stopping("loss", patience = 0, min_delta = 1e9)))
scores <- model %>% evaluate(x, y, verbose = 0)
plot(1:3)
save_model_hdf5(model, "model.h5")
dir.create("deep/er", recursive = TRUE)
model %>% save_model_weights_hdf5("deep/er/w.h5")
callback <- callback_tensorboard()
logs <- callback$log_dir
"""

CHECK = r"""
options(keras.fit_verbose = 2)
run <- training_run("train.R", flags = list(rate = 0.01), properties = list(note = "größer"),
                    echo = FALSE)
check(is.data.frame(run), nrow(run) == 1, !is_run_active(), run_dir() == getwd())
info <- latest_run()
check(
  info$completed, info$epochs == 4, info$epochs_completed == 2, info$batch_size == 5,
  info$samples == 9, info$validation_samples == 3, info$loss_function == "mse",
  info$optimizer == "SGD", info$learning_rate == 0.01, info$flag_rate == 0.01,
  info$flag_units == 3L, info$note == "größer", info$type == "training",
  info$context == "local", info$script == "train.R",
  grepl("Total params: 19", info$model), grepl("Epoch 1/4", info$output),
  all.equal(c(info$eval_loss, info$eval_mae), unname(scores)),
  all.equal(info$metrics$val_mae, c(history$metrics$val_mae, NA, NA)),
  all.equal(info$metric_loss, history$metrics$loss[[2]]),
  identical(names(info$metrics), c("loss", "mae", "val_loss", "val_mae")),
  is.null(seen[[1]]$metrics), seen[[1]]$samples == 9, !seen[[1]]$completed,
  all.equal(seen[[2]]$metrics$loss, c(history$metrics$loss[[1]], NA, NA, NA)),
  info$end >= info$start, difftime(Sys.time(), info$start, units = "mins") < 10
)
files <- list.files(info$run_dir, recursive = TRUE)
check(
  all(c("model.h5", "deep/er/w.h5", "plots/Rplot001.png") %in% files),
  sum(grepl("^logs/(train|validation)/events", files)) == 2, file.exists("model.h5"),
  basename(logs) == "logs", basename(dirname(logs)) == basename(info$run_dir), !dir.exists("logs"),
  all.equal(predict(load_model_hdf5(file.path(info$run_dir, "model.h5")), x, verbose = 0),
            predict(model, x, verbose = 0))
)
k_clear_session()
"""
