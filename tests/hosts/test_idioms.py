"""What scripts of R keras rely on, in either host: variables, names and targets."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process
from r_process import HOSTS

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPT = """
library(keras)
library(tensorflow)
near <- function(a, b) stopifnot(length(a) == length(b), abs(unlist(a) - b) < 1e-4)
x <- matrix(1, 4, 2)
y <- rep(5, 4)

# variables are trained where a model is a function, and where it is made of a class
layer_pair <- new_layer_class("Pair",
  initialize = function(...) {
    super$initialize(...)
    self$w <- tf$Variable(tf$ones(shape(2, 1)))
  },
  call = function(inputs) tf$matmul(inputs, self$w)
)
own <- keras_model_custom(function(self) {
  self$pair <- layer_pair()
  self$parts <- list(tf$Variable(0))
  function(inputs, mask = NULL) self$pair(inputs) + self$parts[[1]]
})
metric <- custom_metric("Mean.Pred", function(y_true, y_pred) k_mean(y_pred))
own %>% compile(optimizer_sgd(0.1), "mse", metrics = list(metric))
history <- own %>% fit(x, y, epochs = 3, batch_size = 4, verbose = 0)
near(history$metrics$loss, 9 * 0.4^(2 * 0:2))
stopifnot(names(history$metrics) == c("loss", "Mean.Pred"), length(own$weights) == 2)

# outputs of one model, and metrics by their names
inner <- keras_model_sequential(name = "inner", input_shape = 2)
inner %>% layer_dense(2, kernel_initializer = "ones")
inputs <- list(layer_input(2), layer_input(2))
model <- keras_model(inputs, list(inner(inputs[[1]]), inner(inputs[[2]])))
model %>% compile(optimizer_sgd(0), "mse", metrics = c(inner_1 = "mae"))
scores <- model %>% evaluate(list(x, 2 * x), list(y, y), verbose = 0)
stopifnot(names(scores) == c("loss", "inner_loss", "inner_1_loss", "inner_1_mae"))
near(scores, c(10, 9, 1, 1))

# a batch of as many samples as there are columns
near(inner %>% compile(optimizer_sgd(0), "mse") %>% test_on_batch(x[1:2, ], c(1, 4)), 2.5)

stopifnot(dim(to_categorical(factor(c("1", "2", "3")))) == c(3, 4))

Noting(keras$callbacks$Callback, convert = FALSE) %py_class% {
  on_epoch_end <- function(epoch, logs = NULL) logs[["my_epoch"]] <- 1
}
history <- inner %>% fit(x, y, epochs = 2, verbose = 0, callbacks = list(Noting()))
near(history$metrics$my_epoch, c(1, 1))
cat("all is well")
"""


@pytest.mark.parametrize("host", HOSTS)
def test_idioms_of_scripts(host: str, tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text(SCRIPT, encoding="utf-8")
    outcome = r_process.begin(host, script, cwd=tmp_path).result()
    assert outcome.succeeded().endswith("all is well")
