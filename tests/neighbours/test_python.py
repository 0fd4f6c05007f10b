"""Which Python runs and what may be imported while TensorFlow loads, beside reticulate."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
          reticulate::py_id(reticulate::import("keras")) == keras:::py_id(keras:::import("keras")))
"""
    outcome = neighbours.run(
        "Rscript", code + AFTER, tmp_path, environment={"RETICULATE_PYTHON": None}
    )
    assert outcome.succeeded() == "imported\n"
