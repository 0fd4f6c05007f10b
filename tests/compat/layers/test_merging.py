"""Merging layers where masks come in: values are not touched, and what counts in all counts."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers
from keras import ops

from rkeras_py.compat.layers.merging import merging_class
from rkeras_py.keras_private.layers import mask_of

WORDS = np.array([[1, 2, 0], [3, 0, 0]])
OTHERS = np.array([[1, 0, 0], [2, 2, 2]])
TABLE = numbers(4, 2)


def embedded(words):
    """Vectors with a mask."""
    layer = keras.layers.Embedding(4, 2, mask_zero=True)
    layer.build()
    layer.set_weights([TABLE])
    return layer(words)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Add", lambda a, b: a + b),
        ("Subtract", lambda a, b: a - b),
        ("Multiply", lambda a, b: a * b),
        ("Average", lambda a, b: (a + b) / 2),
        ("Maximum", np.maximum),
        ("Minimum", np.minimum),
    ],
)
def test_masked_values_count_and_masks_are_joined(name, expected):
    tensors = [embedded(WORDS), embedded(OTHERS)]
    layer = merging_class(name, tensors)()
    got = layer(tensors)
    np.testing.assert_allclose(got, expected(TABLE[WORDS], TABLE[OTHERS]), rtol=1e-6)
    np.testing.assert_array_equal(mask_of(got), (WORDS != 0) & (OTHERS != 0))


def test_an_input_without_a_mask_counts_everywhere():
    plain = ops.array(TABLE[OTHERS])
    tensors = [embedded(WORDS), plain]
    got = merging_class("Add", tensors)()(tensors)
    np.testing.assert_array_equal(mask_of(got), WORDS != 0)


@pytest.mark.parametrize("axis", [-1, 1])
def test_concatenated_masks(axis):
    tensors = [embedded(WORDS), embedded(OTHERS)]
    got = merging_class("Concatenate", tensors)(axis=axis)(tensors)
    expected = np.concatenate([TABLE[WORDS], TABLE[OTHERS]], axis)
    np.testing.assert_array_equal(got, expected)
    both = [WORDS != 0, OTHERS != 0]
    mask = both[0] & both[1] if axis == -1 else np.concatenate(both, 1)
    np.testing.assert_array_equal(mask_of(got), mask)


def test_without_masks_the_class_is_keras_s():
    plain = [ops.ones((1, 2)), ops.ones((1, 2))]
    assert merging_class("Add", plain) is keras.layers.Add
    assert merging_class("Dot", None) is keras.layers.Dot
    assert merging_class("Add", None) is not keras.layers.Add  # masks may come later


def test_a_model_with_masks_is_saved(tmp_path):
    inputs = [keras.Input((3,)), keras.Input((3,))]
    table = keras.layers.Embedding(4, 2, mask_zero=True)
    tensors = [table(one) for one in inputs]
    model = keras.Model(inputs, merging_class("Add", tensors)()(tensors))
    model.save(tmp_path / "m.keras")
    again = keras.models.load_model(tmp_path / "m.keras")
    np.testing.assert_allclose(again([WORDS, OTHERS]), model([WORDS, OTHERS]), rtol=1e-6)
