"""Keras's layers in models that were read, and those of this package that take their place."""

from __future__ import annotations

from typing import Any

import keras
import pytest

from rkeras_py.compat.layers import augmentation, categories, normalization, saved_as

FUSED = {"renorm_clipping": {}}


@pytest.mark.parametrize(
    ("layer", "restored"),
    [
        # both directions at once are another layer's: RandomFlipApart's
        (lambda: keras.layers.RandomFlip("horizontal_and_vertical"), keras.layers.RandomFlip),
        (lambda: keras.layers.RandomFlip("horizontal"), augmentation.RandomFlip),
        (lambda: keras.layers.RandomFlip("vertical"), augmentation.RandomFlip),
        (lambda: keras.layers.BatchNormalization(), keras.layers.BatchNormalization),
        (lambda: keras.layers.BatchNormalization(**FUSED), normalization.BatchNormalization),
        (lambda: keras.layers.CategoryEncoding(3), categories.CategoryEncoding),
        (lambda: keras.layers.Flatten(), keras.layers.Flatten),
    ],
)
def test_which_layers_are_restored(layer: Any, restored: type) -> None:
    made = layer()
    model = keras.Sequential([keras.Input((4, 4, 1)), keras.Sequential([made])])
    saved_as.restore(model)
    assert type(made) is restored
    assert type(model) is keras.Sequential
