"""One training call: its steps, its callbacks, and what is left of it."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk
from rkeras_py.engine import feeding, strategies
from rkeras_py.engine.run import Run

X = np.ones((10, 2), "float32")
Y = np.ones((10, 1), "float32")


@pytest.fixture
def model() -> keras.Model:
    made = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    made.compile("sgd", "mse")
    return made


def run(model: Any, callbacks: list[Any] | None = None, verbose: int = 0) -> Run:
    strategy = strategies.current()
    feed = feeding.for_evaluate(strategy, model, (X, Y, None), 4, None)
    return Run(strategy, model, feed, callbacks, verbose)


def test_a_round_is_one_step_where_nothing_watches_each_batch(model: keras.Model) -> None:
    with run(model).running() as data:
        assert data["steps"] == 1
    with run(model, verbose=1).running() as data:  # the progress bar is told in between
        assert data["steps"] == 1
    watching = rk.callback_lambda(on_test_batch_end=print)
    with run(model, [watching]).running() as data:
        assert data["steps"] == 3
    between = rk.callback_lambda(on_test_end=print)
    with run(model, [between]).running() as data:
        assert data["steps"] == 1


def test_keras_has_its_function_back_after_an_error(model: keras.Model) -> None:
    model.make_test_function()
    own = model.test_function
    one = run(model)

    def fail() -> None:
        with one.running():
            one.callbacks.on_test_batch_begin(0)
            assert model.test_function is not own
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        fail()
    assert model.test_function is own


def test_the_data_of_a_run_are_not_changed_by_it(model: keras.Model) -> None:
    one = run(model)
    with one.running() as first:
        first["steps"] = 99
    with one.running() as second:
        assert second["steps"] == 1


def test_a_model_without_compile_predicts_from_a_dataset_with_targets() -> None:
    plain = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer="ones")])
    dataset = tf.data.Dataset.from_tensors((X, Y))
    np.testing.assert_array_equal(rk.predict(plain, dataset, verbose=0), 2 * Y)
