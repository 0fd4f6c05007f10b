"""Prints tensors while a model runs."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.convert import backends
from rkeras_py.keras_private.models import keep_types_of_inputs


@keras.saving.register_keras_serializable(package="rkeras")
class PrintTensor(keras.layers.Layer):  # type: ignore[misc]
    """Prints its input.

    It is a layer, because Keras checks whether layers can be compiled with XLA; XLA cannot print.
    """

    def __init__(self, message: str, name: str | None = None) -> None:
        super().__init__(name=name, autocast=False)
        keep_types_of_inputs(self)
        self.supports_jit = False
        self.message = message

    def call(self, x: Any) -> Any:
        if backends.is_traced(x):
            import jax

            jax.debug.callback(self._print, x, ordered=True)
            return x
        if not backends.on_tensorflow():
            self._print(x)
            return keras.ops.copy(x)
        import tensorflow as tf

        if tf.executing_eagerly():
            self._print(x)
            return keras.ops.copy(x)
        with tf.control_dependencies([tf.numpy_function(self._print, [x], [])]):
            return tf.identity(x)

    def _print(self, x: Any) -> None:
        print(*([self.message] if self.message else []), keras.ops.convert_to_numpy(x), flush=True)

    def get_config(self) -> dict[str, Any]:
        return {"message": self.message, "name": self.name}
