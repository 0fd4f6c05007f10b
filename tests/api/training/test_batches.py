"""Single batches: one step of gradient descent, its measures, and predictions."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

import rkeras_py as rk

X, Y = numbers(4, 3), numbers(4, 1, seed=1)
KERNEL, BIAS = numbers(3, 1, seed=2), numbers(1, seed=3)
ERROR = X @ KERNEL + BIAS - Y


def model(loss: str = "mse") -> keras.Model:
    made = rk.keras_model_sequential()
    rk.layer_dense(made, 1, input_shape=3, weights=[KERNEL, BIAS])
    return rk.compile(made, rk.optimizer_sgd(0.1), loss, metrics="mae")


def stepped(weights: np.ndarray) -> list[np.ndarray]:
    """After one step down the weighted mean of squared errors."""
    slope = 2 * weights * ERROR / len(X)
    return [KERNEL - 0.1 * X.T @ slope, BIAS - 0.1 * slope.sum(0)]


def check_weights(made: keras.Model, expected: list[np.ndarray]) -> None:
    for got, wanted in zip(made.get_weights(), expected, strict=True):
        np.testing.assert_allclose(got, wanted, rtol=1e-5, atol=1e-6)


def test_a_step() -> None:
    made = model()
    loss, mae = rk.train_on_batch(made, X, Y)
    assert loss == pytest.approx(np.mean(ERROR**2), rel=1e-5)
    assert mae == pytest.approx(np.mean(np.abs(ERROR)), rel=1e-5)
    check_weights(made, stepped(np.ones((4, 1))))


def test_a_step_with_weights_of_samples() -> None:
    made, weights = model(), np.array([0.0, 1.0, 2.0, 3.0])
    loss, _ = rk.train_on_batch(made, X, Y, sample_weight=weights)
    assert loss == pytest.approx(np.mean(weights * ERROR[:, 0] ** 2), rel=1e-5)
    check_weights(made, stepped(weights[:, None]))


def test_a_step_with_weights_of_classes() -> None:
    labels = np.array([0, 1, 1, 0])
    made = model()
    rk.train_on_batch(made, X, labels, class_weight={"0": 1.0, "1": 3.0})
    weights = np.where(labels == 1, 3.0, 1.0)[:, None]
    slope = 2 * weights * (X @ KERNEL + BIAS - labels[:, None]) / 4
    check_weights(made, [KERNEL - 0.1 * X.T @ slope, BIAS - 0.1 * slope.sum(0)])


def test_measures_are_of_this_batch_alone() -> None:
    made = model()
    before = made.get_weights()
    for rows in (slice(0, 2), slice(2, 4)):
        loss, mae = rk.test_on_batch(made, X[rows], Y[rows])
        assert loss == pytest.approx(np.mean(ERROR[rows] ** 2), rel=1e-5)
        assert mae == pytest.approx(np.mean(np.abs(ERROR[rows])), rel=1e-5)
    check_weights(made, before)


def test_a_loss_alone_is_a_number() -> None:
    made = model()
    rk.compile(made, "sgd", "mse")
    assert rk.test_on_batch(made, X, Y) == pytest.approx(np.mean(ERROR**2), rel=1e-5)


def test_predictions_of_one_batch() -> None:
    got = rk.predict_on_batch(model(), X)
    np.testing.assert_allclose(got, X @ KERNEL + BIAS, rtol=1e-5)


@pytest.mark.parametrize("call", [rk.train_on_batch, rk.test_on_batch])
@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (X[:, :2], Y, r"`x` must have 3 features \(columns\), not 2"),
        (X, Y[:3], "`x` and `y` must have the same number of samples, not 4 and 3"),
        (X[:0], Y[:0], "`x` has no samples"),
        (X, None, "`y` "),
        (np.array([["ä"] * 3]), Y[:1], "`x` must be"),
    ],
)
def test_batches_that_do_not_fit(call, x, y, message) -> None:
    made = model()
    with pytest.raises(rk.ArgumentError, match=message):
        call(made, x, y)
    check_weights(made, [KERNEL, BIAS])


def test_a_model_that_was_not_compiled() -> None:
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    for call in (rk.train_on_batch, rk.test_on_batch):
        with pytest.raises(rk.ArgumentError, match="the model has not been compiled: call compile"):
            call(made, X, Y)
    assert rk.predict_on_batch(made, X).shape == (4, 1)
