"""Category encoding, with Keras 2's error for unknown categories."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.layers.variant import saved_as_keras


@saved_as_keras
class CategoryEncoding(keras.layers.CategoryEncoding):  # type: ignore[misc]
    """Refuses categories beyond ``num_tokens``, which Keras 3 ignores silently."""

    def call(self, inputs: Any, count_weights: Any = None) -> Any:
        if keras.config.backend() == "tensorflow":
            inputs = self._checked(inputs)
        return super().call(inputs, count_weights)

    def _checked(self, inputs: Any) -> Any:
        import tensorflow as tf

        sparse = isinstance(inputs, tf.SparseTensor)
        numbers = tf.convert_to_tensor(inputs.values if sparse else inputs)
        categories = tf.cast(numbers, "int64")  # R's numbers are doubles
        known = (categories >= 0) & (categories < self.num_tokens)
        known &= tf.cast(categories, numbers.dtype) == numbers
        text = (
            f"categories must be whole numbers from 0 to `num_tokens` - 1 = {self.num_tokens - 1}"
        )
        with tf.control_dependencies([tf.debugging.Assert(tf.reduce_all(known), [text])]):
            categories = tf.identity(categories)
        return inputs.with_values(categories) if sparse else categories
