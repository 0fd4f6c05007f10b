"""compile(), fit(), evaluate() and predict(): numbers computed again, and errors."""

from __future__ import annotations

import keras
import numpy as np
import pandas as pd
import pytest
from formulas import numbers

import rkeras_py as rk

X, Y = numbers(8, 3), numbers(8, 1, seed=1)
KERNEL, BIAS = numbers(3, 1, seed=2), numbers(1, seed=3)


def model(**compiled: object) -> keras.Model:
    made = rk.keras_model_sequential()
    rk.layer_dense(made, 1, input_shape=3, weights=[KERNEL, BIAS])
    options = {"optimizer": rk.optimizer_sgd(0.1), "loss": "mse", "metrics": "mae", **compiled}
    return rk.compile(made, **options)


def descend(x, y, batch: int, epochs: int, weights=None):
    """Gradient descent on the mean squared error by hand: the losses and the last weights."""
    kernel, bias, losses = KERNEL.copy(), BIAS.copy(), []
    weights = np.ones(len(x)) if weights is None else weights
    for _ in range(epochs):
        squares = 0.0
        for start in range(0, len(x), batch):
            part = slice(start, start + batch)
            error = x[part] @ kernel + bias - y[part]
            w = weights[part, None]
            squares += float((w * error**2).sum())
            slope = 2 * w * error / len(error)
            kernel, bias = kernel - 0.1 * x[part].T @ slope, bias - 0.1 * slope.sum(0)
        losses.append(squares / len(x))
    return losses, [kernel, bias]


def check_weights(made: keras.Model, expected) -> None:
    for got, wanted in zip(made.get_weights(), expected, strict=True):
        np.testing.assert_allclose(got, wanted, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("batch", [8, 4, 3])
def test_a_training_is_gradient_descent(batch) -> None:
    made = model()
    history = rk.fit(made, X, Y, batch_size=batch, epochs=3, shuffle=False, verbose=0).history
    losses, weights = descend(X, Y, batch, 3)
    np.testing.assert_allclose(history["loss"], losses, rtol=1e-4)
    assert list(history) == ["loss", "mae"]
    check_weights(made, weights)


def test_weights_of_samples_and_of_classes() -> None:
    weights = np.arange(8) / 4
    made = model()
    rk.fit(made, X, Y, 4, epochs=2, shuffle=False, verbose=0, sample_weight=weights)
    check_weights(made, descend(X, Y, 4, 2, weights)[1])
    labels = (np.arange(8) % 2).reshape(8, 1)
    made = model()
    rk.fit(made, X, labels, 8, epochs=1, verbose=0, class_weight={"0": 1, "1": 5})
    check_weights(made, descend(X, labels, 8, 1, np.where(labels[:, 0] == 1, 5.0, 1.0))[1])


def test_the_last_samples_validate() -> None:
    made = model()
    history = rk.fit(
        made, X, Y, 6, epochs=1, validation_split=0.25, shuffle=False, verbose=0
    ).history
    kernel, bias = descend(X[:6], Y[:6], 6, 1)[1]
    check_weights(made, [kernel, bias])
    error = X[6:] @ kernel + bias - Y[6:]
    assert history["val_loss"] == [pytest.approx(np.mean(error**2), rel=1e-4)]
    assert history["val_mae"] == [pytest.approx(np.mean(np.abs(error)), rel=1e-4)]


def test_other_data_validate_with_weights() -> None:
    weights = np.array([1.0, 0.0])
    data = [X[:2], Y[:2], weights]
    made = model(metrics=None)
    history = rk.fit(made, X, Y, 8, epochs=1, validation_data=data, verbose=0).history
    kernel, bias = descend(X, Y, 8, 1)[1]
    error = (X[:2] @ kernel + bias - Y[:2])[:, 0]
    assert history["val_loss"] == [pytest.approx(np.mean(weights * error**2), rel=1e-4)]


def test_a_training_goes_on_where_it_ended() -> None:
    made = model()
    history = rk.fit(made, X, Y, 8, epochs=5, initial_epoch=3, verbose=0)
    assert history.epoch == [3, 4]
    check_weights(made, descend(X, Y, 8, 2)[1])
    assert rk.fit(made, X, Y, epochs=0, verbose=0).history == {}


def test_epochs_are_shuffled_unless_told_otherwise() -> None:
    """With a batch of one, the order decides what comes out."""
    rk.set_random_seed(1)
    made = model()
    rk.fit(made, X, Y, 1, epochs=1, verbose=0)
    with pytest.raises(AssertionError):
        check_weights(made, descend(X, Y, 1, 1)[1])
    made = model()
    rk.fit(made, X, Y, 1, epochs=1, shuffle=False, verbose=0)
    check_weights(made, descend(X, Y, 1, 1)[1])


def test_batches_in_one_execution_change_no_number() -> None:
    made = model(steps_per_execution=2)
    history = rk.fit(made, X, Y, 2, epochs=2, shuffle=False, verbose=0).history
    losses, weights = descend(X, Y, 2, 2)
    np.testing.assert_allclose(history["loss"], losses, rtol=1e-4)
    check_weights(made, weights)


def test_evaluation() -> None:
    error = X @ KERNEL + BIAS - Y
    got = rk.evaluate(model(), X, Y, batch_size=3, verbose=0)
    expected = {"loss": np.mean(error**2), "mae": np.mean(np.abs(error))}
    assert got == pytest.approx(expected, rel=1e-5) and list(got) == ["loss", "mae"]
    weights = np.arange(8.0)
    weighted = rk.evaluate(model(metrics=None), X, Y, verbose=0, sample_weight=weights)
    assert weighted == {"loss": pytest.approx(np.mean(weights * error[:, 0] ** 2), rel=1e-5)}


def test_predictions_in_batches_of_any_size() -> None:
    for size in (None, 1, 3, 8, 100):
        got = rk.predict(model(), X, batch_size=size, verbose=0)
        np.testing.assert_allclose(got, X @ KERNEL + BIAS, rtol=1e-5)


def test_data_frames_and_vectors() -> None:
    made = model()
    frame = pd.DataFrame(X.astype("float64"), columns=["é", "b", "c"])
    np.testing.assert_allclose(rk.predict(made, frame, verbose=0), X @ KERNEL + BIAS, rtol=1e-5)
    rk.fit(made, frame, Y[:, 0], 8, epochs=1, verbose=0)
    check_weights(made, descend(X, Y, 8, 1)[1])


def test_a_dataset_of_batches() -> None:
    import tensorflow as tf

    made = model()
    data = tf.data.Dataset.from_tensor_slices((X, Y)).batch(4)
    history = rk.fit(made, data, epochs=2, verbose=0).history
    losses, weights = descend(X, Y, 4, 2)
    np.testing.assert_allclose(history["loss"], losses, rtol=1e-4)
    check_weights(made, weights)


def test_two_outputs_by_name() -> None:
    inputs = keras.Input((3,))
    outputs = [keras.layers.Dense(1, name=name)(inputs) for name in ("a", "b")]
    made = rk.compile(keras.Model(inputs, outputs), "sgd", {"b": "mae", "a": "mse"},
                      loss_weights={"a": 1.0, "b": 0.5})  # fmt: skip
    a, b = rk.predict(made, X, verbose=0)
    got = rk.evaluate(made, X, {"b": Y, "a": 2 * Y}, verbose=0)
    parts = {"a_loss": np.mean((a - 2 * Y) ** 2), "b_loss": np.mean(np.abs(b - Y))}
    expected = {"loss": parts["a_loss"] + parts["b_loss"] / 2, **parts}
    assert got == pytest.approx(expected, rel=1e-5)


def test_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for verbose in (0, 2, "auto"):  # "auto" is 2 where there is no terminal
        rk.fit(model(), X, Y, epochs=2, verbose=verbose)
        lines = capsys.readouterr().out.splitlines()
        epochs = [line for line in lines if line.startswith("Epoch ")]
        assert epochs == ([] if verbose == 0 else ["Epoch 1/2", "Epoch 2/2"])


def test_metrics_of_an_earlier_compilation_are_gone() -> None:
    made = model()
    rk.compile(made, "sgd", "mae")
    assert list(rk.evaluate(made, X, Y, verbose=0)) == ["loss"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"x": X[:, :2]}, r"`x` must have 3 features \(columns\), not 2"),
        ({"y": Y[:5]}, "`x` and `y` must have the same number of samples, not 8 and 5"),
        ({"y": None}, "`y` is missing: the model's loss needs targets"),
        ({"x": None, "y": None}, "`x` is missing: give data"),
        ({"x": X[:0], "y": Y[:0]}, "`x` has no samples"),
        ({"sample_weight": np.ones(3)}, "`x` and `sample_weight` must have the same number"),
        ({"epochs": -1}, "`epochs` must be a whole number of at least 0, not -1"),
        ({"batch_size": 0}, "`batch_size` must be a whole number of at least 1 or NULL, not 0"),
        ({"validation_split": 2}, "`validation_split` must be a number from 0 to 1, not 2"),
        ({"validation_data": X}, r"`validation_data` must be list\(x, y\), a source, a dataset or"),
        ({"validation_data": [X]}, r"`validation_data` must be .*, not a list of length 1"),
        ({"validation_data": [X, Y[:2]]}, r"`validation_data\[\[1\]\]` and `validation_data\[\[2"),
        ({"callbacks": "stop"}, "`callbacks` must be a callback or a list of callbacks"),
        ({"class_weight": [1, 2]}, "`class_weight` must be a named list or vector"),
        ({"verbose": 3}, '`verbose` must be "auto", 0, 1 or 2, not 3'),
    ],
)
def test_trainings_that_cannot_begin(arguments, message) -> None:
    made = model()
    with pytest.raises(rk.ArgumentError, match=message):
        rk.fit(made, **{"x": X, "y": Y, "verbose": 0, **arguments})
    check_weights(made, [KERNEL, BIAS])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"sample_weight_mode": "é"}, '`sample_weight_mode` must be NULL or "temporal"'),
        ({"steps_per_execution": 0}, "`steps_per_execution` must be a whole number of at least 1"),
        ({"loss": "msee"}, '`loss` is not known: "msee". Did you mean "mse"'),
        ({"target_tensors": X}, "target"),
        ({"wrong": 1}, r"unused argument \(wrong = 1\)"),
    ],
)
def test_compilations_that_cannot_be(arguments, message) -> None:
    with pytest.raises(ValueError, match=message):
        model(**arguments)


def test_arguments_that_a_function_does_not_have_are_left_alone() -> None:
    made = model()
    said = r"unused argument \(epoch = 5\): it has no effect\."
    with pytest.warns(UserWarning, match=rf'{said} Did you mean "epochs"'):
        assert len(rk.fit(made, X, Y, verbose=0, epoch=5).history["loss"]) == 10
    with pytest.warns(UserWarning, match=said):
        assert "loss" in rk.evaluate(made, X, Y, verbose=0, epoch=5)
    with pytest.warns(UserWarning, match=said):
        assert rk.predict(made, X, verbose=0, epoch=5).shape == (len(X), 1)
    with pytest.warns(UserWarning, match=r'no effect\. Did you mean "batch_size"\?$'):
        rk.predict(made, X, verbose=0, batchsize=5)


def test_a_model_that_was_not_compiled() -> None:
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    for call in (rk.fit, rk.evaluate):
        with pytest.raises(rk.ArgumentError, match="the model has not been compiled: call compile"):
            call(made, X, Y)
    assert rk.predict(made, X, verbose=0).shape == (8, 1)
