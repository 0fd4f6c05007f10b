"""Sequential models, and the weights and states of models and layers."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

import rkeras_py as rk


def two_layers() -> keras.Model:
    model = rk.keras_model_sequential(name="two", input_shape=3)
    rk.layer_dense(model, 2)
    rk.layer_batch_normalization(model)
    return model


def test_layers_may_come_in_a_list() -> None:
    layers = [keras.layers.Dense(4), keras.layers.Dense(2, name="last")]
    model = rk.keras_model_sequential(layers, name="mine", input_shape=3, batch_size=5)
    assert model.name == "mine" and model.input_shape == (5, 3) and model.output_shape == (5, 2)
    assert [layer.units for layer in model.layers] == [4, 2]
    assert rk.keras_model_sequential(keras.layers.Dense(1)).layers[0].units == 1
    assert rk.keras_model_sequential().layers == []


def test_the_input_s_type_and_whole_shape() -> None:
    model = rk.keras_model_sequential(batch_input_shape=[None, None, 2], dtype="int32")
    rk.layer_flatten(model, data_format="channels_last")
    assert model.input_shape == (None, None, 2) and model.inputs[0].dtype == "int32"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"layers": ["dense"]}, '`layers` must be a list of layers, not list\\("dense"\\)|not a'),
        ({"layers": 3}, "`layers` must be a list of layers, not 3"),
        ({"name": 1}, "`name` must be a string or NULL, not 1"),
        ({"input_shape": "a"}, "`input_shape` must be a shape"),
        ({"batch_size": 0}, "`batch_size` must be a whole number of at least 1"),
        ({"units": 3}, r"unused argument \(units = 3\)"),
    ],
)
def test_models_that_cannot_be_made(arguments, message) -> None:
    with pytest.raises(rk.ArgumentError, match=message):
        rk.keras_model_sequential(**arguments)


def test_weights_of_all_kinds() -> None:
    model = two_layers()
    shapes = [(3, 2), (2,), (2,), (2,), (2,), (2,)]
    assert [w.shape for w in rk.get_weights(model)] == shapes
    assert [w.shape for w in rk.get_weights(model, trainable=True)] == shapes[:4]
    moving = rk.get_weights(model, trainable=False)
    np.testing.assert_array_equal(moving, [[0, 0], [1, 1]])  # the mean and the variance


def test_weights_are_replaced() -> None:
    model = two_layers()
    new = [numbers(*w.shape, seed=i) for i, w in enumerate(rk.get_weights(model))]
    assert rk.set_weights(model, new) is model
    for got, expected in zip(rk.get_weights(model), new, strict=True):
        np.testing.assert_array_equal(got, expected)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda w: w[:-1], "`weights` must be a list of 6 arrays, .*, not of 5"),
        (lambda w: [w[0].T, *w[1:]], r"`weights\[\[1\]\]` must be of shape \(3, 2\), not \(2, 3\)"),
        (lambda w: [*w[:5], np.array(["a", "b"])], r"`weights\[\[6\]\]` must be numeric"),
        (lambda w: 3, "`weights` must be a list of arrays, .*, not 3"),
    ],
)
def test_weights_that_do_not_fit_change_nothing(change, message) -> None:
    model = two_layers()
    before = rk.get_weights(model)
    with pytest.raises(rk.ArgumentError, match=message):
        rk.set_weights(model, change([w + 1 for w in before]))
    for got, expected in zip(rk.get_weights(model), before, strict=True):
        np.testing.assert_array_equal(got, expected)


def test_parameters_are_counted() -> None:
    assert rk.count_params(two_layers()) == 3 * 2 + 2 + 4 * 2
    assert rk.count_params(two_layers().layers[0]) == 8


@pytest.mark.parametrize("call", [rk.get_weights, rk.count_params])
def test_what_has_no_weights_yet_is_told_with_what_helps(call) -> None:
    model = rk.keras_model_sequential(name="späť")
    rk.layer_dense(model, 2)
    with pytest.raises(rk.ArgumentError, match=r'"späť" has no weights yet: set `input_shape` in'):
        call(model)
    with pytest.raises(rk.ArgumentError, match=r"has no weights yet: set its `input_shape`"):
        call(keras.layers.Dense(1))
    with pytest.raises(rk.ArgumentError, match="`object` must be a layer or a model, not NULL"):
        call(None)


def stateful() -> keras.Model:
    made = rk.keras_model_sequential()
    return rk.layer_lstm(made, 2, stateful=True, batch_input_shape=[1, 4, 3])


def check_starts_again(model: keras.Model, inner: keras.Model) -> None:
    x = numbers(1, 4, 3)
    first = model.predict(x, verbose=0)
    assert np.abs(first - model.predict(x, verbose=0)).max() > 1e-3
    assert rk.reset_states(inner) is inner
    np.testing.assert_allclose(model.predict(x, verbose=0), first, rtol=1e-6)


def test_states_go_back_to_zero() -> None:
    model = stateful()
    check_starts_again(model, model)
    model = stateful()
    check_starts_again(model, model.layers[0])


def test_states_of_inner_models_go_back_to_zero() -> None:
    model = keras.Sequential([stateful()])
    check_starts_again(model, model)
