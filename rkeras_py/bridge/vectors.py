"""Creates R vectors from Python sequences and arrays: parts of ``to_r``.

The results are not protected from R's garbage collector.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import rapi
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.convert.na import NA

NA_INT = -(2**31)

_lib, _ffi = rapi.lib, rapi.ffi


def strings(values: Any) -> SEXP:
    """A character vector; ``None`` and missing values become ``NA``."""
    if all(type(value) is str for value in values):
        return rapi.make_strings(list(values))
    return rapi.make_strings([None if _missing(value) else str(value) for value in values])


def _missing(value: Any) -> bool:
    return value is None or isinstance(value, NA) or bool(value != value)


def integers(values: list[Any], logical: bool) -> SEXP:
    vector = rapi.alloc(rapi.LGL if logical else rapi.INT, len(values))
    pointer = (_lib.LOGICAL if logical else _lib.INTEGER)(vector)
    _ffi.memmove(
        pointer,
        _ffi.new("int[]", [NA_INT if isinstance(v, NA) else int(v) for v in values]),
        4 * len(values),
    )
    return vector


def doubles(values: list[float]) -> SEXP:
    vector = rapi.alloc(rapi.REAL, len(values))
    _ffi.memmove(_lib.REAL(vector), _ffi.new("double[]", values), 8 * len(values))
    return vector


def fill(array: Any, kind: int, pointer: Any, dtype: str, shape: tuple[int, ...] | None) -> SEXP:
    """Copy an array into a new R vector in one pass, column-major, with ``dim = shape``."""
    import numpy as np

    with ProtectionScope() as scope:
        vector = scope.protect(rapi.alloc(kind, array.size))
        if array.size:
            memory = _ffi.buffer(pointer(vector), array.size * np.dtype(dtype).itemsize)
            target = np.frombuffer(memory, dtype).reshape(array.shape, order="F")
            _copy(target, array)
        if shape is not None:
            set_dim(vector, shape, scope)
        return vector


#: Number of elements; blocks of this size of both arrays fit into the CPU cache.
_BLOCK = 2**18


def _copy(target: Any, array: Any) -> None:
    """Copy numbers; large arrays in blocks of rows, because R and NumPy have different orders."""
    if array.ndim < 2 or array.size < 2 * _BLOCK or not array.flags.c_contiguous:
        target[...] = array
        return
    rows = max(1, _BLOCK // (array.size // len(array)))
    for start in range(0, len(array), rows):
        target[start : start + rows] = array[start : start + rows]


def set_dim(vector: SEXP, shape: tuple[int, ...], scope: ProtectionScope) -> None:
    rapi.set_attribute(vector, "dim", scope.protect(integers(list(shape), False)))
