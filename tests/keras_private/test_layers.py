"""Weights that are added to layers and taken from them; the self-test calls the other functions."""

from __future__ import annotations

import keras

from rkeras_py.keras_private import layers


def test_weights_of_a_layer_that_is_built() -> None:
    dense = keras.layers.Dense(1)
    dense.build((None, 2))
    more = keras.Variable(1.0, trainable=False)
    layers.track_weight(dense, more)
    assert dense.non_trainable_weights == [more]
    layers.untrack_weight(dense, more)
    assert dense.weights == [dense.kernel, dense.bias]
