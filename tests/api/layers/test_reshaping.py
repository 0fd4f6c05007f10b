"""Shapes of samples, with their contents."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.api.layers import reshaping as api
from rkeras_py.convert.rule import ArgumentError

X = np.arange(24.0).reshape(2, 3, 4)
CASES = [
    ("permute", {"dims": [2.0, 1.0]}, X, X.transpose(0, 2, 1)),
    ("permute", {"dims": (3, 1, 2)}, X[..., None], X[..., None].transpose(0, 3, 1, 2)),
    ("permute", {"dims": 1}, X[0], X[0]),
    ("repeat_vector", {"n": 3.0}, X[0], np.stack([X[0]] * 3, axis=1)),
    ("reshape", {"target_shape": [2.0, 6.0]}, X, X.reshape(2, 2, 6)),
    ("reshape", {"target_shape": 12}, X, X.reshape(2, 12)),
    ("reshape", {"target_shape": [-1, 2]}, X, X.reshape(2, 6, 2)),
    ("reshape", {"target_shape": [None, 2]}, X, X.reshape(2, 6, 2)),
    ("masking", {"mask_value": 99}, X, X),
]


@pytest.mark.parametrize(("name", "options", "x", "expected"), CASES)
def test_values(name, options, x, expected):
    layer = getattr(api, f"layer_{name}")
    np.testing.assert_array_equal(layer(**options)(x), expected)
    symbolic = layer(keras.Input(x.shape[1:]), **options)
    assert symbolic.shape == (None, *expected.shape[1:])


@pytest.mark.parametrize("value", [0, -1.5])
def test_masking_marks_steps(value):
    x = np.full((1, 3, 2), 5.0)
    x[0, 1] = value
    x[0, 2, 0] = value  # not all features
    model = keras.Sequential()
    api.layer_masking(model, **({"mask_value": value} if value else {}), input_shape=[3, 2])
    masked = model.layers[0](x)
    assert masked._keras_mask.numpy().tolist() == [[True, False, True]]
    np.testing.assert_array_equal(masked, np.where(np.arange(3)[:, None] == 1, 0, x))


def test_the_first_layer_makes_the_input():
    model = keras.Sequential()
    api.layer_reshape(model, [2, 2], input_shape=4)
    api.layer_permute(model, [2, 1])
    np.testing.assert_array_equal(
        model.predict(np.array([[1.0, 2.0, 3.0, 4.0]]), verbose=0), [[[1, 3], [2, 4]]]
    )


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`dims` must be the numbers from 1 .*not c\(0, 1\)"):
        api.layer_permute(dims=[0, 1])
    with pytest.raises(ArgumentError, match=r"`dims` must be the numbers from 1"):
        api.layer_permute(dims=[1, 3])
    with pytest.raises(ArgumentError, match=r"`n` must be a whole number of at least 1, not 0"):
        api.layer_repeat_vector(n=0)
    with pytest.raises(ArgumentError, match=r"`target_shape` must be whole numbers"):
        api.layer_reshape(target_shape=[-1, -1])
