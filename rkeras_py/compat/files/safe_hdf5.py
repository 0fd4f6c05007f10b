"""Checks untrusted HDF5 files before reading them.

A file can make its reader open other files (with external or soft links, or datasets with external
storage), or use all memory (with a dataset that is declared large but stored small).
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import h5py  # type: ignore[import-untyped]
from h5py import h5a, h5d, h5l, h5o

from rkeras_py.compat.files import hdf5_heaps
from rkeras_py.convert.rule import ArgumentError

#: Memory limit for all datasets of a file: a constant plus a multiple of the file size.
_MEMORY = 256 * 1024**2
_EXPANSION = 100
#: Maximum number of soft links to follow; they may form a cycle.
_SOFT_LINKS = 16


def is_hdf5(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(8) == b"\x89HDF\r\n\x1a\n"


@contextmanager
def opened(path: str) -> Iterator[Any]:
    """Open a file with weights or a model after checking all of it.

    Raises:
        ArgumentError: it could read other files or fill the memory. OSError, KeyError,
            RuntimeError, …: it is damaged; ``naming()`` adds the file name.
    """
    with h5py.File(path, "r") as file:
        _check(file, os.path.getsize(path), hdf5_heaps.check(path))
        yield file


def check_file(path: str) -> None:
    """The checks of ``opened()``, for a file that other code opens afterwards."""
    with opened(path):
        pass


def read_through(path: str) -> None:
    """Read all datasets to check that they can be read."""

    def read(_name: str, item: Any) -> None:
        if isinstance(item, h5py.Dataset) and item.shape is not None:
            item[()]

    with h5py.File(path, "r") as file:
        file.visititems(read)


def _check(file: Any, size: int, longest: int) -> None:
    """Check all groups and datasets of a file.

    Keras only checks what it is reading. It inspects links in a way that follows them, and accepts
    datasets of up to 4 GB that do not exist.

    Args:
        file: An open file.
        size: Size of the file in bytes.
        longest: Length of its longest variable-length string; all elements may refer to it.

    Raises:
        ArgumentError: it could read other files or fill the memory.
    """
    memory = 0
    for name, item in _walk(file):
        for i in range(h5a.get_num_attrs(item)):
            attribute = h5a.open(item, index=i)
            _check_type(attribute.dtype, name)
            memory += _of_one(attribute.dtype, longest) * math.prod(attribute.shape or ())
        if not isinstance(item, h5d.DatasetID):
            continue
        dataset = h5py.Dataset(item)
        if _is_elsewhere(dataset):
            raise ArgumentError(f'the content of "{name}" is in other files.')
        _check_type(dataset.dtype, name)
        memory += _memory(dataset, longest)
    if memory > _MEMORY + _EXPANSION * size:
        raise ArgumentError(
            f"its arrays claim to need {memory / 1e9:.3g} GB, but the file has only {size} bytes."
        )


def _walk(file: Any) -> Iterator[tuple[str, Any]]:
    """The groups and datasets of a file, as h5py's low-level objects, which are faster.

    Raises:
        ArgumentError: there are links or a group with two names, which may contain itself.
    """
    root = file["/"].id
    groups, seen = [("", root)], {h5o.get_info(root).addr}
    while groups:
        path, group = groups.pop()
        yield path, group
        for name in group:
            full = f"{path}/{os.fsdecode(name)}".lstrip("/")
            if group.links.get_info(name).type != h5l.TYPE_HARD:
                raise ArgumentError(f'"{full}" in it is a link to something else.')
            info = h5o.get_info(group, name)
            if info.type == h5o.TYPE_DATASET:
                yield full, h5d.open(group, name)
            elif info.type == h5o.TYPE_GROUP:
                if info.addr in seen:
                    raise ArgumentError(f'"{full}" in it is a group with two names.')
                seen.add(info.addr)
                groups.append((full, h5o.open(group, name)))


def _check_type(dtype: Any, name: str) -> None:
    """Refuse types that Keras does not write and that may crash the library.

    Raises:
        ArgumentError: it is such a type.
    """
    if dtype.hasobject and h5py.check_string_dtype(dtype) is None:
        raise ArgumentError(f'"{name or "/"}" in it is damaged: it has values of an invalid type.')


def find(file: Any, name: str) -> Any:
    """The object with this name in a file; follows soft links inside the file.

    Raises:
        KeyError: there is no object with this name.
        ArgumentError: it is in another file.
    """
    item, rest, followed = file["/"], name.split("/"), 0
    while rest:
        part = rest.pop(0)
        if part in ("", "."):
            continue
        link = item.get(part, getlink=True) if isinstance(item, h5py.Group) else None
        if link is None:
            raise KeyError(name)
        if isinstance(link, h5py.SoftLink) and followed < _SOFT_LINKS:
            followed += 1
            rest = [*link.path.split("/"), *rest]
            item = file["/"] if link.path.startswith("/") else item
        elif isinstance(link, h5py.HardLink):
            item = item[part]
        else:
            raise ArgumentError(f'in "{file.filename}", "{name}" is a link to another file.')
    if isinstance(item, h5py.Dataset) and _is_elsewhere(item):
        raise ArgumentError(f'in "{file.filename}", the content of "{name}" is in other files.')
    return item


def _is_elsewhere(dataset: Any) -> bool:
    return bool(dataset.external or dataset.is_virtual)


def _memory(dataset: Any, longest: int) -> int:
    """The bytes that a dataset needs in memory: the whole dataset, or one chunk while reading."""
    elements = max(math.prod(dataset.shape or ()), math.prod(dataset.chunks or ()))
    return _of_one(dataset.dtype, longest) * elements


def _of_one(dtype: Any, longest: int) -> int:
    """The maximum number of bytes that an element needs in memory."""
    return int(dtype.itemsize + (longest if dtype.hasobject else 0))
