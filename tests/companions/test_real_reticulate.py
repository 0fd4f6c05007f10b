"""The real reticulate beside keras: one interpreter, objects pass both ways."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import r_process
from neighbours import neighbours

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

ORDERS = {
    "keras first": "library(keras)\nlibrary(reticulate)\n",
    "reticulate first": "library(reticulate)\nlibrary(keras)\n",
    "reticulate starts Python": (
        f'Sys.setenv(RETICULATE_PYTHON = "{sys.executable}")\n'
        "library(reticulate)\ninvisible(py_config())\n"
        'early <- import("keras")$Sequential(name = "early")\nlibrary(keras)\n'
        'early %>% compile(loss = "mse", optimizer = "sgd")\nstopifnot(early$compiled)\n'
    ),
}

# reticulate 1.28, Debian's, cannot read arrays of NumPy 2: none pass through it here
PASSING = r"""
np <- import("numpy", convert = FALSE)
bt <- import_builtins()
theirs <- np$array(list(list(1, 3), list(2, 4)))
stopifnot(identical(class(theirs), c("numpy.ndarray", "python.builtin.object")))

# reticulate's objects in keras
near <- function(x, y) stopifnot(all(abs(as.numeric(x) - y) < 1e-6))
near(k_sum(theirs), 10)
model <- keras_model_sequential() %>%
  layer_dense(units = 1, input_shape = 2, kernel_initializer = "ones")
near(predict(model, theirs, verbose = 0), c(4, 6))
kr <- import("keras")
model %>% compile(loss = "mse", optimizer = kr$optimizers$SGD(0.1))
stopifnot(inherits(model$optimizer, "keras.optimizers.Optimizer"))
built <- kr$Sequential(list(kr$layers$Dense(2L, kernel_initializer = "ones"))) # reticulate's model
built %>% compile(loss = "mse", optimizer = "sgd")
history <- built %>% fit(matrix(1, 4, 2), matrix(2, 4, 2), epochs = 1, verbose = 0)
near(history$metrics$loss, 0)
near(predict(built, matrix(c(1, 2), 1), verbose = 0), c(3, 3))

# keras's objects in reticulate
stopifnot(bt$len(model$layers) == 1L, bt$str(model$layers[[1]]$kernel$shape) == "(2, 1)",
          bt$isinstance(model, kr$Model), py_len(r_to_py(model)$layers) == 1L,
          inherits(r_to_py(model), "keras.src.models.model.Model"),
          py_to_r(dict(m = model)["m"]$count_params()) == 3L)
py_run_string("def count(model): return model.count_params()")
stopifnot(py$count(model) == 3L, bt$len(keras::tuple(1L, 2L)) == 2L, bt$len(tuple(1L, 2L)) == 2L)
ids <- c(py_id(r_to_py(model)), keras:::py_id(model), keras:::py_id(r_to_py(model)))
stopifnot(ids[1] == ids[2], ids[2] == ids[3]) # one object

# keras's objects in reticulate's functions that are no generics, and inside lists
kernel <- model$layers[[1]]$kernel
pair <- keras::tuple(2L, "b")
stopifnot(py_str(kernel$shape) == "(2, 1)", py_len(pair) == 2L,
          identical(py_to_r(pair), list(2L, "b")), identical(py_to_r(py_get_item(pair, 0L)), 2L),
          py_has_attr(model, "layers"), !py_has_attr(kernel, "layers"), !py_is_null_xptr(kernel),
          py_to_r(py_get_attr(model, "name")) == "sequential",
          grepl("^<Dense name=dense", py_repr(model$layers[[1]])),
          bt$len(list(model, kernel)) == 2L, identical(py_to_r(keras:::dict(a = 1L)), list(a = 1L)))
py_set_attr(model, "note", 3L)
stopifnot(model$note == 3L, "note" %in% py_list_attributes(model))
model$note <- 4L
stopifnot(py_to_r(py_get_attr(model, "note")) == 4L)
py$model <- model
stopifnot(py_eval("model.count_params()") == 3L, py_id(py$model) == py_id(model))

# what Python gives reticulate has the methods and classes of keras
py_run_string("def apply(model, x): return model(x)")
out <- py$apply(model, k_constant(matrix(c(1, 2), 1)))
near(as.array(out + k_constant(1)), 4)
near(as.array(k_constant(1) - out), -2)
near(as.array(out[1, ] * 2), 6)
stopifnot(inherits(out, "tensorflow.tensor"), identical(dim(out), c(1L, 1L)),
          inherits(built, "keras.engine.training.Model"))
kr$Sequential(list(kr$layers$Input(shape(2L)))) %>% layer_dense(3) %>% count_params() %>% near(9)

# a handle that outlived its session; each package has its own words for it
file <- tempfile()
saveRDS(list(model, kernel), file)
for (handle in readRDS(file)) {
  stopifnot(py_is_null_xptr(handle))
  problem <- tryCatch(bt$str(handle), error = conditionMessage)
  stopifnot(grepl("session", problem))
}

# S3 methods of both: each for its own
stopifnot(is.function(kr$Model), identical(names(model), names(py_to_r(model))),
          identical(model$name, "sequential"), identical(kr$`__name__`, "keras"),
          identical(keras$`__name__`, "keras"))
text <- capture.output(print(r_to_py(model)))
stopifnot(text[1] == 'Model: "sequential"',
          capture.output(print(model))[1] == 'Model: "sequential"')

# contexts of both
with(kr$device("cpu:0"), near(k_sum(c(1, 2)), 3))
tf <- import("tensorflow")
with(tf$GradientTape() %as% tape, {
  x <- k_constant(3)
  tape$watch(x)
  y <- k_square(x)
})
stopifnot(bt$float(tape$gradient(y, x)) == 6)

# R functions of both, within training
seen <- c()
model %>% fit(matrix(1, 4, 2), matrix(1, 4, 1), epochs = 2, verbose = 0, callbacks = list(
  callback_lambda(on_epoch_end = function(epoch, logs) seen <<- c(seen, bt$len(model$layers)))))
stopifnot(identical(seen, c(1L, 1L)))

# R collects reticulate's objects while keras works
for (i in 1:10) {
  layers <- lapply(1:50, function(i) kr$layers$Dense(2L))
  k_sum(theirs)
  gc()
}
model %>% fit(matrix(1, 32, 2), matrix(1, 32, 1), epochs = 10, batch_size = 8, verbose = 0,
  callbacks = list(callback_lambda(on_batch_end = function(batch, logs) {
    for (i in 1:20) np$sum(theirs)
  })))
cat("one Python\n")
"""


@pytest.fixture(autouse=True, scope="module")
def reticulate() -> None:
    code = 'cat(packageVersion("reticulate") >= "1.38")'
    told = {**os.environ, "R_LIBS": neighbours.LIBRARY}
    answer = subprocess.run(
        ["Rscript", "-e", code], env=told, capture_output=True, text=True, check=False
    )
    if answer.stdout != "TRUE":
        pytest.skip("no R package reticulate is installed that knows NumPy 2")


@pytest.mark.parametrize(
    ("host", "order"),
    [
        ("Rscript", "keras first"),
        ("Rscript", "reticulate starts Python"),
        ("rkeras run", "reticulate first"),
    ],
)
def test_objects_pass(host: str, order: str, tmp_path: Path) -> None:
    outcome = neighbours.run(
        host, ORDERS[order] + PASSING, tmp_path, environment={"RETICULATE_PYTHON": None}
    )
    assert outcome.succeeded() == "one Python\n"


def test_a_python_without_rkeras_py(tmp_path: Path) -> None:
    python = subprocess.run(
        [sys.executable, "-c", "import sys; print(sys.base_prefix)"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    bare = tmp_path / "bare"
    subprocess.run([f"{python}/bin/python3", "-m", "venv", "--without-pip", bare], check=True)
    code = (
        f'Sys.setenv(RETICULATE_PYTHON = "{bare}/bin/python")\nlibrary(reticulate)\n'
        "stopifnot(py_eval('1 + 1') == 2)\nlibrary(keras)\n"
    )
    outcome = neighbours.run("Rscript", code, tmp_path, environment={"RETICULATE_PYTHON": None})
    assert outcome.status == 1
    assert (
        f"Python runs in this R already: reticulate started {bare}/bin/python, which keras "
        "cannot use.\nModuleNotFoundError: No module named 'rkeras_py'\n"
        f"Either install rkeras-py there: `{bare}/bin/python -m pip install rkeras-py`; or load "
        "keras before anything uses Python, or have reticulate start the Python of keras with "
        f'Sys.setenv(RETICULATE_PYTHON = "{sys.executable}") at the top of the script.'
    ) in outcome.stderr
