"""Text vectorization with the correct output shape."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.layers.variant import saved_as_keras


@saved_as_keras
class TextVectorization(keras.layers.TextVectorization):  # type: ignore[misc]
    """Keras 3.15 reports the shape (batch, 1, words) for an output of shape (batch, words)."""

    def compute_output_shape(self, input_shape: Any) -> Any:
        config = self.get_config()
        one_text_each = len(input_shape) > 1 and config["split"] is not None
        if config["output_mode"] != "int" and one_text_each:
            input_shape = input_shape[:-1]
        return super().compute_output_shape(input_shape)
