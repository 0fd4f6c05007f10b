"""Batch normalization as in Keras 2."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from rkeras_py.compat.layers.variant import saved_as_keras
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.layers import parts_of
from rkeras_py.keras_private.workers import shares

#: Marks Keras 2's estimate in the configuration of a layer.
FUSED: dict[str, Any] = {"renorm_clipping": {}}


def as_in_keras_2(model: Any) -> None:
    """Make the layers of a new Keras model normalize batches as in Keras 2."""
    for layer in parts_of(model):
        if type(layer) is keras.layers.BatchNormalization:
            object.__setattr__(layer, "__class__", BatchNormalization)


@saved_as_keras
class BatchNormalization(keras.layers.BatchNormalization):  # type: ignore[misc]
    """Updates the moving variance of images and volumes with the unbiased estimate.

    Keras 2 normalizes these with TensorFlow's fused operation. It divides the sum of squares of a
    batch by ``n`` to normalize the batch, and by ``n - 1`` to update the moving variance; Keras 3
    always divides by ``n``.

    In files, it is marked by an empty ``renorm_clipping``, which clips nothing.
    """

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), **FUSED}

    @staticmethod
    def stands_for(layer: Any) -> bool:
        """Whether it must replace a layer that was loaded."""
        return not layer.renorm and layer.renorm_clipping is not None and not layer.renorm_clipping

    def call(self, inputs: Any, training: Any = None, mask: Any = None) -> Any:
        if not (training and self.trainable and self._is_fused(inputs)):
            return super().call(inputs, training=training, mask=mask)
        kept = self.moving_variance * self.momentum
        outputs = super().call(inputs, training=training, mask=mask)
        shape = ops.shape(inputs)
        count = 1
        for axis, extent in enumerate(shape):
            if axis != self.axis % len(shape):
                count = count * extent
        samples = ops.cast(count, kept.dtype) * ops.cast(shares(), kept.dtype)
        others = ops.maximum(samples - 1, 1)
        self.moving_variance.assign_add((self.moving_variance - kept) / others)
        return outputs

    def _is_fused(self, inputs: Any) -> bool:
        rank = len(inputs.shape)
        ends = (1, rank - 1)
        return rank in (4, 5) and self.axis % rank in ends and self.compute_dtype != "float64"


@keras.saving.register_keras_serializable("rkeras_py")
class GhostBatchNormalization(keras.layers.BatchNormalization):  # type: ignore[misc]
    """Normalizes parts of a batch separately (Hoffer, Hubara and Soudry, 2017).

    Sample ``i`` belongs to part ``i mod parts``, and the moving averages use the mean of the
    statistics of the parts, as in Keras 2.
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
