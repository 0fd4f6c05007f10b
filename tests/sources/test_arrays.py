"""Arrays on disk: read in blocks, without staying in memory."""

from __future__ import annotations

import re
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from rkeras_py.sources.arrays import ArrayRows, parts_of
from rkeras_py.sources.stream import Stream

X = np.arange(3000.0).reshape(1000, 3)


def resident() -> float:
    """Megabytes of files that are mapped into this process."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"RssFile:\s+(\d+)", status)[1]) / 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc")
def test_what_was_read_of_a_mapped_file_leaves_memory(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.zeros((1_000_000, 20), "float32"))  # 80 MB
    mapped = np.load(tmp_path / "x.npy", mmap_mode="r")
    before, most = resident(), 0.0
    for shuffle in (False, True):
        stream = Stream(parts_of((mapped,)), batch_size=1000, shuffle=shuffle)
        for _ in stream.blocks(endless=False):
            most = max(most, resident())
    assert most - before < 20
    assert mapped[::1000].sum() == 0
    assert resident() - before > 0.5  # the measure works


def test_doubles_are_read_as_floats_and_whole_numbers_as_they_are() -> None:
    parts = parts_of((X, X.astype("int64"), None))
    assert [part.dtype for part in parts[:2]] == ["float32", "int64"]
    blocks = list(Stream(parts, batch_size=100).blocks(endless=False))
    assert [part.dtype for part in blocks[0]] == ["float32", "int64"]
    np.testing.assert_array_equal(np.concatenate([block[0] for block in blocks]), X)


def test_chunks_of_hdf5_are_read_once(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "x.h5", "w") as file:
        data = file.create_dataset("x", data=X, chunks=(64, 3))
        units = ArrayRows([data]).units(100)
        assert [unit[0] % 64 for unit in units] == [0] * len(units)
        assert units[0] == (0, 128)
        assert units[-1][1] == 1000


def test_tensors_beside_arrays_on_disk() -> None:
    tensor = keras.ops.convert_to_tensor(X)
    blocks = list(Stream(parts_of((X, tensor)), batch_size=1000).blocks(endless=False))
    np.testing.assert_array_equal(blocks[0][0], blocks[0][1])


def test_rows_from_one_to_another() -> None:
    found = Stream(parts_of((X,), 10, 25), batch_size=4)
    assert found.batches == 4
    read = np.concatenate([block[0] for block in found.blocks(endless=False)])
    np.testing.assert_array_equal(read, X[10:25])
