"""Callbacks that schedule, stop and call functions, through whole trainings."""

from __future__ import annotations

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.api import metrics

X = np.array([[1.0], [2.0], [3.0], [4.0]], "float32")
Y = 2 * X


def line(rate: float = 0.01) -> keras.Model:
    """A line through the origin, which starts at a slope of 0."""
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 1, use_bias=False, kernel_initializer="zeros", input_shape=1)
    return rk.compile(model, rk.optimizer_sgd(rate), "mse", metrics="mae")


def fit(model: keras.Model, *callbacks: keras.callbacks.Callback, **options: object) -> dict:
    options = {"epochs": 4, "batch_size": 4, "verbose": 0, **options}
    return rk.fit(model, X, Y, callbacks=list(callbacks), **options).history


@pytest.mark.parametrize(
    ("schedule", "rates"),
    [
        (lambda epoch: 0.01 / (epoch + 1), [0.01, 0.005, 0.01 / 3, 0.0025]),
        (lambda epoch, rate: rate / 2, [0.005, 0.0025, 0.00125, 0.000625]),
    ],
)
def test_the_rate_of_each_epoch(schedule, rates) -> None:
    model = line()
    history = fit(model, rk.callback_learning_rate_scheduler(schedule))
    np.testing.assert_allclose(history["lr"], rates, rtol=1e-6)
    slope = 0.0
    for rate in rates:  # one step an epoch: the gradient of the mean squared error
        slope -= rate * np.mean(2 * X * (slope - 2) * X)
    np.testing.assert_allclose(model.get_weights()[0], [[slope]], rtol=1e-5)


def test_stops_when_nothing_gets_better() -> None:
    model = line(0.0)
    history = fit(model, rk.callback_early_stopping("loss", patience=2), epochs=10)
    assert len(history["loss"]) == 3  # the first, and two that are no better


def test_changes_that_are_too_small_are_none() -> None:
    loss = np.mean(Y**2)
    for delta, epochs in ((loss, 2), (1e-6, 3)):
        stop = rk.callback_early_stopping("loss", min_delta=delta)
        assert len(fit(line(), stop, epochs=3)["loss"]) == epochs


def test_the_best_weights_come_back() -> None:
    """Steps that are far too long: each is worse than the one before."""
    model = line(1.0)
    stop = rk.callback_early_stopping("loss", patience=1, restore_best_weights=True)
    history = fit(model, stop)
    assert history["loss"] == sorted(history["loss"]) and len(history["loss"]) == 2
    np.testing.assert_allclose(model.get_weights()[0], [[np.mean(4 * X * X)]])  # after one epoch


def test_epochs_below_the_baseline_count_as_no_better() -> None:
    for baseline, epochs in ((None, 3), (0.001, 2)):
        stop = rk.callback_early_stopping("mae", baseline=baseline, patience=2)
        assert len(fit(line(0.0), stop, epochs=5)["loss"]) == epochs


def test_less_is_better_of_a_measure_that_keras_does_not_know() -> None:
    measure = metrics.custom_metric(
        "strange", lambda y_true, y_pred: keras.ops.abs(y_true - y_pred)
    )
    model = line(0.0)
    rk.compile(model, "sgd", "mse", metrics=measure)
    model.optimizer.learning_rate = 0.0
    assert len(fit(model, rk.callback_early_stopping("strange"), epochs=5)["loss"]) == 2


def test_functions_are_called_with_numbers() -> None:
    called = []

    def note(name):
        return lambda *given: called.append((name, *given))

    names = ("train_begin", "epoch_begin", "batch_begin", "batch_end", "epoch_end", "train_end")
    functions = {f"on_{name}": note(name) for name in names}
    fit(line(0.0), rk.callback_lambda(**functions), epochs=1, batch_size=2)
    assert [entry[0] for entry in called] == [
        "train_begin", "epoch_begin", "batch_begin", "batch_end", "batch_begin", "batch_end",
        "epoch_end", "train_end",
    ]  # fmt: skip
    assert [entry[1] for entry in called[1:7]] == [0, 0, 0, 1, 1, 0]
    assert called[6][2]["loss"] == pytest.approx(np.mean(Y**2))


def test_functions_of_evaluation_and_prediction() -> None:
    called = []
    callback = rk.callback_lambda(
        on_test_batch_end=lambda batch, logs: called.append(("test", batch, logs["loss"])),
        on_predict_batch_begin=lambda batch, logs: called.append(("predict", batch)),
    )
    model = line()
    rk.evaluate(model, X, Y, batch_size=4, verbose=0, callbacks=callback)
    rk.predict(model, X, batch_size=2, callbacks=callback, verbose=0)
    assert called == [("test", 0, pytest.approx(np.mean(Y**2))), ("predict", 0), ("predict", 1)]


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        ("early_stopping", {"patience": -1}, "`patience` must be a whole number of at least 0"),
        ("early_stopping", {"mode": "most"}, '`mode` must be one of "auto", "min", "max"'),
        ("early_stopping", {"monitor": None}, "`monitor` must be a string, not NULL"),
        ("learning_rate_scheduler", {"schedule": 0.1}, "`schedule` must be a function, not 0.1"),
        ("lambda", {"on_epoch_end": "print"}, "`on_epoch_end` must be a function or NULL"),
    ],
)
def test_what_is_wrong_is_named(function, arguments, message) -> None:
    with pytest.raises(rk.ArgumentError, match=message):
        getattr(rk, f"callback_{function}")(**arguments)
