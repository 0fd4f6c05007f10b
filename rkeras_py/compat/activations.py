"""Activations that Keras 3 lacks, or computes differently from Keras 2."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops


@keras.saving.register_keras_serializable("rkeras_py")  # type: ignore[untyped-decorator]
def hard_sigmoid(x: Any) -> Any:
    """``0.2 * x + 0.5`` between 0 and 1, as in Keras 2; Keras 3's version rises from -3 to 3."""
    return ops.clip(0.2 * x + 0.5, 0.0, 1.0)


@keras.saving.register_keras_serializable("rkeras_py")
class ThresholdedReLU(keras.layers.Layer):  # type: ignore[misc]
    """``x`` where it is above ``theta``, else 0 (Konda, Memisevic and Krueger, 2014)."""

    def __init__(self, theta: float = 1.0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.theta = theta
        self.supports_masking = True
        self.built = True

    def call(self, inputs: Any) -> Any:
        return ops.where(inputs > self.theta, inputs, ops.zeros_like(inputs))

    def compute_output_shape(self, input_shape: Any) -> Any:
        return input_shape

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "theta": self.theta}
