"""A model that counts the batches that it has learnt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import keras
import numpy as np

import rkeras_py as rk


def counting_model() -> keras.Sequential:
    """Its one weight is minus the number of batches that it has learnt."""
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 1, input_shape=1, use_bias=False, kernel_initializer="zeros")
    ones = np.ones((4, 1), "float32")
    model(ones)
    return rk.compile(model, rk.optimizer_sgd(1.0), lambda t, p: keras.ops.mean(p))


def learnt(model: keras.Sequential) -> float:
    return -float(model.get_weights()[0][0, 0])


def batches(n: int) -> Iterator[tuple[Any, Any]]:
    ones = np.ones((4, 1), "float32")
    for _ in range(n):
        yield ones, ones
