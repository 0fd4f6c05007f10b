"""Aligned memory for arrays that TensorFlow can use without a copy."""

from __future__ import annotations

import weakref
from typing import Any

LARGE = 100_000  # elements; for smaller arrays, avoiding a copy takes longer than the copy

#: Alignment in bytes that TensorFlow needs to avoid a copy.
_ALIGNMENT = 64

_rooms: dict[int, weakref.ref[Any]] = {}


def own_float32(array: Any) -> Any:
    """A large array as float32 in row-major order, written in one pass.

    No other object uses the memory, so a tensor may share it.
    """
    import numpy as np

    room = np.empty(array.size * 4 + _ALIGNMENT, "uint8")
    key = id(room)
    _rooms[key] = weakref.ref(room, lambda _: _rooms.pop(key, None))
    start = -room.ctypes.data % _ALIGNMENT
    values = room[start : start + array.size * 4].view("float32").reshape(array.shape)
    with np.errstate(
        all="ignore"
    ):  # R's NA is a signaling NaN; numbers that are too large become Inf
        np.copyto(values, array, casting="same_kind")
    return values


def is_own(array: Any) -> bool:
    """Whether an array is a result of ``own_float32()``, or consecutive samples of it."""
    room = _rooms.get(id(array.base))
    return room is not None and room() is array.base and array.flags.c_contiguous
