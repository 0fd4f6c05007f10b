"""HDF5 files of unknown origin, which are checked before anything in them is read.

A file can make its reader open other files (by external or soft links, by datasets whose content
is elsewhere), or take all memory (by a dataset that is declared large and stored small).
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import h5py  # type: ignore[import-untyped]
from h5py import h5d, h5l, h5o

from rkeras_py.convert.rule import ArgumentError

#: What all datasets of a file may take in memory: so much, and so many times the file's size.
_MEMORY = 256 * 1024**2
_EXPANSION = 100


def is_hdf5(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(8) == b"\x89HDF\r\n\x1a\n"


@contextmanager
def opened(path: str) -> Iterator[Any]:
    """A file of weights or of a model, checked as a whole.

    Raises:
        ArgumentError: it has what could read other files or fill the memory.
        OSError, KeyError, RuntimeError, …: it is damaged; ``naming()`` tells which file it was.
    """
    with h5py.File(path, "r") as file:
        check(file, os.path.getsize(path))
        yield file


def check_file(path: str) -> None:
    """``check()`` for a file that others open afterwards."""
    with h5py.File(path, "r") as file:
        check(file, os.path.getsize(path))


def read_through(path: str) -> None:
    """Read all datasets, to find out whether they can be read."""

    def read(_name: str, item: Any) -> None:
        if isinstance(item, h5py.Dataset) and item.shape is not None:
            item[()]

    with h5py.File(path, "r") as file:
        file.visititems(read)


def check(file: Any, size: int) -> None:
    """Check all groups and datasets of a file.

    Keras checks what it reads at the moment. It asks for links in a way that follows them, and
    takes datasets of up to 4 GB that are not there.

    Args:
        file: An open file.
        size: Of the file, in bytes.

    Raises:
        ArgumentError: it has what could read other files or fill the memory.
    """
    memory = 0
    root = file["/"].id
    groups, seen = [("", root)], {h5o.get_info(root).addr}
    while groups:
        path, group = groups.pop()
        for name in group:
            full = f"{path}{os.fsdecode(name)}"
            if group.links.get_info(name).type != h5l.TYPE_HARD:
                raise ArgumentError(f'"{full}" in it is a link to something else.')
            info = h5o.get_info(group, name)
            if info.type == h5o.TYPE_DATASET:
                memory += _memory(h5py.Dataset(h5d.open(group, name)), full, size)
            elif info.type == h5o.TYPE_GROUP:
                if info.addr in seen:  # it may contain itself
                    raise ArgumentError(f'"{full}" in it is a group with two names.')
                seen.add(info.addr)
                groups.append((f"{full}/", h5o.open(group, name)))
    if memory > _MEMORY + _EXPANSION * size:
        raise ArgumentError(
            f"its arrays are declared to take {memory / 1e9:.3g} GB, with {size} bytes in the file."
        )


def _memory(dataset: Any, name: str, size: int) -> int:
    """The bytes that a dataset takes in memory.

    Raises:
        ArgumentError: its content is in other files.
    """
    if dataset.external or dataset.is_virtual:
        raise ArgumentError(f'the content of "{name}" in it is in other files.')
    of_one = dataset.dtype.itemsize
    if dataset.dtype.hasobject:  # each element may be as long as the file
        of_one += size
    # HDF5 reads whole chunks
    return int(of_one * max(math.prod(dataset.shape or ()), math.prod(dataset.chunks or ())))
