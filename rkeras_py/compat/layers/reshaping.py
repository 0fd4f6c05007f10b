"""Image interpolations that Keras 3's layer does not support."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops


@keras.saving.register_keras_serializable("rkeras_py")
class UpSampling2D(keras.layers.UpSampling2D):  # type: ignore[misc]
    """Enlarges images with any TensorFlow interpolation."""

    def call(self, inputs: Any) -> Any:
        import tensorflow as tf

        first = self.data_format == "channels_first"
        images = ops.transpose(inputs, (0, 2, 3, 1)) if first else inputs
        rows, columns = ops.shape(images)[1:3]
        size = (rows * self.size[0], columns * self.size[1])
        images = tf.image.resize(images, size, method=self.interpolation)
        return ops.transpose(images, (0, 3, 1, 2)) if first else images
