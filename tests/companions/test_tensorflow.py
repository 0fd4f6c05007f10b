"""The companion in place of the R package tensorflow, in both hosts."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
import r_process

from companions import companion

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
hosts = pytest.mark.parametrize("host", r_process.HOSTS)

SCRIPT = r"""
library(tensorflow) # before keras
near <- function(x, y) stopifnot(all(abs(as.numeric(x) - y) < 1e-6))
near(tf$constant(c(1, 2)) + 1, c(2, 3))
stopifnot(identical(dim(tf$constant(matrix(1:6, 2))), 2:3))

v <- tf$Variable(c(1, 2))
invisible(v$assign_add(c(1, 1)))
near(v, c(2, 3))
near(v * 2 - 1, c(3, 5))
near(v[2], 3)

x <- tf$constant(3)
with(tf$GradientTape() %as% tape, {
  tape$watch(x)
  y <- x^3 + 2 * x
})
near(tape$gradient(y, x), 3 * 9 + 2) # after the context: the tape is kept
with(tf$GradientTape(persistent = TRUE) %as% tape, z <- v * v)
near(tape$gradient(z, v), c(4, 6))

traced <- 0
f <- tf_function(function(a, b = 2) {
  traced <<- traced + 1
  a * b + 1
})
near(f(tf$constant(2), tf$constant(5)), 11)
near(f(tf$constant(3), tf$constant(5)), 16)
stopifnot(traced == 1)
near(tf$`function`(function(a) tf$reduce_sum(a))(tf$constant(c(1, 2, 3))), 6)

s <- shape(28, NULL, 3)
stopifnot(inherits(s, "tensorflow.python.framework.tensor_shape.TensorShape"),
          identical(as.integer(s), c(28L, NA, 3L)), identical(as.list(shape(2, 3)), list(2L, 3L)),
          identical(as.integer(shape(dims = c(4, 5))), 4:5), identical(as.numeric(shape(7)), 7))
stopifnot(as_tensor(42, "int32")$dtype$name == "int32", as_tensor(1:2)$dtype$name == "int32",
          as_tensor(c(1, 2))$dtype$name == "float32",
          as_tensor(matrix(1, 1, 1))$dtype$name == "float64")
near(as_tensor(1:6, shape = c(2, 3))[2, 1], 4) # row by row

# TensorFlow's datasets, iterated over by R
data <- tf$data$Dataset$from_tensor_slices(tuple(c(1, 2, 3), c(10, 20, 30)))$batch(2L)
sums <- iterate(data, function(batch) as.numeric(tf$reduce_sum(batch[[1]] * batch[[2]])))
near(sums, c(10 + 40, 90))

# Keras by way of TensorFlow, with Keras 2's paths
near(tf$keras$backend$mean(tf$constant(c(1, 3))), 2)
layer <- tf$keras$layers$Dense(2L, kernel_initializer = "ones", use_bias = FALSE)
near(layer(tf$constant(matrix(c(1, 2), 1))), c(3, 3))
near(tf$keras$optimizers$Adam(lr = 0.25)$lr, 0.25)
near(tf$log(tf$constant(1)), 0) # a name of TensorFlow 1

set_random_seed(3)
first <- as.numeric(tf$random$normal(shape(4)))
set_random_seed(3)
near(tf$random$normal(shape(4)), first)

FLAGS <- flags(flag_numeric("rate", 0.1), flag_string("name", "x"))
stopifnot(identical(unlist(FLAGS), c(rate = "0.5", name = "ada")))
stopifnot(tf_version() >= "2.20", tf_config()$available, !tf_gpu_configured(verbose = FALSE))
stopifnot(identical(dict, reticulate::dict))
install_tensorflow()
"""


@hosts
def test_what_scripts_use(host: str, tmp_path: Path) -> None:
    printed = companion.run_with_companions(host, SCRIPT, tmp_path, "--rate=0.5", "--name", "ada")
    assert printed == (
        f"Keras {version('keras')} and TensorFlow {version('tensorflow')} are installed "
        f"for {companion.PYTHON}.\n"
    )
