"""Activations as layers, against NumPy."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from scipy import special

from rkeras_py.api.layers import activations as api
from rkeras_py.convert.rule import ArgumentError

V = np.array([[-3.0, -1.0, 0.5], [1.0, 1.5, 7.0]])
CASES = [
    ("elu", {}, np.where(V > 0, V, np.expm1(V))),
    ("elu", {"alpha": 2}, np.where(V > 0, V, 2 * np.expm1(V))),
    ("leaky_relu", {}, np.where(V > 0, V, 0.3 * V)),
    ("leaky_relu", {"alpha": 0.01}, np.where(V > 0, V, 0.01 * V)),
    ("parametric_relu", {}, np.maximum(V, 0)),
    ("parametric_relu", {"alpha_initializer": "ones"}, V),
    ("relu", {}, np.maximum(V, 0)),
    ("relu", {"max_value": 6}, np.clip(V, 0, 6)),
    (
        "relu",
        {"max_value": 6, "negative_slope": 0.1, "threshold": 1},
        [[-0.4, -0.2, -0.05], [0, 1.5, 6]],
    ),
    ("selu", {}, 1.05070098 * np.where(V > 0, V, 1.67326324 * np.expm1(V))),
    ("softmax", {}, special.softmax(V, axis=1)),
    ("softmax", {"axis": 0.0}, special.softmax(V, axis=0)),
    ("softmax", {"axis": [0, 1]}, special.softmax(V)),
    ("thresholded_relu", {}, [[0, 0, 0], [0, 1.5, 7]]),
    ("thresholded_relu", {"theta": 0.25}, [[0, 0, 0.5], [1, 1.5, 7]]),
]


@pytest.mark.parametrize(("name", "options", "expected"), CASES)
def test_values(name, options, expected):
    layer = getattr(api, f"layer_activation_{name}")(**options)
    np.testing.assert_allclose(layer(V), expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(("name", "options", "expected"), CASES)
def test_saved_in_a_model(name, options, expected, tmp_path):
    model = keras.Sequential()
    getattr(api, f"layer_activation_{name}")(model, input_shape=[3], name="act", **options)
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras")
    assert loaded.layers[0].name == "act"
    np.testing.assert_allclose(loaded(V), expected, rtol=1e-5, atol=1e-6)


def test_shared_slopes():
    layer = api.layer_activation_parametric_relu(
        alpha_initializer="ones", alpha_regularizer="l2", shared_axes=[1.0, 2.0]
    )
    images = -np.ones((1, 2, 2, 3))
    layer.build(images.shape)
    layer.set_weights([np.array([[[1.0, 2.0, 3.0]]])])
    np.testing.assert_allclose(layer(images), images * [1, 2, 3])
    assert float(layer.losses[0]) == pytest.approx(0.01 * 14)


def test_masks_pass():
    x = keras.layers.Masking()(np.array([[[1.0], [0.0]]]))
    assert api.layer_activation_thresholded_relu(x)._keras_mask.numpy().tolist() == [[True, False]]


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`theta` must be a number of at least 0, not -1"):
        api.layer_activation_thresholded_relu(theta=-1)
    with pytest.raises(ArgumentError, match=r"`shared_axes` must be one or several whole numbers"):
        api.layer_activation_parametric_relu(shared_axes=0)
