"""Batch normalization as Keras 2 has it."""

from __future__ import annotations

import functools
from typing import Any

import keras
from keras import ops

from rkeras_py.convert.rule import ArgumentError


def estimate_variance(layer: Any) -> None:
    """Have the moving variance of this layer estimate that of the population.

    Keras 2 normalizes images and volumes with TensorFlow's fused operation. That divides a
    batch's sum of squares by ``n`` to normalize the batch, and by ``n - 1`` where the moving
    variance is updated; Keras 3 divides by ``n`` in both. Only this object is changed, and nothing
    of it is saved.
    """
    call = layer.call

    @functools.wraps(call)  # Keras looks at the signature
    def call_and_correct(inputs: Any, training: Any = None, mask: Any = None) -> Any:
        if not (training and layer.trainable and _is_fused(layer, inputs)):
            return call(inputs, training=training, mask=mask)
        kept = layer.moving_variance * layer.momentum
        outputs = call(inputs, training=training, mask=mask)
        shape = ops.shape(inputs)
        count = 1
        for axis in layer._reduction_axes:
            count = count * shape[axis]
        others = ops.maximum(ops.cast(count, kept.dtype) - 1, 1)
        layer.moving_variance.assign_add((layer.moving_variance - kept) / others)
        return outputs

    object.__setattr__(layer, "call", call_and_correct)


def _is_fused(layer: Any, inputs: Any) -> bool:
    rank = len(inputs.shape)
    return (
        rank in (4, 5) and layer.axis % rank in (1, rank - 1) and layer.compute_dtype != "float64"
    )


@keras.saving.register_keras_serializable("rkeras_py")
class GhostBatchNormalization(keras.layers.BatchNormalization):  # type: ignore[misc]
    """Normalizes parts of a batch apart from each other (Hoffer, Hubara and Soudry, 2017).

    Sample ``i`` belongs to part ``i mod parts``, and the moving averages take the mean of the
    parts' statistics, as in Keras 2.
    """

    def __init__(self, virtual_batch_size: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if self.renorm:
            raise ArgumentError("`virtual_batch_size` and `renorm` cannot be used together.")
        self.virtual_batch_size = virtual_batch_size

    def call(self, inputs: Any, training: Any = None, mask: Any = None) -> Any:
        if not (training and self.trainable):
            return super().call(inputs, training=training, mask=mask)
        rest = ops.shape(inputs)[1:]
        parts = ops.reshape(inputs, (self.virtual_batch_size, -1, *rest))
        channel = self.axis % len(inputs.shape) + 1
        reduced = [axis for axis in range(len(parts.shape)) if axis not in (1, channel)]
        mean, variance = ops.moments(parts, axes=reduced, keepdims=True)
        for moving, new in ((self.moving_mean, mean), (self.moving_variance, variance)):
            average = ops.reshape(ops.mean(new, axis=1), (-1,))
            moving.assign(moving * self.momentum + average * (1 - self.momentum))
        outputs = (parts - mean) / ops.sqrt(variance + self.epsilon)
        shape = [1] * len(parts.shape)
        shape[channel] = -1
        if self.scale:
            outputs = outputs * ops.reshape(self.gamma, shape)
        if self.center:
            outputs = outputs + ops.reshape(self.beta, shape)
        return ops.reshape(outputs, ops.shape(inputs))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "virtual_batch_size": self.virtual_batch_size}
