"""Wrappers that pass all steps to their layer as one batch, as Keras 2 does."""

from __future__ import annotations

import inspect
from typing import Any

import keras
from keras import ops

from rkeras_py.compat.layers.variant import saved_as_keras, variant
from rkeras_py.keras_private.layers import parts_of


class _OverBatch:
    """Calls the layer once. Keras 3 calls it for each step, and unrolls the steps in the graph."""

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


@saved_as_keras
class TimeDistributed(_OverBatch, keras.layers.TimeDistributed):  # type: ignore[misc]
    """For layers that compute the same for the steps one by one, so that files need only Keras."""

    @staticmethod
    def stands_for(layer: Any) -> bool:
        """Whether it can replace a layer of Keras."""
        return not (depends_on_batch(layer.layer) or depends_on_step(layer.layer))


#: For layers that depend on the batch: in Keras 3, a batch normalization has a mean and a variance
#: for each step, and its moving averages change at each step.
TimeDistributedOverBatch = variant(
    _OverBatch, keras.layers.TimeDistributed, "TimeDistributedOverBatch"
)


def depends_on_batch(layer: Any) -> bool:
    """Whether a layer is a batch normalization, or contains one."""
    return any(isinstance(part, keras.layers.BatchNormalization) for part in parts_of(layer))


def depends_on_step(layer: Any) -> bool:
    """Whether a layer keeps a state from step to step, or takes batches of one size only."""
    return any(
        getattr(part, "stateful", False) or _has_batch_size(part) for part in parts_of(layer)
    )


def _has_batch_size(layer: Any) -> bool:
    return isinstance(layer, keras.layers.InputLayer) and layer.batch_shape[0] is not None
