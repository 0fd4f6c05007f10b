"""Activations of Keras 2, by hand."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.api.layers.core import layer_activation


def test_hard_sigmoid_rises_from_minus_two_and_a_half_to_two_and_a_half() -> None:
    x = np.array([[-3.0, -2.5, -1.0, 0.0, 1.0, 2.5, 3.0]], "float32")
    layer = layer_activation(activation="hard_sigmoid")
    assert layer(x).numpy()[0] == pytest.approx([0, 0, 0.3, 0.5, 0.7, 1, 1], abs=1e-6)
    again = keras.layers.deserialize(keras.layers.serialize(layer))
    assert again(x).numpy()[0] == pytest.approx([0, 0, 0.3, 0.5, 0.7, 1, 1], abs=1e-6)
