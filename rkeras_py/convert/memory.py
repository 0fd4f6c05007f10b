"""Aligned memory for arrays that TensorFlow can use without a copy."""

from __future__ import annotations

import weakref
from typing import Any

LARGE = 100_000  # elements; below, a copy more costs less than what saves it

#: Where TensorFlow's memory begins, in bytes; it copies what begins elsewhere.
_ALIGNMENT = 64

_rooms: dict[int, weakref.ref[Any]] = {}


def own_float32(array: Any) -> Any:
    """A large array as float32 in row-major order, written in one pass.

    Nobody else has the memory, so a tensor may take it.
    """
    import numpy as np

    room = np.empty(array.size * 4 + _ALIGNMENT, "uint8")
    key = id(room)
    _rooms[key] = weakref.ref(room, lambda _: _rooms.pop(key, None))
    start = -room.ctypes.data % _ALIGNMENT
    values = room[start : start + array.size * 4].view("float32").reshape(array.shape)
    with np.errstate(all="ignore"):  # R's NA is a signalling NaN; too large a number is Inf
        np.copyto(values, array, casting="same_kind")
    return values


def is_own(array: Any) -> bool:
    """Whether an array is one of ``own_float32()``, or samples of it in their order."""
    room = _rooms.get(id(array.base))
    return room is not None and room() is array.base and array.flags.c_contiguous
