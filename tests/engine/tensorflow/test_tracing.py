"""A training step is traced once; what it would have made first is Keras's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk

RNG = np.random.default_rng(6)
X = RNG.random((20, 4)).astype("float32")
Y = X[:, :1] - X[:, 1:2]


class Counted:
    """A loss that tells how often it was called, which is once for each tracing."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, y_true: Any, y_pred: Any) -> Any:
        self.calls += 1
        return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)


def sequential() -> keras.Model:
    return keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(3, "tanh"), keras.layers.Dense(1)]
    )


def two_outputs() -> keras.Model:
    inputs = keras.Input((4,))
    one = keras.layers.Dense(1, name="one")(inputs)
    other = keras.layers.Dense(1, name="other")(inputs)
    return keras.Model(inputs, {"one": one, "other": other})


def ready(make: Any, metrics: Any = ("mae",), optimizer: str = "adam") -> tuple[Any, Counted]:
    keras.utils.clear_session()
    keras.utils.set_random_seed(7)
    model, loss = make(), Counted()
    losses = {"one": loss, "other": "mse"} if make is two_outputs else loss
    rk.compile(model, optimizer, losses, metrics=metrics)
    return model, loss


def paths(model: Any) -> list[str]:
    return [v.path for v in [*model.optimizer.variables, *model.metrics_variables]]


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "rmsprop"])
@pytest.mark.parametrize(
    ("make", "metrics", "y"),
    [
        (sequential, ["mae", "accuracy"], Y),
        (two_outputs, {"one": ["mae"], "other": ["mse"]}, {"one": Y, "other": Y + 1}),
    ],
)
def test_fit_traces_once_and_gives_what_keras_gives(
    make: Any, metrics: Any, y: Any, optimizer: str
) -> None:
    ours, counted = ready(make, metrics, optimizer)
    rk.fit(ours, X, y, epochs=2, verbose=0, shuffle=False, batch_size=8)
    found = [np.array(w) for w in ours.get_weights()], paths(ours)
    assert counted.calls == 1

    theirs, counted = ready(make, metrics, optimizer)
    theirs.fit(X, y, epochs=2, verbose=0, shuffle=False, batch_size=8)
    assert counted.calls > 1  # or there were nothing to save
    assert paths(theirs) == found[1]
    for one, other in zip(found[0], theirs.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_evaluate_traces_once() -> None:
    model, counted = ready(sequential)
    scores = rk.evaluate(model, X, Y, verbose=0)
    assert counted.calls == 1
    off = model.predict(X, verbose=0) - Y
    np.testing.assert_allclose(scores["mae"], np.abs(off).mean(), rtol=1e-5)


def test_batches_of_a_dataset_are_traced_once() -> None:
    model, counted = ready(sequential)
    rk.fit(model, tf.data.Dataset.from_tensor_slices((X, Y)).batch(10), epochs=2, verbose=0)
    assert counted.calls == 1
    assert int(model.optimizer.iterations) == 4


def test_frozen_weights_have_no_variables_of_the_optimizer() -> None:
    model, _ = ready(sequential, optimizer="sgd")
    model.layers[0].trainable = False
    rk.compile(model, rk.optimizer_sgd(momentum=0.9), "mse")
    rk.fit(model, X, Y, epochs=1, verbose=0)
    assert [tuple(v.shape) for v in model.optimizer.variables][2:] == [(3, 1), (1,)]


def test_metrics_of_a_wrong_name_are_told_as_before() -> None:
    model, _ = ready(two_outputs, {"none": ["mae"]})
    with pytest.raises(ValueError, match="none"):
        rk.fit(model, X, {"one": Y, "other": Y}, verbose=0)
    assert not model.optimizer.built


def batches() -> Iterator[tuple[Any, Any]]:
    while True:
        yield X[:5], Y[:5]


def test_generators_train_as_well() -> None:
    model, counted = ready(sequential)
    rk.fit(model, batches(), steps_per_epoch=3, epochs=1, verbose=0)
    assert int(model.optimizer.iterations) == 3
    assert counted.calls >= 1


def test_vectors_and_matrices_of_targets_in_turn() -> None:
    """Keras itself fails here: its function has seen two ranks, and knows none any more."""
    ours, _ = ready(sequential, optimizer="sgd")
    theirs, _ = ready(sequential, optimizer="sgd")
    theirs.set_weights(ours.get_weights())
    for y in (Y, Y[:, 0], Y):
        rk.fit(ours, X, y, epochs=1, verbose=0, shuffle=False, validation_data=[X, y.reshape(-1)])
        theirs.fit(X, Y, epochs=1, verbose=0, shuffle=False)
        score = rk.evaluate(ours, X, y, verbose=0)["loss"]
        np.testing.assert_allclose(rk.test_on_batch(ours, X, y.reshape(-1))[0], score, rtol=1e-5)
    rk.train_on_batch(ours, X, Y[:, 0])
    theirs.train_on_batch(X, Y)
    rk.train_on_batch(ours, X, Y)
    theirs.train_on_batch(X, Y)
    for one, other in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5)
