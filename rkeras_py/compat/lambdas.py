"""Functions as layers."""

from __future__ import annotations

from typing import Any

import keras
from keras.src import backend


@keras.saving.register_keras_serializable("rkeras_py")
class Lambda(keras.layers.Lambda):  # type: ignore[misc]
    """Keras's layer; where the function fails, its own error is the one that is seen."""

    def compute_output_spec(self, inputs: Any, mask: Any = None, training: Any = None) -> Any:
        if self._output_shape is not None:
            return super().compute_output_spec(inputs, mask=mask, training=training)
        return backend.compute_output_spec(self.call, inputs, mask=mask, training=training)
