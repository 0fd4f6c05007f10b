"""Merging layers, with masks as in Keras 2.

In Keras 2 a mask does not change the values, and a step of the result is valid if it is valid in
all inputs that have a mask. Keras 3 excludes masked values from sums, products and extremes, and a
step is valid if it is valid in any input.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from rkeras_py.keras_private.layers import mask_of


def merging_class(name: str, tensors: list[Any] | None) -> Any:
    """Keras's class, or that of this module if inputs have masks or may have them later."""
    if tensors is not None and all(mask_of(tensor) is None for tensor in tensors):
        return getattr(keras.layers, name)
    return _MASKED.get(name) or getattr(keras.layers, name)


def _both(mask: Any, other: Any) -> Any:
    return other if mask is None else ops.logical_and(mask, other)


class _Elementwise:
    """The differences of the merging classes from Keras 3's."""

    def call(self, inputs: Any) -> Any:
        return super().call([_unmasked(x) for x in inputs])  # type: ignore[misc]

    def compute_mask(self, inputs: Any, mask: Any = None) -> Any:
        merged = None
        for one in mask or ():
            merged = merged if one is None else _both(merged, one)
        return merged


def _unmasked(x: Any) -> Any:
    return x if mask_of(x) is None else ops.copy(x)


class _Concatenated:
    """The same for concatenation, where a mask may have to be extended along the steps."""

    axis: int

    def compute_mask(self, inputs: Any, mask: Any = None) -> Any:
        if mask is None or all(one is None for one in mask):
            return None
        full = [_full_mask(x, one) for x, one in zip(inputs, mask, strict=True)]
        return ops.all(ops.concatenate(full, axis=self.axis), axis=-1)


def _full_mask(x: Any, mask: Any) -> Any:
    """A mask in the shape of the tensor."""
    every = ops.ones_like(x, dtype="bool")
    if mask is None:
        return every
    while len(mask.shape) < len(x.shape):
        mask = ops.expand_dims(mask, -1)
    return ops.logical_and(mask, every)


def _masked(name: str, base: type) -> Any:
    cls = type(name, (base, getattr(keras.layers, name)), {"__module__": __name__})
    return keras.saving.register_keras_serializable("rkeras_py")(cls)


_MASKED = {
    **{
        name: _masked(name, _Elementwise)
        for name in ("Add", "Average", "Maximum", "Minimum", "Multiply", "Subtract")
    },
    "Concatenate": _masked("Concatenate", _Concatenated),
}
