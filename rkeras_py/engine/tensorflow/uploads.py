"""Passes large arrays to TensorFlow."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.memory import LARGE, is_own, own_float32


def as_float32(array: Any) -> Any:
    """A large array of doubles as a float32 tensor, written in one pass without further copies.

    ``convert_to_tensor()`` needs a second copy, and a third one if the array is in R's column-major
    order.

    Returns: a tensor; ``array`` itself if it is small, of another type, or not a NumPy array.
    """
    import keras
    import numpy as np

    if not isinstance(array, np.ndarray) or array.size < LARGE:
        return array
    if keras.config.backend() != "tensorflow":
        return array
    if array.dtype == np.float64:
        array = own_float32(array)
    elif array.dtype != np.float32 or not is_own(array):
        return array
    import tensorflow as tf

    return tf.experimental.dlpack.from_dlpack(array.__dlpack__())
