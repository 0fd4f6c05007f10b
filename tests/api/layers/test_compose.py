"""Putting layers into models."""

from __future__ import annotations

import keras
import pytest

from rkeras_py.api.layers.convolutional import layer_conv_1d
from rkeras_py.api.layers.core import layer_dense
from rkeras_py.api.layers.recurrent import layer_gru


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
