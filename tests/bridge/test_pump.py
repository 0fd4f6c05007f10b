"""Training calls on a thread of their own while R's thread serves what they ask for."""

from __future__ import annotations

import threading
import time
from typing import Any

import numpy as np
import pytest


@pytest.fixture(scope="module", autouse=True)
def model(r: Any) -> None:
    """In R: a small compiled ``model`` with known weights, data ``x`` and ``y``."""
    r(
        """
        library(keras)
        x <- matrix(c(1, 2, 3, 4, 5, 6), 3)
        y <- c(1, 2, 3)
        fresh <- function() {
          model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
          model %>% compile(optimizer = optimizer_sgd(learning_rate = 0.01), loss = "mse")
          set_weights(model, list(matrix(c(1, 2), 2), array(0.5, 1)))
          model
        }
        model <- fresh()
        at_epoch_end <- function(f) list(callback_lambda(on_epoch_end = f))
        NULL
        """
    )


def thread_name() -> str:
    return threading.current_thread().name


@pytest.mark.parametrize(
    "code",
    [
        "fit(model, x, y, epochs = 1, verbose = 0, callbacks = list(cb))",
        "evaluate(model, x, y, verbose = 0, callbacks = list(cb))",
        "predict(model, x, verbose = 0, callbacks = list(cb))",
        "model$predict(x, verbose = 0L, callbacks = list(cb))",
    ],
)
def test_training_runs_off_the_main_thread(r: Any, code: str) -> None:
    import keras

    seen = []

    class Noting(keras.callbacks.Callback):
        def _note(self, *args: Any, **kwargs: Any) -> None:
            seen.append(thread_name())

        on_epoch_begin = on_test_begin = on_predict_begin = _note

    r(f"{code}; NULL", cb=Noting())
    assert seen == ["rkeras-worker"]


def test_short_calls_run_on_the_main_thread(r: Any) -> None:
    assert r("f()", f=thread_name) == "MainThread"


def test_r_functions_run_on_the_main_thread_and_their_python_calls_on_the_workers(r: Any) -> None:
    import ctypes

    libc = ctypes.CDLL(None)
    main = libc.gettid()
    names, same = r(
        """
        names <- character(); same <- logical()
        fit(model, x, y, epochs = 2, verbose = 0, callbacks = at_epoch_end(function(epoch, logs) {
          names <<- c(names, f())
          same <<- c(same, as.integer(Sys.readlink("/proc/thread-self") |> basename()) == main)
        }))
        list(names, same)
        """,
        f=thread_name, main=main,
    )  # fmt: skip
    assert names == ["rkeras-worker", "rkeras-worker"]
    assert same == [True, True]


def test_a_callback_may_use_the_model_that_is_being_fitted(r: Any) -> None:
    inside, after = r(
        """
        model <- fresh()
        inside <- list()
        history <- fit(model, x, y, epochs = 2, verbose = 0,
                       callbacks = at_epoch_end(function(epoch, logs) {
          w <- get_weights(model)
          inside[[length(inside) + 1]] <<- list(
            c(predict(model, x, verbose = 0)), c(x %*% w[[1]] + c(w[[2]])),
            evaluate(model, x, y, verbose = 0)[["loss"]])
        }))
        list(inside, c(predict(model, x, verbose = 0)))
        """
    )
    assert len(inside) == 2
    y = np.array([1.0, 2.0, 3.0])
    for predicted, by_hand, loss in inside:
        np.testing.assert_allclose(np.ravel(predicted), np.ravel(by_hand), rtol=1e-5)
        assert loss == pytest.approx(np.mean((np.ravel(predicted) - y) ** 2), rel=1e-4)
    np.testing.assert_allclose(np.ravel(after), np.ravel(inside[1][0]), rtol=1e-5)


def test_training_inside_a_callback_of_training(r: Any) -> None:
    assert r(
        """
        other <- fresh()
        losses <- c()
        fit(fresh(), x, y, epochs = 2, verbose = 0, callbacks = at_epoch_end(function(epoch, logs) {
          h <- fit(other, x, y, epochs = 3, verbose = 0,
                   callbacks = at_epoch_end(function(epoch, logs) losses <<- c(losses, logs$loss)))
          stopifnot(length(h$metrics$loss) == 3)
        }))
        length(losses) == 6 && !is.unsorted(rev(losses))
        """
    ) is True  # fmt: skip


@pytest.mark.parametrize("leave", ["stop('no')", "k('left')", "invokeRestart('abort_fit')"])
def test_a_call_that_r_leaves_has_ended(r: Any, leave: str) -> None:
    from rkeras_py.bridge import pump

    epochs, then = r(
        f"""
        epochs <- c()
        callCC(function(k) withRestarts(
          try(silent = TRUE, fit(fresh(), x, y, epochs = 1000, verbose = 0,
              callbacks = at_epoch_end(function(epoch, logs) {{
            epochs <<- c(epochs, epoch)
            if (epoch == 2) {leave}
          }}))),
          abort_fit = function() NULL))
        list(epochs, waits())
        """,
        waits=pump.waiting,
    )
    assert epochs == [0, 1, 2]
    assert then is False
    assert not pump.serving()


def test_leaving_the_inner_of_two_calls_goes_on_with_the_outer(r: Any) -> None:
    from rkeras_py.bridge import pump

    inner, outer, losses = r(
        """
        inner <- outer <- c()
        leave <- at_epoch_end(function(epoch, logs) { inner <<- c(inner, epoch); stop("no") })
        h <- fit(fresh(), x, y, epochs = 3, verbose = 0, callbacks = at_epoch_end(
          function(epoch, logs) {
            try(fit(fresh(), x, y, epochs = 5, verbose = 0, callbacks = leave), silent = TRUE)
            outer <<- c(outer, epoch)
          }))
        list(inner, outer, h$metrics$loss)
        """
    )
    assert (inner, outer) == ([0, 0, 0], [0, 1, 2])
    assert len(losses) == 3
    assert not pump.waiting()


def test_a_plain_python_thread_may_call_r_while_fit_runs(r: Any) -> None:
    import keras

    class Asking(keras.callbacks.Callback):
        def __init__(self, function: Any) -> None:
            super().__init__()
            self.function, self.answers = function, []

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            threads = [
                threading.Thread(target=lambda i=i: self.answers.append(self.function(i)))
                for i in range(5)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(30)

    asking = Asking(r("function(i) i^2"))
    r("fit(model, x, y, epochs = 2, verbose = 0, callbacks = list(cb)); NULL", cb=asking)
    assert sorted(asking.answers) == sorted([0, 1, 4, 9, 16] * 2)


def test_metrics_written_in_r_run_where_they_are_traced(r: Any) -> None:
    import keras

    def mean(tensor: Any) -> Any:
        return keras.ops.mean(tensor)

    got = r(
        """
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        set_weights(model, list(matrix(c(1, 2), 2), array(0.5, 1)))
        twice_the_mean <- function(y_true, y_pred) average(y_pred) * 2
        model %>% compile(optimizer = optimizer_sgd(learning_rate = 0), loss = "mse",
                          metrics = list(twice_the_mean))
        fit(model, x, y, epochs = 1, verbose = 0)$metrics
        """,
        average=mean,
    )
    names = [name for name in got if name != "loss"]
    x = np.array([[1, 4], [2, 5], [3, 6.0]])
    assert got[names[0]] == pytest.approx(2 * np.mean(x @ [1, 2] + 0.5), rel=1e-5)


def test_a_generator_written_in_r(r: Any) -> None:
    assert r(
        """
        model <- fresh()
        calls <- 0
        batches <- function() { calls <<- calls + 1; list(x, y) }
        h <- fit(model, batches, steps_per_epoch = 4, epochs = 2, verbose = 0)
        same <- fit(fresh(), x, y, epochs = 8, verbose = 0)
        length(h$metrics$loss) == 2 && calls >= 8 &&
          isTRUE(all.equal(mean(same$metrics$loss[1:4]), h$metrics$loss[[1]], tolerance = 1e-5))
        """
    ) is True  # fmt: skip


@pytest.mark.parametrize("begin", ["start", "serve"])
def test_r_is_there_for_a_thread_that_asks_at_once(
    r: Any, monkeypatch: pytest.MonkeyPatch, begin: str
) -> None:
    from rkeras_py.bridge import pump, tasks

    seen = []

    class Quick:
        """A worker that has done its work before its caller goes on."""

        def put(self, task: tasks.Task) -> None:
            def run() -> None:
                seen.append(pump.awaited())
                task.run()

            thread = threading.Thread(target=run)
            thread.start()
            thread.join()

    monkeypatch.setattr(tasks, "_idle", [Quick()])
    assert getattr(pump, begin)(lambda: 6 * 7) == 42
    assert seen == [True]


def test_only_code_of_a_user_is_broken_off(r: Any) -> None:
    """A library that is struck halfway may leave the process unusable."""
    import json

    import keras

    from rkeras_py.bridge import tasks

    def of_a_user(path: str) -> bool:
        done: list[bool] = []
        code = compile("while not done: pass", path, "exec")
        thread = threading.Thread(target=exec, args=(code, {"done": done}))
        thread.start()
        try:
            time.sleep(0.05)  # into the loop
            return tasks._in_code_of_a_user(thread.ident or 0)
        finally:
            done.append(True)
            thread.join()

    assert of_a_user("script.py")
    assert of_a_user("<string>")  # what R gave to Python's exec()
    assert of_a_user("/home/me/my-packages/script.py")
    for library in (keras, json, tasks):
        assert not of_a_user(str(library.__file__))


# --- Keras's state ----------------------------------------------------------------------------


def test_names_of_layers_count_on_after_a_fit(r: Any) -> None:
    before, inside, after = r(
        """
        number <- function() as.integer(sub("dense_?", "0", layer_dense(units = 1)$name))
        before <- number(); inside <- NULL
        fit(model, x, y, epochs = 1, verbose = 0,
            callbacks = at_epoch_end(function(epoch, logs) inside <<- number()))
        c(before, inside, number())
        """
    )
    assert (inside, after) == (before + 1, before + 2)


def test_the_dtype_policy_of_the_main_thread_is_the_workers(r: Any) -> None:
    import keras

    seen = r(
        """
        seen <- c()
        look <- at_epoch_end(function(epoch, logs) seen <<- c(seen, policy()$name))
        fit(model, x, y, epochs = 1, verbose = 0, callbacks = look)
        set("float16")
        fit(model, x, y, epochs = 1, verbose = 0, callbacks = look)
        here <- policy()$name
        fit(model, x, y, epochs = 1, verbose = 0,
            callbacks = at_epoch_end(function(epoch, logs) set("float32")))
        c(seen, here, policy()$name)
        """,
        policy=keras.config.dtype_policy, set=keras.config.set_dtype_policy,
    )  # fmt: skip
    assert seen == ["float32", "float16", "float16", "float32"]


def test_the_seed_of_the_main_thread_is_the_workers(r: Any) -> None:
    first, second, third = r(
        """
        run <- function() {
          set_random_seed(7)
          m <- keras_model_sequential() %>% layer_dense(units = 3, input_shape = 2) %>%
            layer_dropout(rate = 0.5) %>% layer_dense(units = 1)
          m %>% compile(optimizer = "sgd", loss = "mse")
          c(fit(m, x, y, epochs = 3, verbose = 0)$metrics$loss)
        }
        list(run(), run(), { set_random_seed(8); runif(1) })
        """
    )
    assert first == second
    assert len(set(first)) == 3
    assert isinstance(third, float)


# --- R's thread meanwhile ---------------------------------------------------------------------


def test_python_threads_run_while_r_computes(r: Any) -> None:
    counted = []
    stop = threading.Event()

    def count() -> None:
        while not stop.is_set():
            counted.append(time.monotonic())
            time.sleep(0.01)

    thread = threading.Thread(target=count, daemon=True)
    thread.start()
    r("fit(model, x, y, epochs = 20, verbose = 0); NULL")
    stop.set()
    thread.join(10)
    assert len(counted) > 3
