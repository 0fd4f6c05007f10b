"""Which Python runs and what may be imported while TensorFlow loads, beside reticulate."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from interrupts import SEND_INTERRUPT

from neighbours import neighbours

pytestmark = neighbours.needed

MODULE = """
import tensorflow as tf

value = float(tf.constant(2.5))
"""

IMPORTS = {
    "a module of the user": 'import_from_path("own_module", ".")$value',
    "a module of TensorFlow": 'import("tensorflow.keras.layers")$Dense(2L)$units + 0.5',
    "a string": 'py_run_string("import tensorflow as tf; v = float(tf.constant(2.5))")$v',
    "a file": '{ py_run_file("own_module.py"); py$value }',
    "a sourced file": '{ source_python("own_module.py"); value }',
    "an expression": "py_eval(\"__import__('importlib').import_module('tensorflow')"
    '.constant(2.5).numpy().item()")',
    "a module that stays Python's": 'py_to_r(import("own_module", convert = FALSE)$value)',
}

AFTER = """
model <- keras_model_sequential() %>% layer_dense(1, input_shape = 2)
stopifnot(dim(predict(model, matrix(1, 2, 2), verbose = 0)) == c(2, 1))
cat("imported\\n")
"""


@neighbours.both
@pytest.mark.parametrize("what", IMPORTS)
def test_an_import_right_after_keras(host: str, what: str, tmp_path: Path) -> None:
    (tmp_path / "own_module.py").write_text(MODULE, encoding="utf-8")
    code = f"library(keras)\nlibrary(reticulate)\nstopifnot({IMPORTS[what]} == 2.5)\n" + AFTER
    outcome = neighbours.run(host, code, tmp_path, environment={"PYTHONPATH": str(tmp_path)})
    assert outcome.succeeded() == "imported\n"


#: Python imports this file when it starts: the import of Keras takes a minute then, and
#: reticulate, which needs NumPy to begin with, does not wait for that.
SLOW = """
import importlib.machinery, sys, threading, time
import numpy.core.multiarray

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name != "keras" or threading.current_thread() is threading.main_thread():
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        spec.loader.exec_module = lambda module: [time.sleep(0.02) for _ in range(3000)]
        return spec

sys.meta_path.insert(0, Slow())
"""


@neighbours.both
def test_an_import_that_waits_for_keras_hears_an_interrupt(host: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SLOW, encoding="utf-8")
    code = f"""
{SEND_INTERRUPT}
library(keras)
library(reticulate)
for (import_it in expression(import("tensorflow"), py_run_string("import tensorflow"))) {{
  sent <- send_interrupt(after = 0.5)
  heard <- tryCatch({{ eval(import_it); "none" }}, interrupt = function(e) "an interrupt")
  stopifnot(heard == "an interrupt",
            as.numeric(Sys.time()) - as.numeric(readLines(sent)) < 10)
}}
cat("interrupted\\n")
"""
    environment = {"PYTHONPATH": str(tmp_path)}
    outcome = neighbours.run(host, code, tmp_path, environment=environment)
    assert outcome.succeeded() == "interrupted\n"


@neighbours.both
def test_tensorflow_before_keras(host: str, tmp_path: Path) -> None:
    code = """
library(tensorflow)
early <- tf$constant(c(1, 2))
library(keras)
stopifnot(as.array(k_sum(early)) == 3, as.array(early + k_constant(c(1, 1))) == c(2, 3))
"""
    assert neighbours.run(host, code + AFTER, tmp_path).succeeded() == "imported\n"


@pytest.mark.parametrize(
    "wish",
    [
        'Sys.setenv(RETICULATE_PYTHON = other)\nlibrary(reticulate)\npy_discover_config()',
        'library(reticulate)\nuse_python(other, required = TRUE)',
        'Sys.setenv(RETICULATE_PYTHON = "managed")\nlibrary(reticulate)',
        'library(keras)\nlibrary(reticulate)\nuse_virtualenv(dirname(dirname(other)))',
    ],
)  # fmt: skip
def test_the_running_python_is_not_replaced(wish: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", other], check=True)
    code = f"""
other <- "{other}/bin/python"
invisible({{ {wish} }})
library(keras)
stopifnot(reticulate::py_config()$python == "{sys.executable}",
          reticulate::py_eval("__import__('sys').executable") == "{sys.executable}",
          reticulate::py_id(reticulate::import("sys")) == keras:::py_id(keras:::import("sys")))
"""
    outcome = neighbours.run(
        "Rscript", code + AFTER, tmp_path, environment={"RETICULATE_PYTHON": None}
    )
    assert outcome.succeeded() == "imported\n"
