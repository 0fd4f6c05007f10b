"""``TimeDistributed`` for layers whose result for a sample depends on the other samples."""

from __future__ import annotations

import inspect
from typing import Any

import keras
from keras import ops

from rkeras_py.compat.layers.variant import variant
from rkeras_py.keras_private.layers import parts_of


class _OverBatch:
    """Passes all steps of all samples to the layer as one batch, as in Keras 2.

    Keras 3 calls the layer for each step: a batch normalization then uses the mean and variance of
    each step, and updates its moving averages at each step.
    """

    layer: Any

    def call(self, inputs: Any, training: Any = None, mask: Any = None) -> Any:
        options: dict[str, Any] = {}
        taken = inspect.signature(self.layer.call).parameters
        if "training" in taken:
            options["training"] = training
        if "mask" in taken and mask is not None:
            options["mask"] = ops.reshape(mask, (-1, *ops.shape(mask)[2:]))
        shape = ops.shape(inputs)
        outputs = self.layer.call(ops.reshape(inputs, (-1, *shape[2:])), **options)
        return ops.reshape(outputs, (*shape[:2], *ops.shape(outputs)[1:]))


TimeDistributedOverBatch = variant(
    _OverBatch, keras.layers.TimeDistributed, "TimeDistributedOverBatch"
)


def depends_on_batch(layer: Any) -> bool:
    """Whether a layer is a batch normalization, or contains one."""
    return any(isinstance(part, keras.layers.BatchNormalization) for part in parts_of(layer))
