"""R metrics in models of a distribution strategy, whose threads ask for R while R's waits."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

# Two ones are added and compared with 1; a step of 0.1 leaves 0.6 of the error.
SCRIPT = """
library(keras)
library(tensorflow)
devices <- lapply(1:2, function(i) tf$config$LogicalDeviceConfiguration())
tf$config$set_logical_device_configuration(tf$config$list_physical_devices("CPU")[[1]], devices)
strategy <- tf$distribute$MirroredStrategy(list("CPU:0", "CPU:1"))
stopifnot(strategy$num_replicas_in_sync == 2)
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


@pytest.mark.parametrize("host", r_process.HOSTS)
def test_r_metrics_with_two_devices(host: str, tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text(SCRIPT, encoding="utf-8")
    outcome = r_process.begin(host, script, cwd=tmp_path).result()
    assert outcome.succeeded().endswith("all is well")
