"""The heaps of HDF5 files, which store strings of variable length.

The HDF5 library walks through a heap from object to object. If the size of an object is damaged
(zeros are enough, as in a file after a power failure), it never ends and cannot be interrupted.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from rkeras_py.convert.rule import ArgumentError

_SIGNATURE = b"GCOL"
#: Signature, version and size of the heap; then index, size and content of each object.
_HEADER = struct.Struct("<4sB3xQ")
_OBJECT = struct.Struct("<H6xQ")
_BLOCK = 1 << 24  # bytes to search at once


def check(path: str) -> int:
    """Check that all heaps of a file have an end, wherever they are, even inside arrays.

    Returns: an upper bound of the length of the longest string in them.

    Raises:
        ArgumentError: a heap has no end, or heaps overlap, which would take hours.
    """
    longest = 0
    with open(path, "rb") as file:
        left = length = file.seek(0, 2)
        for place in _places(file):
            heap = _heap(file, place, length)
            left -= len(heap)
            if left < 0:
                raise ArgumentError("its heaps overlap.")
            largest = _largest(heap)
            if largest is None:
                raise ArgumentError(f"its heap at byte {place} is damaged.")
            longest = max(longest, largest)
    return longest


def _places(file: Any) -> Iterator[int]:
    """Positions where heaps may start."""
    start, block = 0, b" " * _BLOCK
    while len(block) == _BLOCK:
        file.seek(start)
        block = file.read(_BLOCK)
        found = block.find(_SIGNATURE)
        while found >= 0:
            yield start + found
            found = block.find(_SIGNATURE, found + 1)
        start += _BLOCK - len(_SIGNATURE) + 1


def _heap(file: Any, place: int, length: int) -> bytes:
    """The objects of a heap; empty if it is not a heap, or one that the library rejects."""
    file.seek(place)
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return b""
    _, version, size = _HEADER.unpack(header)
    if version != 1 or not _HEADER.size < size <= length - place:
        return b""
    content: bytes = file.read(size - _HEADER.size)
    return content


def _largest(heap: bytes) -> int | None:
    """The size of the largest object in a heap; ``None`` if the heap has no end."""
    place, largest = 0, 0
    while place + _OBJECT.size <= len(heap):
        index, size = _OBJECT.unpack_from(heap, place)
        # the object of index 0 is the free space at the end; its size counts its header
        if index == 0:
            return largest if place + size == len(heap) else None
        place += _OBJECT.size + -(-size // 8) * 8
        largest = max(largest, size)
    return largest if place <= len(heap) else None
