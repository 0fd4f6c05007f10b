"""Arrays that are on disk and are read in portions."""

from __future__ import annotations

import sys
from typing import Any


def is_on_disk(value: Any) -> bool:
    """Whether this is a memory-mapped array, a dataset of h5py, or one of ``hdf5_matrix()``.

    Arrays of no dimension have no rows, and are no such thing.
    """
    numpy, h5py = sys.modules.get("numpy"), sys.modules.get("h5py")
    return (
        (numpy is not None and isinstance(value, numpy.memmap))
        or (h5py is not None and isinstance(value, h5py.Dataset))
        or getattr(type(value), "is_on_disk", False)
    ) and bool(value.shape)
