"""Functions as layers."""

from __future__ import annotations

import inspect

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py.api.layers.lambdas import layer_lambda
from rkeras_py.convert.rule import ArgumentError

X = np.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]], "float32")


def test_in_a_sequential_model():
    model = keras.Sequential()
    layer_lambda(model, lambda x: x**2, input_shape=[3.0], name="squares")
    model.add(keras.layers.Dense(1, kernel_initializer="ones"))
    assert model.layers[0].name == "squares"
    np.testing.assert_allclose(model.predict(X, verbose=0)[:, 0], (X**2).sum(1))


def test_in_a_functional_model_of_two_inputs():
    a, b = keras.Input((3,)), keras.Input((3,))
    output = layer_lambda([a, b], lambda x: ops.concatenate([x[0], 2 * x[1]], axis=1))
    assert output.shape == (None, 6)
    model = keras.Model([a, b], output)
    np.testing.assert_array_equal(model([X, X]), np.hstack([X, 2 * X]))


def test_gradients_go_through():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, kernel_initializer="ones")])
    layer_lambda(model, lambda x: 3 * x)
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mean_absolute_error")
    model.fit(X, np.zeros((2, 1)), epochs=1, verbose=0)
    # sums are 2 and 3: both above 0, so the gradient is three times the mean of the inputs
    np.testing.assert_allclose(model.get_weights()[0][:, 0], 1 - 0.1 * 3 * X.mean(0), rtol=1e-5)


def test_arguments_training_and_mask():
    layer = layer_lambda(
        f=lambda x, factor, training=None: x * (factor if training else 1), arguments={"factor": 10}
    )
    np.testing.assert_array_equal(layer(X), X)
    np.testing.assert_array_equal(layer(X, training=True), 10 * X)
    masked = keras.layers.Masking()(np.array([[[1.0], [0.0]]], "float32"))
    seen = layer_lambda(f=lambda x, mask: ops.cast(mask, "float32"))(masked)
    np.testing.assert_array_equal(seen, [[1, 0]])


def test_masks_are_passed_or_made():
    x = np.ones((1, 2, 1), "float32")
    given = layer_lambda(f=lambda x: x, mask=np.array([[True, False]]))(x)
    assert ops.convert_to_numpy(given._keras_mask).tolist() == [[True, False]]
    made = layer_lambda(f=lambda x: x, mask=lambda x, mask: ops.any(x > 2, axis=-1))(x)
    assert ops.convert_to_numpy(made._keras_mask).tolist() == [[False, False]]


def test_output_shapes():
    x = keras.Input((4, 3))
    assert layer_lambda(x, lambda x: x, output_shape=[2.0, 6.0]).shape == (None, 2, 6)
    swapped = layer_lambda(x, lambda x: x, output_shape=lambda s: [s[0], float(s[2]), s[1]])
    assert swapped.shape == (None, 3, 4)
    assert layer_lambda(x, lambda x: ops.sum(x, axis=1)).shape == (None, 3)
    assert layer_lambda(x, lambda x: ops.cast(x, "int32")).dtype == "int32"


def test_errors_of_the_function_are_seen():
    def fails(x):
        raise ZeroDivisionError("mine")

    with pytest.raises(ZeroDivisionError, match="mine"):
        layer_lambda(keras.Input((3,)), fails)


class RFunction:
    """As the bridge gives it where R code gave the function no name."""

    __name__ = "r_function"
    __signature__ = inspect.signature(lambda x: x)

    def __init__(self, function):
        self._function = function

    def __call__(self, x):
        return self._function(x)


@pytest.mark.parametrize("ending", [".keras", ".h5"])
def test_functions_of_r_without_a_name_go_by_the_layers_name(tmp_path, ending):
    model = keras.Sequential()
    layer_lambda(model, RFunction(lambda x: x + 1), input_shape=[3.0], name="one_more")
    same_shape = RFunction(lambda shape: shape)
    layer_lambda(model, RFunction(lambda x: x + 2), output_shape=same_shape, name="two_more")
    path = str(tmp_path / f"model{ending}")
    model.save(path)
    given = {"one_more": lambda x: x + 10, "two_more": lambda x: x + 100}
    given["two_more_shape"] = lambda shape: shape
    same = keras.saving.load_model(path, custom_objects=given)
    np.testing.assert_array_equal(same(X), X + 110)
    with pytest.raises(TypeError, match="Could not locate function 'one_more'"):
        keras.saving.load_model(path)


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`f` must be a function, not 3"):
        layer_lambda(f=3)
    with pytest.raises(ArgumentError, match=r"`output_shape` must be a shape, .*or a function"):
        layer_lambda(f=abs, output_shape="a")
    with pytest.raises(ArgumentError, match=r"`arguments` must be a named list or NULL, not 3"):
        layer_lambda(f=abs, arguments=3)
    with pytest.raises(ArgumentError, match=r"`mask` must be a tensor or a function"):
        layer_lambda(f=abs, mask="a")
