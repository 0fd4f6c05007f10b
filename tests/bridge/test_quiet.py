"""TensorFlow's log messages do not reach a user; what fails does."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest
import r_process

IMPORTS_NOTHING = """
import sys
import rkeras_py as rk
assert not {"keras", "tensorflow"} & set(sys.modules)
"""

TRAIN = """
import rkeras_py as rk
import numpy as np
model = rk.keras_model_sequential()
rk.layer_dense(model, 1, input_shape=2)
rk.compile(model, "sgd", "mse")
for samples in range(1, 9):  # shapes for which TensorFlow traces the function anew
    model.predict_on_batch(np.ones((samples, 2)))
rk.fit(model, np.ones((4, 2)), np.ones(4), epochs=1, verbose=0)
"""

FAILS = """
import tensorflow as tf
tf.debugging.assert_equal(1, 2, message="what went wrong")
"""

OTHERS_FIRST = "import keras\nimport rkeras_py as rk\nprint(rk.k_floatx())"


def run(code: str, environment: Mapping[str, str] | None = None) -> r_process.Outcome:
    return r_process.run([sys.executable, "-c", code], environment=dict(environment or {}))


@pytest.mark.parametrize("code", [IMPORTS_NOTHING, TRAIN])
def test_nothing_is_logged_in_python(code: str) -> None:
    outcome = run(code)
    assert outcome.succeeded() == "" and outcome.stderr == ""


def test_errors_reach_the_user() -> None:
    outcome = run(f"import rkeras_py as rk\n{FAILS}")
    assert outcome.status == 1
    assert "what went wrong" in outcome.stderr and "InvalidArgumentError" in outcome.stderr
    assert outcome.stderr.startswith("Traceback")


def test_a_level_that_the_user_has_chosen_is_kept() -> None:
    outcome = run(TRAIN, {"TF_CPP_MIN_LOG_LEVEL": "0"})
    outcome.succeeded()
    assert "oneDNN" in outcome.stderr or "cpu_feature_guard" in outcome.stderr


def test_a_logger_that_the_user_has_set_is_kept() -> None:
    code = """
        import logging
        logging.getLogger("tensorflow").setLevel(logging.INFO)
        import rkeras_py as rk, tensorflow as tf
        print(logging.getLogger("tensorflow").level == logging.INFO)
    """
    assert run(textwrap.dedent(code)).succeeded() == "True\n"


def test_keras_may_have_been_imported_before() -> None:
    assert run(OTHERS_FIRST).succeeded() == "float32\n"


@pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")
@pytest.mark.parametrize("host", r_process.HOSTS)
def test_nothing_is_logged_in_r(host: str, tmp_path: Path) -> None:
    script = tmp_path / "train.R"
    script.write_text(
        """
        library(keras)
        m <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        m %>% compile("sgd", "mse")
        m %>% fit(matrix(1, 4, 2), rep(1, 4), epochs = 1, verbose = 0)
        for (n in 1:8) m %>% predict_on_batch(matrix(1, n, 2))
        """
    )
    outcome = r_process.run_script(host, script)
    assert outcome.succeeded() == "" and outcome.stderr == ""
