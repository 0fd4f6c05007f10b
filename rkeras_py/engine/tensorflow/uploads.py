"""Large arrays on their way into TensorFlow."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.memory import LARGE, is_own, own_float32


def as_float32(array: Any) -> Any:
    """A large array of doubles as a float32 tensor, written in one pass and never copied.

    ``convert_to_tensor()`` needs a second copy, and a third where R's order of the elements is not
    TensorFlow's.

    Returns: a tensor; ``array`` itself where it is small, of another type, or no NumPy array.
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
