"""R inside a Python program: ``rkeras_py.r()`` and ``rkeras_py.run_script()``."""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import r_process

import rkeras_py
from rkeras_py import RError, r, run_script

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

SCRIPT = """
library(keras)
model <- keras_model_sequential(name = "from_r") %>%
  layer_dense(units = units, input_shape = 3, kernel_initializer = "ones")
p <- model %>% predict(matrix(c(1, 2, 3, 4, 5, 6), 2), verbose = 0)
words <- c("a", "b")
f <- function(x, y = 1) x + y
cat("done\\n")
invisible(5)
"hello"
"""


def write(folder: Path, code: str) -> Path:
    path = folder / "script.R"
    path.write_text(code)
    return path


def soon(seconds: float = 0.5) -> None:
    """Ctrl-C, a little later."""

    def kill() -> None:
        time.sleep(seconds)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=kill, daemon=True).start()


def test_a_script_s_variables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import keras

    r("rm(list = ls())")
    variables = run_script(write(tmp_path, SCRIPT), units=2)
    assert set(variables) == {"model", "p", "words", "f", "units"}
    model = variables["model"]
    assert isinstance(model, keras.Sequential) and model.name == "from_r"
    assert variables["p"].tolist() == [[9, 9], [12, 12]]
    np.testing.assert_array_equal(model.predict(np.ones((1, 3)), verbose=0), [[3, 3]])
    assert variables["words"] == ["a", "b"]
    assert variables["f"](2) == 3
    assert variables["units"] == 2
    assert capsys.readouterr() == ('done\n[1] "hello"\n', "")


def test_python_objects_go_in_and_come_out_as_they_are() -> None:
    import keras

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, name="out")])
    assert r("model$layers[[1]]$name", model=model) == "out"
    assert r("model", model=model) is model
    table = r("data.frame(a = x, b = letters[1:2])", x=np.array([1.5, 2.5]))
    assert table["a"].tolist() == [1.5, 2.5] and table["b"].tolist() == ["a", "b"]


def test_a_model_made_in_r_trains_in_python_and_goes_on_in_r() -> None:
    model = r(
        """
        library(keras)
        set_random_seed(1)
        m <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
        m %>% compile(optimizer = optimizer_sgd(lr = 0.1), loss = "mse")
        m
        """
    )
    x = np.linspace(0, 1, 16).reshape(-1, 1)
    model.fit(x, 3 * x + 1, epochs=30, batch_size=1, verbose=0)
    kernel, bias = r("lapply(get_weights(m), c)")
    assert (kernel, bias) == (pytest.approx(3, abs=0.3), pytest.approx(1, abs=0.3))
    assert r("identical(c(get_weights(m)[[1]]), c(x))", x=model.get_weights()[0]) is True


def test_r_errors_are_rerrors_with_rs_message(tmp_path: Path) -> None:
    with pytest.raises(RError, match=r"^no such thing 7$"):
        r("stop('no such thing ', 7)")
    with pytest.raises(RError, match="object 'nowhere' not found"):
        run_script(write(tmp_path, "x <- 1\nnowhere"))
    assert r("x") == 1  # what ran before the error stays
    with pytest.raises(FileNotFoundError, match=r"there is no R script .*gone\.R"):
        run_script(tmp_path / "gone.R")
    with pytest.raises(RError, match="unexpected symbol"):
        r("a b")


def test_a_python_exception_behind_an_r_error() -> None:
    with pytest.raises(RError) as error:
        r("keras::layer_dense(units = 'a')")
    assert str(error.value) == '`units` must be a whole number of at least 1, not the string "a".'


def test_r_warnings_are_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert r("f <- function(x) { warning('careful with ', x); x }; f(3)") == 3
    assert capsys.readouterr().err == "Warning in f(3) : careful with 3\n"


@pytest.mark.parametrize("code", ["repeat NULL", "keras::fit(m, x, x, epochs = 1e6, verbose = 0)"])
def test_ctrl_c_is_a_keyboard_interrupt_and_the_session_goes_on(code: str) -> None:
    handler = signal.getsignal(signal.SIGINT)
    r(
        """
        library(keras)
        m <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
        m %>% compile(optimizer = "sgd", loss = "mse")
        x <- matrix(1:4 / 4)
        NULL
        """
    )
    soon()
    with pytest.raises(KeyboardInterrupt):
        r(code)
    assert signal.getsignal(signal.SIGINT) is handler
    assert r("length(fit(m, x, x, epochs = 2, verbose = 0)$metrics$loss)") == 2
    soon(0.1)
    with pytest.raises(KeyboardInterrupt):  # Python's own loops are Python's again
        time.sleep(60)


def test_the_packages_functions_are_the_same_in_both_languages() -> None:
    layer = rkeras_py.layer_dense(units=2)
    assert r("layer_dense(units = 2)$units") == layer.units == 2


def test_python_processes_started_beside_r_are_of_the_same_python() -> None:
    code = "import ssl, sys; print(sys.version, ssl.OPENSSL_VERSION)"
    r("1")
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert child.stdout == f"{sys.version} {ssl.OPENSSL_VERSION}\n"
    # R's own children find R's libraries by themselves
    assert r("system2('Rscript', c('-e', shQuote('cat(1 + 1)')), stdout = TRUE)") == "2"


def test_r_code_runs_on_the_main_thread_only() -> None:
    problems = []

    def ask() -> None:
        try:
            r("1")
        except Exception as problem:
            problems.append(str(problem))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()
    assert len(problems) == 1 and "main thread" in problems[0]


def test_seeds_reach_r_from_python_also_from_other_threads_and_training() -> None:
    expected = r("set.seed(5); runif(2)")
    rkeras_py.set_random_seed(5)
    assert r("runif(2)") == expected
    thread = threading.Thread(target=rkeras_py.set_random_seed, args=(5,))
    thread.start()
    thread.join(60)
    assert not thread.is_alive()
    assert r("runif(2)") == expected
    drawn = r(
        """
        library(keras)
        m <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 1)
        m %>% compile(optimizer = "sgd", loss = "mse")
        seed <- callback_lambda(on_epoch_end = function(epoch, logs) set_random_seed(5))
        m %>% fit(matrix(1:4), 1:4, epochs = 1, verbose = 0, callbacks = list(seed))
        runif(2)
        """
    )
    assert drawn == expected
    seed = rkeras_py.callback_lambda(on_epoch_end=lambda epoch, logs: rkeras_py.set_random_seed(5))
    assert r("fit(m, matrix(1:4), 1:4, epochs = 1, verbose = 0, callbacks = list(s)); runif(2)",
             s=seed) == expected  # fmt: skip


def test_a_seed_that_is_none_changes_nothing() -> None:
    expected = r("set.seed(5); runif(2)")
    r("set.seed(5)")
    with pytest.raises(RError, match="`seed` must be a whole number of at least 0, not the string"):
        r("keras::set_random_seed('a')")
    assert r("runif(2)") == expected
    for seed in (2**31 - 1, 2**32 - 1):  # as far as Keras's go
        rkeras_py.set_random_seed(seed)
        once = r("runif(2)")
        rkeras_py.set_random_seed(seed)
        assert r("runif(2)") == once


WITHOUT_KERAS = """
import sys

from rkeras_py.bridge import loading

loading.begin = lambda: None  # the thread that would import Keras meanwhile

import rkeras_py
print(rkeras_py.r("library(keras); exists('layer_dense')"))
print({"keras", "numpy", "tensorflow"} & set(sys.modules))
"""


def test_the_r_package_loads_without_waiting_for_keras() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", WITHOUT_KERAS],
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
        env=r_process.variables("rkeras run", {}),
    )
    assert (answer.stdout, answer.returncode) == ("True\nset()\n", 0), answer.stderr


def test_a_training_of_python_is_drawn_on_a_device_of_r(tmp_path: Path) -> None:
    model = rkeras_py.keras_model_sequential()
    rkeras_py.layer_dense(model, units=1, input_shape=3)
    rkeras_py.compile(model, optimizer="sgd", loss="mse")
    r("function(file) png(file)")(str(tmp_path / "page%d.png"))
    try:
        rkeras_py.fit(model, np.zeros((4, 3)), np.ones(4), epochs=2, verbose=0, view_metrics=True)
    finally:
        r("dev.off()")
    assert sorted(page.name for page in tmp_path.iterdir()) == ["page1.png", "page2.png"]
