"""Tensors of both sides, and the functions that several packages export."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import r_process

from neighbours import neighbours

pytestmark = neighbours.needed

TENSORS = r"""
near <- function(x, y) {
  x <- as.array(x)
  stopifnot(identical(length(x), length(y)), all(abs(as.numeric(x) - y) < 1e-6))
}
ours <- k_constant(c(5, 7))
theirs <- tf$constant(c(2, 4))
near(ours + theirs, c(7, 11))
near(theirs - ours, c(-3, -3))
near(ours %% theirs, c(1, 3))
near(-ours, c(-5, -7))
stopifnot(as.array(ours > theirs), !as.array(theirs == ours),
          as.array(!k_constant(FALSE, dtype = "bool")))
layer <- layer_dense(units = 2, kernel_initializer = "ones", bias_initializer = "ones")
invisible(layer(k_constant(matrix(1, 1, 2)))) # builds it
x <- tf$constant(matrix(c(1, 2), 1), dtype = "float32")
near(tf$matmul(x, layer$kernel) + layer$bias, c(4, 4))
near(layer$bias + tf$matmul(x, layer$kernel), c(4, 4))
near(layer$kernel[1, ], c(1, 1))
stopifnot(identical(dim(layer$kernel), c(2L, 2L)), identical(dim(ours), 2L))
square <- k_constant(matrix(1:4, 2))
near(square[2, ], c(2, 4))
near(mean(square), 2.5)
near(sum(square), 10)
near(exp(k_constant(0)), 1)
near(tf$reduce_sum(ours), 12)
both <- c(ours, theirs)
stopifnot(is.list(both), length(both) == 2, identical(ours, ours), !identical(ours, theirs),
          grepl("[5. 7.]", capture.output(print(ours)), fixed = TRUE))
near(both[[2]], c(2, 4))

# symbolic tensors, of which tensorflow's methods know nothing
input <- layer_input(2)
output <- (input + theirs) * tf$constant(2) - ours
near(predict(keras_model(input, output), matrix(c(1, 10), 1), verbose = 0), c(1, 21))
stopifnot(identical(dim(input), c(NA, 2L)),
          inherits(input[, 1], "keras.engine.keras_tensor.KerasTensor"))

# shapes
stopifnot(identical(as.integer(shape(2, 3)), c(2L, 3L)),
          identical(as.integer(keras::shape(2, 3)), c(2L, 3L)),
          identical(as.list(k_int_shape(square)), list(2L, 2L)))
"""

GENERICS = r"""
model <- keras_model_sequential() %>%
  layer_dense(1, input_shape = 2, kernel_initializer = "ones") %>%
  compile("sgd", "mse")
x <- matrix(1, 2, 2)
loss <- function(f) unname(unlist(f(model, x, c(3, 3), verbose = 0)))
stopifnot(loss(evaluate) == 1, loss(keras::evaluate) == 1, loss(tensorflow::evaluate) == 1,
          loss(generics::evaluate) == 1)
stopifnot(identical(keras::evaluate, tensorflow::evaluate),
          identical(keras::tuple, reticulate::tuple))
folder <- tempfile()
export_savedmodel(model, folder)
stopifnot(file.exists(file.path(folder, "saved_model.pb")))
near(as_tensor(model$weights[[1]]), c(1, 1))
near(keras::as_tensor(3, "int32"), 3)
stopifnot(grepl("Total params: 3", reticulate::py_str(model)))
history <- suppressWarnings(tensorflow::train(model, x, c(2, 2), epochs = 2, verbose = 0))
stopifnot(length(history$metrics$loss) == 2)

# conversions of the user's own
py_run_string("
class Money:
    def __init__(self, amount):
        self.amount = amount
def pay(amount):
    return Money(amount)
def shown(value):
    return repr(value)
")
py_to_r.__main__.Money <- function(x) paste("EUR", py_to_r(x$amount))
r_to_py.money <- function(x, convert = FALSE) r_to_py(paste("EUR", unclass(x)), convert)
stopifnot(keras:::py_eval("pay(5)") == "EUR 5",
          keras:::py_eval("shown")(structure(7, class = "money")) == "'EUR 7'",
          keras:::py_eval("shown")(list(structure(7, class = c("money", "Date")))) == "['EUR 7']")
cat("mixed\n")
"""


@neighbours.both
@neighbours.orders
def test_tensors_and_generics(host: str, order: str, tmp_path: Path) -> None:
    outcome = neighbours.run(host, neighbours.ORDERS[order] + TENSORS + GENERICS, tmp_path)
    assert outcome.succeeded() == "mixed\n"
    assert "overwritten" not in outcome.stderr
    assert "Incompatible methods" not in outcome.stderr


def test_reticulate_alone(tmp_path: Path) -> None:
    """Tensors of reticulate's find the methods of this package, where tensorflow is not loaded."""
    code = """
library(keras)
library(reticulate)
made <- import("tensorflow")$constant(c(1, 2))
stopifnot(as.array(made + k_constant(c(1, 1))) == c(2, 3),
          as.array(k_constant(3) * made) == c(3, 6),
          dim(made) == 2)
cat("alone\\n")
"""
    outcome = neighbours.run("Rscript", code, tmp_path)
    assert outcome.succeeded() == "alone\n"
    assert "overwritten" not in outcome.stderr


@pytest.mark.parametrize("imports", [("keras", "tensorflow", "reticulate"),
                                     ("reticulate", "keras", "tfruns", "tensorflow")])  # fmt: skip
def test_a_package_that_imports_all(imports: tuple[str, ...], tmp_path: Path) -> None:
    package = tmp_path / "onkeras"
    (package / "R").mkdir(parents=True)
    (package / "DESCRIPTION").write_text(
        f"Package: onkeras\nVersion: 1.0\nTitle: T\nDescription: D.\nLicense: GPL-2\n"
        f"Imports: {', '.join(imports)}\nAuthor: A\nMaintainer: A <a@example.org>\n",
        encoding="utf-8",
    )
    lines = [f"import({name})" for name in imports] + ["export(units_of)"]
    (package / "NAMESPACE").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (package / "R" / "all.R").write_text(
        "units_of <- function() layer_dense(units = 3)$units\n", encoding="utf-8"
    )
    library = tmp_path / "library"
    library.mkdir()
    libraries = f"{r_process.r_library()}:{neighbours.LIBRARY}"
    told = {**os.environ, "HOME": str(tmp_path), "R_LIBS": libraries}
    answer = subprocess.run(
        ["R", "CMD", "INSTALL", f"--library={library}", str(package)],
        env=told, capture_output=True, text=True, check=False, timeout=280,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert "replacing previous import" not in answer.stderr
    used = subprocess.run(
        ["Rscript", "-e", "stopifnot(onkeras::units_of() == 3)"],
        env={**told, "R_LIBS": f"{library}:{libraries}"},
        capture_output=True, text=True, check=False, timeout=280,
    )  # fmt: skip
    assert used.returncode == 0, used.stderr
    assert "replacing previous import" not in used.stderr


@neighbours.both
@neighbours.orders
def test_tensors_of_values_in_r_are_those_of_tensorflow(
    host: str, order: str, tmp_path: Path
) -> None:
    code = """
made <- as_tensor(c(1, 2), "int64")
stopifnot(identical(class(made), class(tf$constant(1:2, "int64"))),
          isTRUE(all.equal(made, tf$constant(1:2, "int64"))),
          as.array(made) == c(1, 2),
          as.array(as_tensor(k_constant(3))) == 3)
cat("same\\n")
"""
    outcome = neighbours.run(host, neighbours.ORDERS[order] + code, tmp_path)
    assert outcome.succeeded() == "same\n"


@neighbours.orders
def test_tensorflow_stays_eager(order: str, tmp_path: Path) -> None:
    code = """
        tf$compat$v1$disable_eager_execution() # while Keras may still be imported
        tf$compat$v1$disable_v2_behavior()
        py_run_string("import tensorflow as tf; tf.compat.v1.disable_eager_execution()")
        stopifnot(tf$executing_eagerly())
        model <- keras_model_sequential() %>%
          layer_dense(1, input_shape = 1, kernel_initializer = "ones")
        model %>% compile("sgd", "mse")
        history <- model %>% fit(matrix(1:4), 2 * 1:4, epochs = 1, verbose = 0)
        cat(history$metrics$loss) # the mean of the squares of 1 to 4
    """
    outcome = neighbours.run("Rscript", neighbours.ORDERS[order] + code, tmp_path)
    assert outcome.succeeded() == "7.5", outcome


def test_tensorflow_is_eager_again(tmp_path: Path) -> None:
    code = """
        library(tensorflow)
        tf$compat$v1$disable_eager_execution()
        library(keras)
        stopifnot(tf$executing_eagerly(), as.numeric(k_sum(c(1, 2))) == 3)
        cat("eager")
    """
    assert neighbours.run("Rscript", code, tmp_path).succeeded() == "eager"
