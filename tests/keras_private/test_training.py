"""How Keras makes batches, and whose logs a training has."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.keras_private import training

X, Y = np.arange(14.0, dtype="float32").reshape(7, 2), np.arange(7.0, dtype="float32")


@pytest.mark.parametrize(("size", "last"), [(3, 1), (7, 0), (10, 7)])
def test_arrays_as_batches(size, last) -> None:
    adapter = training.array_adapter(X, Y, batch_size=size)
    parts = training.batched(adapter)
    assert parts[1:] == (7, min(size, 7) if size == 7 else size, last)
    batches = [x.numpy() for x, _ in adapter.get_tf_dataset()]
    np.testing.assert_array_equal(np.concatenate(batches), X)


@pytest.mark.parametrize(("fraction", "kept"), [(0.25, 5), (0.5, 3), (0.8, 1)])
def test_samples_at_the_end_validate(fraction, kept) -> None:
    (train,), (held,) = training.split_for_validation((X,), fraction)
    np.testing.assert_array_equal(train, X[:kept])
    np.testing.assert_array_equal(held, X[kept:])


def test_a_generator_as_a_dataset() -> None:
    data, first = training.dataset_of_batches((X[i : i + 1], Y[i : i + 1]) for i in range(4))
    got = [*first, *((x.numpy(), y.numpy()) for x, y in data)]
    assert len(first) == 2  # which Keras looked at, and which the dataset leaves out
    np.testing.assert_array_equal(np.concatenate([x for x, _ in got]), X[:4])
    np.testing.assert_array_equal(np.concatenate([y for _, y in got]), Y[:4])


def test_slices_of_arrays() -> None:
    (got,) = training.for_slices((X,))
    np.testing.assert_array_equal(got[1:3], X[1:3])


def test_models_without_a_strategy() -> None:
    assert training.strategy_of(keras.Sequential()) is None


@pytest.mark.parametrize("own", [True, False])
def test_logs_that_a_step_gives(own) -> None:
    members = training.with_own_logs(keras.Model, lambda model: own)
    cls = type("Own", (keras.Model,), members)
    inputs = keras.Input((2,))
    model = cls(inputs, keras.layers.Dense(1)(inputs))
    model.compile("sgd", "mse")
    model.train_step = lambda data: {"größe": keras.ops.sum(data[0])}
    history = model.fit(X, Y, batch_size=7, verbose=0).history
    assert ("größe" in history) is True
    assert history["größe"] == [pytest.approx(X.sum())]
