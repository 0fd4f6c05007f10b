"""Files of rows for tests of data that are read while a model trains."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest


def rows(count: int, features: int = 3, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets, as floats of 32 bits."""
    random = np.random.default_rng(seed)
    x = random.normal(size=(count, features)).astype("float32")
    return x, (x @ np.arange(1, features + 1, dtype="float32") + 0.5)[:, None]


def table(x: np.ndarray, y: np.ndarray, **more: object):
    """A table of Arrow's with the columns a, b, c..., ``y`` and others."""
    import pyarrow as pa

    columns = {chr(ord("a") + i): x[:, i] for i in range(x.shape[1])}
    return pa.table({**columns, "y": y[:, 0], **more})


def parquet(path: Path, data: object, group: int = 1000) -> Path:
    """Write a table to a file of row groups of this size."""
    import pyarrow.parquet as pq

    pq.write_table(data, path, row_group_size=group)
    return path


def read(found: object, *names: str, shuffle: bool = False) -> np.ndarray:
    """Columns of rows as one array."""
    from rkeras_py.sources.stream import Stream

    stream = Stream((found.part(list(names), "x"),), batch_size=64, shuffle=shuffle)
    return np.concatenate([block[0] for block in stream.blocks(endless=False)])


def wrong(call: Callable[[], object]) -> str:
    """What the error of a call says."""
    from rkeras_py.convert.rule import ArgumentError

    with pytest.raises(ArgumentError) as caught:
        call()
    return str(caught.value)
