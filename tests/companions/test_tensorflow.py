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
          as_tensor(c(1, 2))$dtype$name == "float64",
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


# --- all exports ----------------------------------------------------------------------------------

EXPORTS = r"""
library(tensorflow)
py_get_item <- reticulate::py_get_item
near <- function(x, y) stopifnot(all(abs(as.numeric(x) - y) < 1e-6))
fails <- function(code, class, words) {
  problem <- tryCatch({ code; stop("no error") }, error = identity)
  stopifnot(inherits(problem, class), grepl(words, conditionMessage(problem), fixed = TRUE))
}

x <- as_tensor(array(1:24, c(2, 3, 4)))
r <- array(1:24, c(2, 3, 4))
stopifnot(identical(as.array(x[all_dims(), 1]), r[, , 1]),
          identical(as.array(x[, 2:NA, NA:NA:-1]), r[, 2:3, 4:1]),
          identical(as.array(x[, 1:3:2, , options = tf_extract_opts("R")]), r[, c(1, 3), ]),
          identical(as.array(x[tf$newaxis, 1, , 2]), t(r[1, , 2])))
options(tensorflow.extract.style = "python")
stopifnot(identical(as.array(x[0, 0:2, 1]), as.array(r[1, 1:2, 2])),
          !any(unlist(tf_extract_opts())))
options(tensorflow.extract.style = NULL)
fails(x[1, 1, 9], "python.builtin.ValueError", "out of bounds: the dimension has 4 elements")
fails(x[1, 1, 1] <- 2L, "keras_no_assignment", "the elements of a tensor cannot be replaced")

stopifnot(identical(array_reshape(1:6, c(2, 3)), rbind(1:3, 4:6)),
          identical(dim(as_tensor(1:6, shape = c(NA, 1))), c(6L, 1L)),
          identical(as.list(c(shape(1, NA), shape(3))), list(1L, NULL, 3L)),
          inherits(np_array(1:3, dtype = "float32"), "numpy.ndarray"),
          identical(as.array(np_array(matrix(1:4, 2), "float64")), matrix(1:4 + 0, 2)),
          inherits(tuple(1, 2), "python.builtin.tuple"),
          inherits(dict(a = 1), "python.builtin.dict"),
          identical(iterate(list(1, 2, 3), function(i) i * 2), c(2, 4, 6)),
          import("math")$factorial(5L) == 120)
with(tf$name_scope("a") %as% scope, stopifnot(startsWith(scope, "a")))

as_tensor.money <- function(x, dtype = NULL, ..., name = NULL) as_tensor(x$cents, dtype) / 100
near(as_tensor(structure(list(cents = 250), class = "money"), "float32"), 2.5)

stopifnot(identical(parse_arguments(c("--alpha=beta", "--a-b", "2", "x", "--list=[1,2]")),
                    list(alpha = "beta", a_b = 2L, list = 1:2)))
writeLines(c("default:", "  rate: 0.5", "  units: 8", "big:", "  units: 64"), "flags.yml")
stopifnot(identical(parse_flags(arguments = c("--rate=0.25")), list(rate = 0.25, units = 8L)),
          identical(parse_flags("big", arguments = character()), list(rate = 0.5, units = 64L)))
FLAGS <- flags(flag_integer("units", 4), flag_boolean("quick", FALSE), flag_numeric("rate", 0.1),
               arguments = "--quick=true")
stopifnot(identical(FLAGS$units, 8L), isTRUE(FLAGS$quick), identical(FLAGS$rate, 0.5))
stopifnot(run_dir() == getwd())

f <- tf_function(function(x, scale = 10) {
  total <- 0
  for (row in x) if (tf$reduce_sum(row) > 3) total <- total + tf$reduce_sum(row) * scale
  total
})
rows <- tf$constant(matrix(c(1, 3, 1, 4), 2))
near(f(rows), 70)
near(f(rows, scale = 1), 7)
fails(tf_function(1), "error", "`f` must be an R function")
fails(tf_function(mean, autograph = NA), "error", "`autograph` must be TRUE or FALSE")

stopifnot(is.null(py_require("numpy")), is.null(py_require_tensorflow()))
fails(tf_probability(), "python.builtin.ModuleNotFoundError", "pip install tensorflow_probability")
for (old in list(train, train_and_evaluate)) {
  fails(suppressWarnings(old(1)), "keras_no_longer", "fit()")
  warned <- tryCatch(old(1), warning = identity)
  stopifnot(inherits(warned, "deprecatedWarning"))
}
before <- suppressWarnings(use_compat("v1"))
stopifnot(grepl("compat.v1$", tf$`__name__`), is.function(tf$placeholder),
          identical(before$`__name__`, "tensorflow"))
use_compat("v2")
near(tf$constant(1), 1)

# a session of TensorFlow 1 is saved, and the model is found again
graph <- tf$Graph()
with(graph$as_default(), {
  input <- tf$compat$v1$placeholder(tf$float32, shape(NULL, 2))
  output <- input * 3
})
session <- tf$compat$v1$Session(graph = graph)
saved <- export_savedmodel(session, "saved", inputs = list(images = input),
                           outputs = list(scores = output))
stopifnot(file.exists("saved/saved_model.pb"))
loaded <- tf$saved_model$load("saved")
served <- py_get_item(loaded$signatures, "serving_default")
near(served(images = tf$constant(matrix(2, 1, 2), "float32"))$scores, 6)
fails(export_savedmodel(session, "saved", list(), list(), overwrite = FALSE, versioned = FALSE),
      "error", "exists, and `overwrite` is FALSE")
fails(view_savedmodel("nowhere"), "error", "one saved_model.pb, of which nowhere has 0")
keras:::call_python(".write_graph", list("saved/saved_model.pb", "log"))
events <- tf$compat$v1$train$summary_iterator(list.files("log", full.names = TRUE))
drawn <- tf$compat$v1$GraphDef$FromString(iterate(events, function(e) e)[[2]]$graph_def)
stopifnot("Placeholder" %in% vapply(iterate(drawn$node, function(n) n$name), identity, ""))

model <- keras::keras_model_sequential(input_shape = 2)
model <- keras::layer_dense(model, 1, kernel_initializer = "ones", use_bias = FALSE)
keras::compile(model, loss = "mse", optimizer = "sgd")
near(unlist(evaluate(model, matrix(1, 2, 2), c(1, 1), verbose = 0)), 1)
cat("done\n")
"""


@hosts
def test_all_exports(host: str, tmp_path: Path) -> None:
    assert companion.run_with_companions(host, EXPORTS, tmp_path).splitlines()[-1] == "done"


PREAMBLES = r"""
library(keras); library(tensorflow)
tf$compat$v1$keras$backend$set_session(tf$compat$v1$Session(config = tf$compat$v1$ConfigProto()))
tf$keras$backend$set_session(tf$compat$v1$Session())
keras::backend()$set_session(tf$compat$v1$Session(config = tf$compat$v1$ConfigProto(
  intra_op_parallelism_threads = 1L, inter_op_parallelism_threads = 1L)))
tf$compat$v1$disable_eager_execution()
tf$compat$v1$disable_v2_behavior()
tf$compat$v1$enable_eager_execution()
tf$enable_eager_execution()
tf$compat$v1$enable_v2_behavior()
tf$compat$v1$set_random_seed(1L)
tf$set_random_seed(1L)
tf$compat$v1$logging$set_verbosity(tf$compat$v1$logging$ERROR)
tf$logging$set_verbosity(tf$logging$ERROR)
tf$compat$v1$reset_default_graph()
invisible(tf$compat$v1$keras$backend$get_session())
tf$keras$backend$clear_session()
tf$compat$v1$keras$backend$clear_session()
gpus <- tf$config$experimental$list_physical_devices("GPU")
for (gpu in gpus) tf$config$experimental$set_memory_growth(gpu, TRUE)
suppressWarnings(use_session_with_seed(42, disable_gpu = FALSE))
stopifnot(tf$executing_eagerly())
model <- keras_model_sequential(input_shape = 1) %>%
  layer_dense(1, kernel_initializer = "ones")
model %>% compile("sgd", "mse")
history <- model %>% fit(matrix(1:4), 2 * 1:4, epochs = 1, verbose = 0)
stopifnot(abs(history$metrics$loss - 7.5) < 1e-5)
cat("done\n")
"""


@hosts
def test_preambles_of_published_scripts(host: str, tmp_path: Path) -> None:
    assert companion.run_with_companions(host, PREAMBLES, tmp_path).splitlines()[-1] == "done"
