"""The shape that vectorized texts have in a model."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.compat.layers.vectorization import TextVectorization

TEXTS = np.array([["a b c"], ["b c d"], ["a a a d"]])


@pytest.mark.parametrize("mode", ["multi_hot", "count", "tf_idf"])
def test_one_vector_a_text(mode) -> None:
    layer = TextVectorization(output_mode=mode)
    layer.adapt(TEXTS[:, 0])
    x = keras.Input((1,), dtype="string")
    output = layer(x)
    assert output.shape == (None, 5) == (None, layer(TEXTS).shape[1])
    counts = layer(TEXTS[2:])[0]
    assert mode != "count" or sorted(np.array(counts).tolist()) == [0, 0, 0, 1, 3]


def test_texts_that_are_split_already_keep_their_axis() -> None:
    layer = TextVectorization(output_mode="multi_hot", split=None, standardize=None)
    layer.adapt(np.array([["a", "b"]]))
    assert layer(keras.Input((2,), dtype="string")).shape[-1] == 3
    assert layer(np.array([["a", "z"]])).shape == (1, 3)


def test_places_are_as_in_keras() -> None:
    layer = TextVectorization(output_sequence_length=4)
    layer.adapt(TEXTS[:, 0])
    assert layer(keras.Input((1,), dtype="string")).shape == (None, 4)


def test_files_know_it_as_keras_s() -> None:
    layer = TextVectorization(vocabulary=["a", "b"])
    saved = keras.saving.serialize_keras_object(layer)
    assert saved["module"] == "keras.layers" and saved["class_name"] == "TextVectorization"
