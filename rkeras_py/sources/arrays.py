"""Arrays on disk: memory-mapped files and datasets of HDF5, beside arrays in memory."""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.rows import Part, Rows, floats


class ArrayRows(Rows):
    """The rows of arrays of the same length, from one row to another."""

    def __init__(self, arrays: list[Any], start: int = 0, end: int | None = None) -> None:
        self._arrays = arrays
        self._start = start
        self._end = len(arrays[0]) if end is None else end
        self.count = self._end - self._start

    def units(self, size: int) -> Sequence[Any]:
        size = _aligned(size, self._arrays)
        starts = range(self._start, self._end, size)
        return [(start, min(start + size, self._end)) for start in starts]

    def read(self, unit: Any, parts: Sequence[Part], size: int) -> Iterator[list[Any]]:
        start, end = unit
        for first in range(start, end, size):
            chosen = slice(first, min(first + size, end))
            yield [_read(part.wanted, chosen, part.dtype) for part in parts]

    def check_complete(self, read: int) -> None:
        raise ArgumentError(f"of {self.count} rows of an array on disk, only {read} were read.")

    def part(self, array: Any) -> Part:
        """One of the arrays as a part."""
        dtype = floats() if array.dtype.kind == "f" else array.dtype
        return Part(self, array, (self.count, *array.shape[1:]), dtype)


def parts_of(
    data: Any, start: int = 0, end: int | None = None, buffer_size: int | None = None
) -> Any:
    """Structures of arrays as parts of the same rows; what is ``None`` stays it.

    Args:
        data: Inputs, targets and weights.
        start: The first row.
        end: The row after the last.
        buffer_size: Rows in the buffer in which they are shuffled.
    """
    import keras

    data = keras.tree.map_structure(_with_rows, data)
    arrays = [array for array in keras.tree.flatten(data) if array is not None]
    rows = ArrayRows(arrays, start, end)
    rows.buffer_size = buffer_size
    return keras.tree.map_structure(
        lambda array: None if array is None else rows.part(array),
        data,
    )


def _with_rows(array: Any) -> Any:
    """The array of a tensor; others as they are."""
    import keras

    if array is None or hasattr(getattr(array, "dtype", None), "kind"):
        return array
    return keras.ops.convert_to_numpy(array)


def _read(array: Any, rows: slice, dtype: Any) -> Any:
    import numpy as np

    block = np.array(array[rows], dtype)  # a copy: what is mapped can go
    _release(array)
    return block


def _release(array: Any) -> None:
    """Let the pages of a mapped file go, which count as the memory of this process else.

    Those of a private mapping stay: they may hold what the user wrote.
    """
    import numpy as np

    if not isinstance(array, np.memmap) or array.mode == "c" or not hasattr(mmap, "MADV_DONTNEED"):
        return
    base: Any = array
    while isinstance(base, np.ndarray):
        base = base.base
    if isinstance(base, mmap.mmap):
        base.madvise(mmap.MADV_DONTNEED)


def _aligned(size: int, arrays: list[Any]) -> int:
    """Rows to read at once, so that no chunk of a file of HDF5 is read twice."""
    for array in arrays:
        chunks = getattr(getattr(array, "data", array), "chunks", None)
        if isinstance(chunks, tuple) and chunks:
            rows = int(chunks[0])
            return -(-size // rows) * rows
    return size
