"""Datasets of HDF5 files as data for models: ``HDF5Matrix`` of Keras 2."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rkeras_py.convert.rule import ArgumentError


class HDF5Matrix:
    """Rows ``start`` to ``end`` of a dataset, read on demand.

    Args:
        datapath: The file.
        dataset: Name of the dataset.
        start: The first row.
        end: The row after the last one; ``None`` for all.
        normalizer: A function that is applied to the rows when they are read.

    Raises:
        OSError: it is not an HDF5 file.
        KeyError: it has no such dataset.
        ArgumentError: it has no such rows, they are in another file, or they are damaged strings.
    """

    #: Models read its rows in portions (see ``convert/on_disk.py``).
    is_on_disk = True

    def __init__(
        self,
        datapath: str,
        dataset: str,
        start: int = 0,
        end: int | None = None,
        normalizer: Callable[[Any], Any] | None = None,
    ) -> None:
        import h5py  # type: ignore[import-untyped]

        from rkeras_py.compat.files import hdf5_heaps, safe_hdf5

        self.data = safe_hdf5.find(h5py.File(datapath, "r"), dataset)
        if not isinstance(self.data, h5py.Dataset) or not self.data.shape:
            raise ArgumentError(f'`dataset`: "{dataset}" has no rows; it is not an array.')
        if self.data.dtype.hasobject:  # strings of variable length
            hdf5_heaps.check(datapath)
        rows = self.data.shape[0]
        self.start, self.end = start, rows if end is None else end
        self.normalizer = normalizer
        if not self.start < self.end <= rows:
            raise ArgumentError(
                f"`start` and `end` must be rows of the dataset, which has {rows}, "
                f"with `start` below `end`, not {self.start} and {self.end}."
            )

    def _read(self, key: Any) -> Any:
        import numpy as np

        rows = self.data[key]
        return rows if self.normalizer is None else np.asarray(self.normalizer(rows))

    @property
    def shape(self) -> tuple[int, ...]:
        first = self._read(slice(self.start, self.start + 1))
        return (len(self), *first.shape[1:])

    @property
    def dtype(self) -> Any:
        return self._read(slice(self.start, self.start + 1)).dtype

    @property
    def ndim(self) -> int:
        return len(self.shape)

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, key: Any) -> Any:
        """The row or rows at an index, a slice or a sequence of indices, counted from 0."""
        import numpy as np

        if isinstance(key, slice) and key.step in (None, 1):  # without a list of all rows
            first, last, _ = key.indices(len(self))
            return self._read(slice(self.start + first, self.start + max(first, last)))
        chosen = np.arange(len(self))[key] + self.start
        if chosen.ndim == 0:
            return self._read(slice(chosen, chosen + 1))[0]
        if not chosen.size:
            return self._read(slice(self.start, self.start + 1))[:0]
        low = int(chosen.min())
        if (np.diff(chosen) == 1).all():
            return self._read(slice(low, low + len(chosen)))
        rows, places = np.unique(chosen, return_inverse=True)  # HDF5 reads rows in order, once
        return self._read(rows)[places]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        import numpy as np

        return np.asarray(self[:], dtype)
