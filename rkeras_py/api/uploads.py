"""Large arrays on their way into TensorFlow."""

from __future__ import annotations

from typing import Any

LARGE = 100_000  # elements; below, a copy more costs less than what saves it

#: Where TensorFlow's memory begins, in bytes; it copies what begins elsewhere.
_ALIGNMENT = 64


def as_float32(array: Any) -> Any:
    """A large array of doubles as a float32 tensor, written in one pass and never copied.

    ``convert_to_tensor()`` needs a second copy, and a third where R's order of the elements is not
    TensorFlow's.

    Returns: a tensor; ``array`` itself where it is small, of another type, or no NumPy array.
    """
    import keras
    import numpy as np

    if not isinstance(array, np.ndarray) or array.dtype != np.float64 or array.size < LARGE:
        return array
    if keras.config.backend() != "tensorflow":
        return array
    import tensorflow as tf

    room = np.empty(array.size * 4 + _ALIGNMENT, "uint8")
    start = -room.ctypes.data % _ALIGNMENT
    values = room[start : start + array.size * 4].view("float32").reshape(array.shape)
    with np.errstate(over="ignore"):  # too large a number is Inf, as TensorFlow has it
        np.copyto(values, array, casting="same_kind")
    return tf.experimental.dlpack.from_dlpack(values.__dlpack__())
