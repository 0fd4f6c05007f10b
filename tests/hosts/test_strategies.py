"""Models of a distribution strategy, whose threads ask for R while R's thread waits."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

DEVICES = """
library(keras)
library(tensorflow)
devices <- lapply(1:2, function(i) tf$config$LogicalDeviceConfiguration())
tf$config$set_logical_device_configuration(tf$config$list_physical_devices("CPU")[[1]], devices)
strategy <- tf$distribute$MirroredStrategy(list("CPU:0", "CPU:1"))
stopifnot(strategy$num_replicas_in_sync == 2)
"""

# Two ones are added and compared with 1; a step of 0.1 leaves 0.6 of the error.
METRICS = """
x <- matrix(1, 4, 2)
y <- matrix(1, 4, 1)
near <- function(a, b) stopifnot(length(a) == length(b), abs(unlist(a) - b) < 1e-5)
make <- function() {
  model <- keras_model_sequential() %>%
    layer_dense(1, input_shape = 2, kernel_initializer = "ones", use_bias = FALSE)
  said <- custom_metric("said", function(y_true, y_pred) k_mean(y_pred))
  model %>% compile(optimizer_sgd(0.1), "mse", metrics = said)
}
train <- function(model) model %>% fit(x, y, epochs = 3, batch_size = 4, verbose = 0)
check <- function(history) {
  near(history$metrics$loss, 0.6^(2 * 0:2))
  near(history$metrics$said, 1 + 0.6^(0:2))
}
with(strategy$scope(), model <- make())
check(train(model))
near(train_on_batch(model, x, y), c(0.6^6, 1 + 0.6^3))
near(test_on_batch(model, x, y), c(0.6^8, 1 + 0.6^4))
near(evaluate(model, x, y, verbose = 0), c(0.6^8, 1 + 0.6^4))
near(predict_on_batch(model, x)[1], 1 + 0.6^4)
for (i in 1:3) with(strategy$scope(), check(train(make())))
cat("all is well")
"""


# Each model is trained on one device and on two.
EQUAL = """
near <- function(a, b) {
  a <- unlist(a)
  b <- unlist(b)
  stopifnot(length(a) > 0, length(a) == length(b), abs(a - b) < 1e-6)
}
set.seed(1)
x <- matrix(rnorm(64), 32)
y <- matrix(x[, 1] - x[, 2], 32)
make <- function() {
  squared <- function(y_true, y_pred) k_square(y_true - y_pred)
  off <- custom_metric("off", function(y_true, y_pred) k_mean(k_abs(y_true - y_pred)))
  keras_model_sequential() %>%
    layer_dense(1, input_shape = 2, kernel_initializer = "ones") %>%
    compile(optimizer_sgd(0.1), squared, metrics = list(off, "mae"))
}
train <- function(model) {
  seen <- NULL
  watch <- callback_lambda(
    on_epoch_end = function(epoch, logs) seen <<- c(seen, logs$loss),
    on_train_batch_end = function(batch, logs) stopifnot(is.finite(logs$loss))
  )
  history <- model %>% fit(x, y, epochs = 3, batch_size = 8, verbose = 0, shuffle = FALSE,
                           validation_split = 0.25, callbacks = list(watch))
  near(seen, history$metrics$loss)
  list(history$metrics, evaluate(model, x, y, verbose = 0), predict(model, x, verbose = 0))
}
rows <- function(i) list(x[8 * i - 7:0, ], y[8 * i - 7:0, , drop = FALSE])
batches <- function() {
  i <- 0
  function() rows(i <<- i %% 4 + 1)
}
generate <- function(model) {
  history <- model %>% fit(batches(), steps_per_epoch = 4, epochs = 2, verbose = 0,
                           validation_data = function() rows(1), validation_steps = 2)
  list(history$metrics, evaluate(model, batches(), steps = 3, verbose = 0))
}
Stepped <- new_model_class("Stepped",
  initialize = function() {
    super$initialize()
    self$dense <- layer_dense(units = 1, use_bias = FALSE, kernel_initializer = "ones")
  },
  call = function(inputs) self$dense(inputs),
  train_step = function(data) {
    with(tf$GradientTape() %as% tape, {
      loss <- k_mean((self(data[[1]], training = TRUE) - data[[2]])^2)
    })
    weights <- self$dense$trainable_weights
    gradients <- tape$gradient(loss, weights)
    self$optimizer$apply_gradients(list(list(gradients[[1]], weights[[1]])))
    list(loss = loss)
  }
)
begin <- function() Stepped() %>% compile(optimizer_sgd(0.1))
step <- function(model) {
  history <- model %>% fit(x, y, epochs = 2, batch_size = 32, verbose = 0)
  list(history$metrics$loss, get_weights(model))
}
for (way in list(train, generate)) {
  expected <- way(make())
  with(strategy$scope(), model <- make())
  near(way(model), expected)
}
expected <- step(begin())
with(tf$distribute$MirroredStrategy(list("CPU:0"))$scope(), model <- begin())
near(step(model), expected)
with(strategy$scope(), model <- begin())
message <- tryCatch(step(model), error = conditionMessage) # its devices would wait for each other
stopifnot(grepl("a step of training in R, which cannot run on 2 devices", message))
growing <- tryCatch(
  tf$config$experimental$set_memory_growth(tf$config$list_physical_devices("CPU")[[1]], TRUE),
  error = conditionMessage
)
stopifnot(grepl("virtual devices configured", growing)) # it takes the device, of whatever kind
cat("all is well")
"""


@pytest.mark.parametrize("host", r_process.HOSTS)
@pytest.mark.parametrize("script", [METRICS, EQUAL], ids=["metrics", "equal"])
def test_training_with_two_devices(script: str, host: str, tmp_path: Path) -> None:
    path = tmp_path / "script.R"
    path.write_text(DEVICES + script, encoding="utf-8")
    outcome = r_process.begin(host, path, cwd=tmp_path).result()
    assert outcome.succeeded().endswith("all is well")
