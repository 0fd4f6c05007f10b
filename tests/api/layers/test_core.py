"""Dense layers, activations, dropout, flattening and embeddings, computed again with NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

import rkeras_py as rk

X = numbers(4, 3)


@pytest.mark.parametrize("use_bias", [True, False])
def test_dense(use_bias) -> None:
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 2, "relu", use_bias, bias_initializer="ones", input_shape=3)
    kernel = model.get_weights()[0]
    expected = np.maximum(X @ kernel + use_bias, 0)
    np.testing.assert_allclose(model.predict(X, verbose=0), expected, rtol=1e-5, atol=1e-6)
    assert model.count_params() == 6 + 2 * use_bias


def test_dense_works_on_the_last_axis() -> None:
    x = numbers(2, 5, 3)
    layer = rk.layer_dense(units=4)
    out = layer(x).numpy()
    np.testing.assert_allclose(out, np.einsum("btf,fu->btu", x, layer.get_weights()[0]), rtol=1e-5)


def test_weights_may_be_given() -> None:
    kernel, bias = numbers(3, 2), numbers(2)
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 2, input_shape=3, weights=[kernel, bias], name="mine", trainable=False)
    np.testing.assert_allclose(model.predict(X, verbose=0), X @ kernel + bias, rtol=1e-5)
    assert model.layers[0].name == "mine" and model.trainable_weights == []


def test_penalties_and_constraints_of_dense_weights() -> None:
    layer = rk.layer_dense(
        units=2, kernel_regularizer="l2", kernel_constraint="nonneg", activity_regularizer="l1"
    )
    out = layer(X).numpy()
    kernel = layer.get_weights()[0]
    losses = sorted(float(loss) for loss in layer.losses)
    expected = sorted([0.01 * (kernel**2).sum(), 0.01 * np.abs(out).sum() / len(X)])
    np.testing.assert_allclose(losses, expected, rtol=1e-5)
    assert float(layer.kernel.constraint(keras.ops.array([-1.0]))[0]) == 0


@pytest.mark.parametrize(
    ("activation", "expected"),
    [
        ("tanh", np.tanh(X)),
        ("linear", X),
        (lambda x: x * 2, X * 2),
        ("hard_sigmoid", np.clip(0.2 * X + 0.5, 0, 1)),
    ],
)
def test_activation(activation, expected) -> None:
    got = rk.layer_activation(activation=activation)(X).numpy()
    np.testing.assert_allclose(got, expected, rtol=1e-5, atol=1e-6)


def test_dropout_scales_what_it_keeps() -> None:
    layer, ones = rk.layer_dropout(rate=0.25, seed=1), np.ones((50, 40), "float32")
    np.testing.assert_array_equal(layer(ones).numpy(), ones)
    dropped = layer(ones, training=True).numpy()
    np.testing.assert_allclose(np.unique(dropped), [0, 1 / 0.75], rtol=1e-6)
    # 2000 draws: five standard deviations of the share are 0.048
    assert abs((dropped == 0).mean() - 0.25) < 0.05
    again = rk.layer_dropout(rate=0.25, seed=1)(ones, training=True).numpy()
    np.testing.assert_array_equal(dropped, again)


def test_dropout_of_whole_columns() -> None:
    layer = rk.layer_dropout(rate=0.5, noise_shape=[None, 1, 6], seed=3)
    dropped = layer(np.ones((8, 5, 6), "float32"), training=True).numpy()
    assert set(np.unique(dropped.sum(axis=1))) == {0, 10}


def test_flatten_reads_channels_last() -> None:
    x = numbers(2, 3, 4, 5)
    np.testing.assert_array_equal(rk.layer_flatten()(x).numpy(), x.reshape(2, 60))
    first = rk.layer_flatten(data_format="channels_first")(x).numpy()
    np.testing.assert_array_equal(first, np.moveaxis(x, 1, -1).reshape(2, 60))


def test_embedding_looks_rows_up() -> None:
    model = rk.keras_model_sequential()
    rk.layer_embedding(model, 5, 2, input_length=3, mask_zero=True)
    table = model.get_weights()[0]
    words = np.array([[0, 4, 2], [1, 1, 0]])
    np.testing.assert_array_equal(model.predict(words, verbose=0), table[words])
    assert model.input_shape == (None, 3) and model.output_shape == (None, 3, 2)
    mask = model.layers[0].compute_mask(words)
    np.testing.assert_array_equal(mask, words != 0)


def test_a_shape_that_is_given_comes_before_the_length() -> None:
    model = rk.keras_model_sequential()
    rk.layer_embedding(model, 5, 2, input_length=3, input_shape=[None])
    assert model.input_shape == (None, None)


@pytest.mark.parametrize(
    ("layer", "arguments", "message"),
    [
        ("dense", {"units": 0}, "`units` must be a whole number of at least 1, not 0"),
        ("dense", {"units": None}, "`units` must be .*, not NULL"),
        ("dense", {"units": "é"}, '`units` must be .*, not the string "é"'),
        ("dense", {"units": 1, "activation": "rellu"}, 'not known: "rellu". Did you mean "relu"'),
        ("dropout", {"rate": 1.5}, "`rate` must be a number from 0 to 1, not 1.5"),
        ("flatten", {"data_format": "last"}, "`data_format` must be one of"),
        ("embedding", {"input_dim": 5, "output_dim": 0.5}, "`output_dim` must be a whole number"),
    ],
)
def test_what_is_wrong_is_named(layer, arguments, message) -> None:
    with pytest.raises(rk.ArgumentError, match=message):
        getattr(rk, f"layer_{layer}")(**arguments)
