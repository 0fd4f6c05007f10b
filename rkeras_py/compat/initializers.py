"""Initializers that Keras 3 lacks."""

from __future__ import annotations

import math
from typing import Any

import keras


@keras.saving.register_keras_serializable("rkeras_py")
class ConstantArray(keras.initializers.Initializer):  # type: ignore[misc]
    """Fills weights with given numbers, row by row; Keras 3 would recycle them."""

    def __init__(self, value: Any) -> None:
        import numpy as np

        self.value = np.asarray(value)

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        from keras import ops

        if self.value.size != math.prod(shape):
            wanted = ", ".join(map(str, shape))
            raise ValueError(
                f"initializer_constant() has {self.value.size} numbers, but weights of shape "
                f"({wanted}) need {math.prod(shape)}."
            )
        return ops.convert_to_tensor(self.value.reshape(shape), dtype=dtype)

    def get_config(self) -> dict[str, Any]:
        return {"value": self.value.tolist()}
