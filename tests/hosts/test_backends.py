"""R scripts on another backend than TensorFlow; each test needs that backend installed."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
import r_process

SCRIPT = """
library(keras)
wait <- as.numeric(commandArgs(TRUE)[[2]])
Sys.sleep(wait) # long enough for the import of Keras to end, or not at all
use_backend(commandArgs(TRUE)[[1]])
cat(backend()$backend(), "\\n")
x <- k_constant(matrix(1:6, 2))
stopifnot(inherits(x, "tensorflow.tensor"), identical(dim(x), c(2L, 3L)))
stopifnot(identical(as.array(x * 2 + 1), matrix(1:6, 2) * 2 + 1))
stopifnot(as.numeric(sum(x[1, ])) == 9, identical(as.numeric(rev(x[1, ])), c(5, 3, 1)))

set.seed(1)
data <- matrix(runif(80), 20)
target <- rowSums(data)
epochs <- 0
model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 4)
model %>% compile(
  optimizer_sgd(lr = 0.1, decay = 0.1),
  loss = function(y_true, y_pred) k_mean(k_square(y_true - y_pred), axis = 2),
  metrics = custom_metric("size", function(y_true, y_pred) k_mean(k_abs(y_pred)))
)
history <- model %>% fit(
  data, target, epochs = 3, verbose = 0,
  callbacks = callback_lambda(on_epoch_end = function(epoch, logs) epochs <<- epochs + 1)
)
stopifnot(epochs == 3, diff(history$metrics$loss) < 0, "size" %in% names(history$metrics))
model %>% compile("sgd", loss = function(y_true, y_pred) stop("mine"))
message <- tryCatch(model %>% fit(data, target), error = conditionMessage)
stopifnot(grepl("mine", message), is.finite(unlist(get_weights(model))))
late <- tryCatch(use_backend("tensorflow"), error = conditionMessage)
stopifnot(grepl("can no longer be", late))
refused <- tryCatch(k_gradients(x, list(x)), keras_backend_error = function(e) "refused")
cat(refused, "\\n")
"""

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")


@pytest.mark.parametrize("wait", [0, 20])
@pytest.mark.parametrize("backend", ["jax", "torch"])
def test_a_script_chooses_its_backend(tmp_path, backend: str, wait: int) -> None:
    if find_spec(backend) is None:
        pytest.skip(f"{backend} is not installed; `make test-backends` has it")
    script = tmp_path / "script.R"
    script.write_text(SCRIPT, encoding="utf-8")
    output = r_process.run(["Rscript", script, backend, str(wait)]).succeeded()
    assert output.split() == [backend, "refused"]
