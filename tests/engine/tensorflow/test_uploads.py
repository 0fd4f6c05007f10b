"""Large arrays reach TensorFlow with their values, in whatever order they lie."""

from __future__ import annotations

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.convert.data import DataRule
from rkeras_py.convert.memory import LARGE
from rkeras_py.engine.tensorflow.uploads import as_float32

DOUBLES = np.random.default_rng(1).normal(size=(LARGE // 100, 50, 2))


@pytest.mark.parametrize("arrange", [np.asfortranarray, np.ascontiguousarray, np.transpose])
def test_values_are_rounded_as_numpy_rounds(arrange) -> None:
    array = arrange(DOUBLES)
    tensor = as_float32(array)
    assert tensor.dtype == "float32"
    np.testing.assert_array_equal(tensor.numpy(), array.astype("float32"))


def test_the_tensor_is_independent_of_the_array() -> None:
    array = DOUBLES.copy()
    tensor = as_float32(array)
    array[:] = 0
    np.testing.assert_array_equal(tensor.numpy(), DOUBLES.astype("float32"))


def test_data_are_copied_once() -> None:
    """What the rule of data made of doubles is the tensor's memory; what a user has is not."""
    data = DataRule("x").accept(np.asfortranarray(DOUBLES))
    assert data.dtype == "float32"
    np.testing.assert_array_equal(data, DOUBLES.astype("float32"))
    assert np.asarray(as_float32(data)).ctypes.data == data.ctypes.data
    columns = np.tile(data, (1, 2, 1))[:, ::2]
    for foreign in (data.copy(), data.transpose(), columns):
        assert as_float32(foreign) is foreign


def test_numbers_beyond_float32_are_infinite() -> None:
    array = np.full(LARGE, 1e300)
    array[0], array[1] = np.nan, -1e300
    tensor = as_float32(array).numpy()
    assert np.isnan(tensor[0])
    assert tensor[1] == -np.inf
    assert (tensor[2:] == np.inf).all()


def test_small_arrays_and_other_types_stay_as_they_are() -> None:
    for array in (DOUBLES[:2], DOUBLES.astype("float32"), np.zeros(LARGE, int), None, "a"):
        assert as_float32(array) is array


def test_training_on_large_doubles_is_that_of_keras() -> None:
    x = np.asfortranarray(DOUBLES.reshape(-1, 100))
    y = x[:, :1] * 2
    weights = np.linspace(0.5, 1, len(x))

    def model() -> keras.Model:
        made = keras.Sequential([keras.Input((100,)), keras.layers.Dense(1)])
        made.set_weights([np.full((100, 1), 0.1), np.zeros(1)])
        made.compile(loss="mse", optimizer="sgd")
        return made

    common = {"batch_size": 64, "shuffle": False, "verbose": 0, "sample_weight": weights}
    ours, theirs = model(), model()
    mine = rk.fit(ours, x, y, epochs=2, **common).history
    assert mine == theirs.fit(x, y, epochs=2, **common).history
    np.testing.assert_array_equal(rk.predict(ours, x, verbose=0), theirs.predict(x, verbose=0))


def test_a_constant_of_doubles_keeps_them_where_it_is_asked_to() -> None:
    assert rk.k_constant(DOUBLES, dtype="float64").numpy().tolist() == DOUBLES.tolist()
    single = rk.k_constant(DOUBLES)
    np.testing.assert_array_equal(single.numpy(), DOUBLES.astype("float32"))


def test_validation_on_samples_from_the_end_of_large_doubles() -> None:
    x = np.asfortranarray(np.tile(DOUBLES.reshape(-1, 100), (3, 1)))
    y = x[:, :1] * 2
    model = keras.Sequential([keras.Input((100,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.0))
    history = rk.fit(model, x, y, epochs=1, verbose=0, validation_split=0.37).history
    kept = len(x) - int(len(x) * 0.37)
    kernel = np.array(model.layers[0].kernel)
    errors = (x @ kernel - y)[:, 0] ** 2
    np.testing.assert_allclose(history["loss"], [errors[:kept].mean()], rtol=1e-4)
    np.testing.assert_allclose(history["val_loss"], [errors[kept:].mean()], rtol=1e-4)
