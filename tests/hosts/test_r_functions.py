"""R functions in Python programs: called, and used as parts of Keras, also of plain Keras."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest
import r_process

import rkeras_py as rk

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

X = np.random.default_rng(1).normal(size=(64, 3)).astype("float32")
Y = X.sum(axis=1, keepdims=True)


@pytest.fixture(autouse=True)
def library() -> None:
    rk.r("library(keras); NULL")


def new_model() -> Any:
    keras.utils.set_random_seed(1)
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(4), keras.layers.Dense(1)])


def trained(loss: Any, metric: Any) -> dict[str, list[float]]:
    """The history of plain Keras, which trains on Python's main thread."""
    model = new_model()
    model.compile(optimizer="sgd", loss=loss, metrics=[metric])
    history: dict[str, list[float]] = model.fit(X, Y, epochs=3, verbose=0).history
    return history


LOSS = "function(y_true, y_pred) k_mean(k_square(y_true - y_pred))"


def test_losses_and_metrics_of_plain_keras() -> None:
    metric = rk.r("custom_metric('mad', function(y_true, y_pred) k_mean(k_abs(y_true - y_pred)))")
    ours, theirs = trained(rk.r(LOSS), metric), trained("mse", "mae")
    assert list(ours) == ["loss", "mad"]
    np.testing.assert_allclose(ours["loss"], theirs["loss"], rtol=1e-6)
    np.testing.assert_allclose(ours["mad"], theirs["mae"], rtol=1e-6)
    assert ours["loss"][2] < ours["loss"][0]


def test_losses_of_rk_fit() -> None:
    losses = []
    for loss in (rk.r(LOSS), "mse"):
        model = new_model() >> rk.pipe.compile("sgd", loss)
        history = model >> rk.pipe.fit(X, Y, epochs=2, batch_size=64, verbose=0)
        losses.append(history.history["loss"])
    np.testing.assert_allclose(*losses, rtol=1e-6)


def test_callbacks_of_plain_keras() -> None:
    callback = rk.r(
        "seen <- c(); callback_lambda(on_epoch_end = function(epoch, logs) "
        "seen <<- c(seen, epoch, logs$loss))"
    )
    model = new_model()
    model.compile("sgd", "mse")
    losses = model.fit(X, Y, epochs=2, verbose=0, callbacks=[callback]).history["loss"]
    assert rk.r("seen") == [0, losses[0], 1, losses[1]]


def test_layers_of_plain_keras() -> None:
    scaled = rk.r(
        """
        new_layer_class("Scaled",
          initialize = function(by = 3) { super()$`__init__`(); self$by <- by },
          call = function(inputs, ...) inputs * self$by)
        """
    )
    rows = rk.r("layer_lambda(f = function(x) k_sum(x, axis = 2, keepdims = TRUE))")
    assert issubclass(scaled, keras.layers.Layer) and isinstance(rows, keras.layers.Layer)
    model = keras.Sequential([keras.Input((3,)), scaled(by=2.0), rows])
    np.testing.assert_allclose(model.predict(X, verbose=0), 2 * Y, rtol=1e-5, atol=1e-5)


GENERATOR = """
i <- 0
function() {
  i <<- i + 1
  list(matrix(1, 4, 3), matrix(i, 4, 1))
}
"""


def test_functions_that_give_batches() -> None:
    batches = rk.r(GENERATOR)
    model = rk.keras_model_sequential() >> rk.pipe.layer_dense(
        1, input_shape=3, kernel_initializer="zeros"
    )
    model.compile(keras.optimizers.SGD(0.0), "mse")
    history = rk.fit(
        model, batches, steps_per_epoch=3, epochs=2, verbose=0,
        validation_data=rk.r("function() list(matrix(1, 4, 3), matrix(5, 4, 1))"),
        validation_steps=1,
    )  # fmt: skip
    # the targets are the numbers of the calls, the predictions 0
    expected = [(1 + 4 + 9) / 3, (16 + 25 + 36) / 3]
    assert history.history["loss"] == pytest.approx(expected)
    assert history.history["val_loss"] == [25, 25]
    first = rk.r(GENERATOR)
    assert rk.evaluate(model, first, steps=3, verbose=0)["loss"] == pytest.approx((1 + 4 + 9) / 3)


def test_batches_where_nobody_could_run_r_are_an_error_and_no_hang() -> None:
    batches = rk.r(GENERATOR)

    def in_python() -> Any:
        while True:
            yield tuple(batches())

    model = new_model()
    model.compile("sgd", "mse")
    with pytest.raises(Exception, match=r"to rkeras_py.fit\(\) itself"):
        model.fit(in_python(), steps_per_epoch=9, verbose=0)  # it looks at the first ones itself
    assert rk.r("1 + 1") == 2


def test_errors_of_r_come_out_of_training_as_they_are() -> None:
    model = new_model()
    model.compile("sgd", rk.r("function(y_true, y_pred) stop('bad loss')"))
    with pytest.raises(rk.RError) as error:
        model.fit(X, Y, verbose=0)
    assert str(error.value) == "bad loss"
    model.compile("sgd", "mse")
    with pytest.raises(rk.RError, match="no batch") as error:
        rk.fit(model, rk.r("function() stop('no batch')"), steps_per_epoch=2, verbose=0)
    assert error.value.place == "the generator"
    rk.compile(model, "sgd", rk.r("my_loss <- function(y_true, y_pred) stop('bad loss'); my_loss"))
    with pytest.raises(rk.RError, match="bad loss") as error:
        rk.fit(model, X, Y, verbose=0)
    assert error.value.__notes__ == ["This happened in the loss `my_loss`."]
    rk.compile(model, "sgd", "mse")
    assert len(rk.fit(model, X, Y, epochs=1, verbose=0).history["loss"]) == 1


def test_ctrl_c_while_r_gives_batches() -> None:
    model = new_model()
    model.compile("sgd", "mse")
    batches = rk.r("n <- 0; function() { n <<- n + 1; list(matrix(1, 4, 3), matrix(1, 4, 1)) }")

    def interrupt(epoch: int, logs: Any) -> None:
        signal.raise_signal(signal.SIGINT)

    stop = keras.callbacks.LambdaCallback(on_epoch_end=interrupt)
    with pytest.raises(KeyboardInterrupt):
        rk.fit(model, batches, steps_per_epoch=5, epochs=10**6, verbose=0, callbacks=[stop])
    assert rk.r("n") < 1000
    assert threading.current_thread() is threading.main_thread()
    assert rk.r("1 + 1") == 2


# --- conditions, places, values --------------------------------------------------------------


def test_the_condition_is_r_s_own() -> None:
    with pytest.raises(rk.RError) as error:
        rk.r("stop(structure(class = c('mine', 'error', 'condition'), "
             "list(message = 'custom', call = NULL, extra = 7)))")  # fmt: skip
    assert error.value.classes == ("mine", "error", "condition")
    assert rk.r("e$extra", e=error.value.condition) == 7
    assert rk.r("tryCatch(stop(e), mine = function(c) identical(c, e))") is True


def test_errors_tell_where_they_come_from(tmp_path: Path) -> None:
    script = tmp_path / "script.R"
    script.write_text("x <- 1\n\nlibrary(nosuchpackage)\ny <- 2\n", encoding="utf-8")
    with pytest.raises(rk.RError) as missing:
        rk.run_script(script)
    assert str(missing.value) == "there is no package called ‘nosuchpackage’"
    assert missing.value.__notes__ == [f"{script}, line 3: library(nosuchpackage)"]

    script.write_text("x <- 1\ny <- (2\nz z\n", encoding="utf-8")
    with pytest.raises(rk.RError) as syntax:
        rk.run_script(script)
    assert str(syntax.value).startswith(f"{script}:3:1: unexpected symbol\n")

    with pytest.raises(rk.RError) as line:
        rk.r("f <- function() stop('inner')\nf()")
    assert (str(line.value), line.value.__notes__) == ("inner", ["line 2: f()"])
    with pytest.raises(rk.RError) as single:
        rk.r("stop('alone')")
    assert not hasattr(single.value, "__notes__")
    with pytest.raises(rk.RError, match=r"^<text>:2:3: unexpected symbol\n"):
        rk.r("x <- 1\na b")


def test_errors_that_r_code_handles_leave_no_place_behind() -> None:
    assert rk.r("tryCatch(\n  stop('handled'),\n  error = conditionMessage)") == "handled"
    with pytest.raises(rk.RError) as error:
        rk.r("stop('alone')")
    assert not hasattr(error.value, "__notes__")


def test_a_variable_that_cannot_cross_is_named_and_nothing_changes(tmp_path: Path) -> None:
    rk.r("a <- 'before'")
    with pytest.raises(rk.ArgumentError) as error:
        rk.r("a", a="after", b="nul\0")
    text = "`b` cannot be converted to R: R strings cannot hold a NUL character: 'nul\\x00'"
    assert str(error.value) == text
    assert rk.r("a") == "before"
    script = tmp_path / "script.R"
    script.write_text("a <- 'ran'", encoding="utf-8")
    with pytest.raises(rk.ArgumentError, match="`b` cannot be converted to R"):
        rk.run_script(script, b="nul\0")
    assert rk.r("a") == "before"


def test_what_python_has_no_form_for_comes_back_to_r_as_it_was() -> None:
    formula = rk.r("y ~ x + 1")
    assert rk.r("identical(f, y ~ x + 1)", f=formula) is True
    environment = rk.r("e <- new.env(); e$x <- 5; e")
    assert rk.r("identical(e, e2)", e2=environment) is True


def test_data_frames_and_arrays_both_ways() -> None:
    frame = pd.DataFrame(
        {
            "n": [1.5, np.nan],
            "k": pd.Categorical(["u", "v"], categories=["v", "u"]),
            "t": pd.to_datetime(["2020-01-01 10:00", "2021-06-01 12:30"], utc=True),
            "s": ["a", None],
        }
    )
    assert rk.r("c(is.na(d$n[2]), is.na(d$s[2]), levels(d$k)[1] == 'v')", d=frame) == [True] * 3
    assert rk.r("format(d$t, '%H:%M', tz = 'UTC')") == ["10:00", "12:30"]
    back = rk.r("d[2:1, c('k', 'n')]")
    assert back["k"].tolist() == ["v", "u"] and back["n"].tolist()[1] == 1.5
    cube = np.arange(24.0).reshape(2, 3, 4)
    assert rk.r("dim(a)", a=cube) == [2, 3, 4]
    assert rk.r("a[2, 3, 4]") == 23 and rk.r("a[1, 2, 3]") == cube[0, 1, 2]
    np.testing.assert_array_equal(rk.r("a * 2"), cube * 2)


def test_r_within_a_python_function_that_r_calls() -> None:
    handler = signal.getsignal(signal.SIGINT)
    assert rk.r("f(2) + 1", f=lambda x: rk.r("x * 10", x=x)) == 21
    assert signal.getsignal(signal.SIGINT) is handler


def test_functions_of_r_write_and_warn_outside_of_r_sessions(
    capsys: pytest.CaptureFixture[str],
) -> None:
    function = rk.r("function(x) { cat('got', x, '\\n'); warning('careful'); x }")
    assert function(3) == 3
    out, err = capsys.readouterr()
    assert out == "got 3 \n"
    assert "careful" in err
