"""Average pooling that is right at the edges on every backend."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.backend.pooling import average_pool
from rkeras_py.compat.layers.variant import saved_as_keras


class _Averages:
    """The same averages at the edges as TensorFlow's."""

    pool_size: tuple[int, ...]
    strides: tuple[int, ...]
    padding: str
    data_format: str

    def call(self, inputs: Any) -> Any:
        return average_pool(inputs, self.pool_size, self.strides, self.padding, self.data_format)


@saved_as_keras
class AveragePooling1D(_Averages, keras.layers.AveragePooling1D):  # type: ignore[misc]
    """Of sequences."""


@saved_as_keras
class AveragePooling2D(_Averages, keras.layers.AveragePooling2D):  # type: ignore[misc]
    """Of images."""


@saved_as_keras
class AveragePooling3D(_Averages, keras.layers.AveragePooling3D):  # type: ignore[misc]
    """Of volumes."""
