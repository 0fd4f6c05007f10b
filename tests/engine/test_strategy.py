"""Keras's own way of training, which any backend has."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.engine import strategies
from rkeras_py.engine.strategy import SingleStep, Strategy

RNG = np.random.default_rng(9)
X = RNG.random((22, 3)).astype("float32")
Y = X @ np.array([[1.0], [2.0], [3.0]], "float32")


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a backend that this package has nothing faster for."""
    monkeypatch.setattr(strategies, "current", Strategy)


def model() -> keras.Model:
    keras.utils.set_random_seed(4)
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    made.compile("adam", "mse", metrics=["mae"])
    return made


@pytest.mark.usefixtures("plain")
def test_arrays_train_as_with_keras() -> None:
    ours, theirs = model(), model()
    common: dict[str, Any] = {"epochs": 2, "batch_size": 4, "shuffle": False, "verbose": 0}
    mine = rk.fit(ours, X, Y, validation_split=0.25, **common).history
    own = theirs.fit(X, Y, validation_split=0.25, **common).history
    assert mine == own
    assert rk.evaluate(ours, X, Y, verbose=0) == theirs.evaluate(X, Y, verbose=0, return_dict=True)
    np.testing.assert_array_equal(rk.predict(ours, X, verbose=0), theirs.predict(X, verbose=0))


@pytest.mark.usefixtures("plain")
def test_generators_train_as_with_keras() -> None:
    def batches() -> Any:
        while True:
            yield X[:11], Y[:11]
            yield X[11:], Y[11:]

    ours, theirs = model(), model()
    common: dict[str, Any] = {"steps_per_epoch": 2, "epochs": 3, "verbose": 0}
    mine = rk.fit(ours, batches(), **common).history
    own = theirs.fit(batches(), **common).history
    assert mine == own
    assert int(ours.optimizer.iterations) == 6


@pytest.mark.usefixtures("plain")
def test_callbacks_see_each_batch() -> None:
    seen: list[int] = []
    hook = rk.callback_lambda(on_batch_end=lambda batch, logs: seen.append(batch))
    rk.fit(model(), X, Y, batch_size=8, epochs=2, verbose=0, callbacks=[hook])
    assert seen == [0, 1, 2] * 2


def test_a_step_of_keras_is_a_batch() -> None:
    steps = SingleStep()
    assert (steps.batches, steps.finished) == (1, 0)


def test_tensorflow_has_a_strategy_of_its_own() -> None:
    dataset = strategies.current().as_dataset(X, batch_size=4)
    assert dataset is not None
    assert dataset.batches == 6
    assert Strategy().as_dataset(X, batch_size=4) is None
