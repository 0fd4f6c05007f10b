"""Indices for embeddings: JAX takes the nearest row where there is none; others fail."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.layers import parts_of


def check_indices(model: Any, arrays: list[Any], argument: str) -> None:
    """Whether arrays can be looked up by the embeddings that they go to.

    Raises:
        ArgumentError: there is an index without a row.
    """
    import keras
    import numpy as np

    inputs = list(getattr(model, "inputs", None) or [])
    for layer in parts_of(model):
        if not isinstance(layer, keras.layers.Embedding):
            continue
        fed = getattr(layer, "input", None)
        for tensor, array in zip(inputs, arrays, strict=False):
            if tensor is not fed or not isinstance(array, np.ndarray) or not array.size:
                continue
            low, high = array.min(), array.max()
            if low < 0 or high >= layer.input_dim:
                raise ArgumentError(
                    f"`{argument}` must be indices from 0 to {layer.input_dim - 1} for the layer "
                    f'"{layer.name}", whose `input_dim` is {layer.input_dim}; '
                    f"one is {low if low < 0 else high:.0f}."
                )
