"""The heaps of HDF5 files, where texts are kept that have no fixed length.

The HDF5 library walks through a heap from object to object. Where the size of one is damaged (zeros
are enough, as in a file after a power failure) it never ends, and nothing can interrupt it.
"""

from __future__ import annotations

import struct
from typing import Any

from rkeras_py.convert.rule import ArgumentError

_SIGNATURE = b"GCOL"
#: Signature, version, size of the heap; then index and size of each object, before its content.
_HEADER = struct.Struct("<4sB3xQ")
_OBJECT = struct.Struct("<H6xQ")


def check(path: str, data: list[tuple[int, int]]) -> None:
    """Check that all heaps of a file have an end.

    Args:
        path: The file.
        data: Where the content of its arrays begins and ends: no heaps are there.

    Raises:
        ArgumentError: a heap has no end.
    """
    with open(path, "rb") as file:
        start = 0
        for begin, end in [*sorted(data), (file.seek(0, 2), 0)]:
            if begin > start:
                _check_part(file, start, begin)
            start = max(start, end)


def _check_part(file: Any, start: int, end: int) -> None:
    file.seek(start)
    content = file.read(end - start)
    objects = len(content) // _OBJECT.size  # so many there may be, as heaps do not overlap
    place = content.find(_SIGNATURE)
    while place >= 0:
        found = _objects(content, place)
        if found is None:
            raise ArgumentError(f"its heap at byte {start + place} is damaged.")
        objects -= found
        if objects < 0:
            raise ArgumentError("its heaps overlap.")
        place = content.find(_SIGNATURE, place + 1)


def _objects(content: bytes, place: int) -> int | None:
    """How many objects a heap has; ``None`` if it has no end."""
    if place + _HEADER.size > len(content):
        return 0
    _, version, size = _HEADER.unpack_from(content, place)
    end = place + size
    if version != 1 or end > len(content):  # not a heap, or one that the library rejects
        return 0
    place += _HEADER.size
    count = 0
    while place + _OBJECT.size <= end:
        index, size = _OBJECT.unpack_from(content, place)
        # the object of index 0 is the free space at the end; its size counts its header
        if index == 0:
            return count if place + size == end else None
        place += _OBJECT.size + -(-size // 8) * 8
        count += 1
    return count if place <= end else None
