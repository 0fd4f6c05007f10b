"""Files of many rows, which the rows on data larger than memory read; ``run.py`` deletes them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

FOLDER = Path(os.environ.get("BENCH_DATA") or Path(tempfile.gettempdir()) / "rkeras-bench-data")
FEATURES = 20
BLOCK = 1_000_000


def _blocks(rows: int) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
    random = np.random.default_rng(0)
    for start in range(0, rows, BLOCK):
        x = random.random((min(BLOCK, rows - start), FEATURES), dtype="float32")
        yield start, x, (x[:, 0] > 0.5).astype("float32")


def parquet(rows: int) -> str:
    """A file with the columns x0, x1, ... and y, in row groups of a million rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = FOLDER / f"{rows}.parquet"
    if not path.exists():
        FOLDER.mkdir(exist_ok=True)
        names = [*(f"x{i}" for i in range(FEATURES)), "y"]
        schema = pa.schema([(name, pa.float32()) for name in names])
        with pq.ParquetWriter(path, schema, use_dictionary=False) as writer:
            for _, x, y in _blocks(rows):
                writer.write_table(pa.table([*x.T, y], schema=schema))
    return str(path)


def numpy(rows: int) -> tuple[Path, Path]:
    """Files of NumPy's: inputs and targets."""
    paths = numpy_paths(rows)
    if not paths[1].exists():
        FOLDER.mkdir(exist_ok=True)
        shapes = (rows, FEATURES), (rows,)
        arrays = [
            np.lib.format.open_memmap(path, "w+", "float32", shape)
            for path, shape in zip(paths, shapes, strict=True)
        ]
        for start, x, y in _blocks(rows):
            arrays[0][start : start + len(x)], arrays[1][start : start + len(y)] = x, y
    return paths


def numpy_paths(rows: int) -> tuple[Path, Path]:
    """The files of ``numpy()``."""
    return FOLDER / f"x{rows}.npy", FOLDER / f"y{rows}.npy"


def hdf5(rows: int) -> str:
    """A file with the datasets x, in chunks, and y."""
    import h5py

    path = FOLDER / f"{rows}.h5"
    if not path.exists():
        FOLDER.mkdir(exist_ok=True)
        with h5py.File(path, "w") as file:
            inputs = file.create_dataset("x", (rows, FEATURES), "f4", chunks=(8192, FEATURES))
            targets = file.create_dataset("y", (rows,), "f4")
            for start, x, y in _blocks(rows):
                inputs[start : start + len(x)], targets[start : start + len(y)] = x, y
    return str(path)
