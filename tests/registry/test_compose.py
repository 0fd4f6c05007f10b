"""Putting layers into models, and layers that R calls: on its data, on tensors, on models."""

from __future__ import annotations

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.api.layers.convolutional import layer_conv_1d
from rkeras_py.api.layers.core import layer_dense
from rkeras_py.api.layers.recurrent import layer_gru
from rkeras_py.registry.compose import call_layer

DOUBLE = keras.layers.Rescaling(2.0)


def test_a_layer_is_called_on_vectors_and_arrays():
    assert call_layer(DOUBLE, [1.0, 2.0]).numpy().tolist() == [2, 4]
    assert call_layer(DOUBLE, 3).numpy().tolist() == [6]
    assert call_layer(DOUBLE, np.array([[1.5]])).numpy().tolist() == [[3]]
    zeros = call_layer(keras.layers.Dropout(1.0), [1.0, 2.0], training=True)
    assert zeros.numpy().tolist() == [0, 0]
    symbolic = call_layer(DOUBLE, keras.Input((3,)))
    assert tuple(symbolic.shape) == (None, 3)


def test_a_layer_or_a_model_is_added_to_a_sequential_model():
    inner = keras.Sequential([keras.Input((2,)), keras.layers.Rescaling(3.0)])
    model = keras.Sequential()
    assert call_layer(inner, model) is model
    assert call_layer(DOUBLE, model) is model
    assert model.layers == [inner, DOUBLE]
    assert model.predict(np.array([[1.0, 2.0]]), verbose=0).tolist() == [[6, 12]]


def test_missing_text_is_told_of():
    lookup = rk.layer_string_lookup(vocabulary=["a"])
    from rkeras_py.convert.na import NA_CHARACTER

    with pytest.raises(rk.ArgumentError, match=r"`inputs` is text with 1 missing value \(NA\)"):
        call_layer(lookup, ["a", NA_CHARACTER])


def test_a_layer_that_does_not_fit_leaves_the_model_as_it_was() -> None:
    model = keras.Sequential()
    with pytest.raises(ValueError, match="batch size must be static"):
        layer_gru(model, units=2, stateful=True, input_shape=(3, 2))
    assert model.layers == [] and not model.built
    layer_conv_1d(model, filters=2, kernel_size=2, input_shape=(4, 1))
    first = model.layers[0]
    with pytest.raises(ValueError, match=r"negative|smaller|greater|larger"):
        layer_conv_1d(model, filters=2, kernel_size=9)
    assert model.layers == [first] and model.output_shape == (None, 3, 2)
    layer_dense(model, units=5)
    assert model.output_shape == (None, 3, 5)
