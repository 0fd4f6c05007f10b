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

    @classmethod
    def from_config(
        cls, config: dict[str, Any], custom_objects: Any = None, safe_mode: Any = None
    ) -> Any:
        function = config["function"]
        if isinstance(function, dict) and function.get("class_name") == "RFunction":
            raise ValueError(
                f'The layer "{config["name"]}" calls an R function, which is not kept with a '
                "model. Make the model by its R code again, and load its weights."
            )
        return super().from_config(config, custom_objects=custom_objects, safe_mode=safe_mode)
