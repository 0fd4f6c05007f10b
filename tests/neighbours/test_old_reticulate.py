"""A reticulate that was built for NumPy 1, as Debian 12 has it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import r_process

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

ARRAYS = """
stopifnot(identical(as.array(np_array(matrix(1:4, 2)) + 1L), matrix(2:5, 2)),
          dim(r_to_py(matrix(1, 2, 3))) == c(2, 3))
cat("arrays\\n")
"""


@pytest.fixture(autouse=True)
def old() -> None:
    code = 'cat(packageVersion("reticulate") < "1.38")'
    answer = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=False)
    if answer.stdout != "TRUE":
        pytest.skip("no reticulate before 1.38 is installed")


@pytest.mark.parametrize("host", r_process.HOSTS)
def test_scripts_get_the_companion(host: str, tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text("library(keras)\nlibrary(reticulate)\n" + ARRAYS, encoding="utf-8")
    outcome = r_process.run_script(host, script, cwd=tmp_path)
    assert outcome.succeeded() == "arrays\n"
    assert "NumPy" not in outcome.stderr


def test_one_that_is_loaded_is_told_of(tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text("library(reticulate)\nlibrary(keras)\n", encoding="utf-8")
    outcome = r_process.run_script("Rscript", script, cwd=tmp_path)
    outcome.succeeded()
    assert "was built for NumPy 1; its np_array() and r_to_py() fail with NumPy 2" in outcome.stderr
    assert 'install.packages("reticulate"), or load keras first.' in outcome.stderr


def test_an_error_in_a_callback_of_its_making_is_an_r_error(tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text(
        """
        library(reticulate)
        suppressWarnings(library(keras))
        model <- keras_model_sequential() %>% layer_dense(1, input_shape = 1)
        model %>% compile("sgd", "mse")
        stops <- import("keras")$callbacks$LambdaCallback(
          on_epoch_end = function(epoch, logs) stop("from the callback"))
        train <- function(...) {
          fit(model, array(1, c(4, 1)), array(0, c(4, 1)), epochs = 1, verbose = 0, ...)
        }
        caught <- tryCatch(train(callbacks = list(stops)), error = function(e) e)
        stopifnot(inherits(caught, "error"), grepl("from the callback", conditionMessage(caught)))
        stopifnot(length(train()$metrics$loss) == 1)
        cat("trained on")
        """,
        encoding="utf-8",
    )
    outcome = r_process.run_script("Rscript", script, cwd=tmp_path)
    assert outcome.succeeded() == "trained on"


def test_doctor_tells(tmp_path: Path) -> None:
    from rkeras_py.doctor.r import RPackage, check_r_package, wanted_r_packages

    package = next(package for package in wanted_r_packages() if package.name == "reticulate")
    assert package == RPackage("reticulate", (1, 38), needed=False)
    found = check_r_package(package, {"reticulate": (1, 28)})
    assert (found.status, found.problem) == (
        "note",
        "1.28 is installed, 1.38 or later is needed",
    )
