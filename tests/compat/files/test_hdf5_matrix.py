"""Rows of HDF5 files as data, read when they are asked for."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest

from rkeras_py.compat.files.hdf5_matrix import HDF5Matrix
from rkeras_py.convert.rule import ArgumentError

ROWS = np.arange(30.0).reshape(10, 3)


@pytest.fixture
def path(tmp_path: Path) -> str:
    with h5py.File(tmp_path / "größe.h5", "w") as file:
        file["rows"], file["number"], file["wörter"] = ROWS, 3.0, ["ä", "b", "c"]
        file.create_group("group")
    return str(tmp_path / "größe.h5")


@pytest.mark.parametrize(
    "key",
    [0, -1, 3, slice(None), slice(1, 3), slice(None, None, 2), slice(5, 1, -2), slice(2, 2),
     [4, 1, 1, 0], np.array([2, 0]), np.array([True, False] * 3)],
    ids=str,
)  # fmt: skip
def test_indices_are_as_numpy_s(path: str, key: object) -> None:
    matrix = HDF5Matrix(path, "rows", 2, 8)
    expected = ROWS[2:8][key]
    got = matrix[key]
    assert got.shape == expected.shape
    np.testing.assert_array_equal(got, expected)


def test_its_shape_is_that_of_its_rows(path: str) -> None:
    matrix = HDF5Matrix(path, "rows", 2, 8)
    assert (matrix.shape, matrix.ndim, len(matrix), matrix.dtype) == ((6, 3), 2, 6, "float64")
    np.testing.assert_array_equal(np.asarray(matrix), ROWS[2:8])
    assert len(HDF5Matrix(path, "rows")) == 10


def test_what_rows_go_through(path: str) -> None:
    matrix = HDF5Matrix(path, "rows", normalizer=lambda rows: rows[:, :1] / 10)
    assert matrix.shape == (10, 1)
    np.testing.assert_allclose(matrix[[3, 1]], ROWS[[3, 1], :1] / 10)


def test_texts(path: str) -> None:
    assert HDF5Matrix(path, "wörter", 1)[0] in (b"b", "b")


@pytest.mark.parametrize("key", [6, -7, [0, 6], "a", 1.5])
def test_rows_that_are_not_there(path: str, key: object) -> None:
    with pytest.raises(IndexError):
        HDF5Matrix(path, "rows", 2, 8)[key]


@pytest.mark.parametrize(
    ("dataset", "start", "end", "message"),
    [
        ("rows", 5, 5, "`start` and `end` must be rows of the dataset, which has 10, .* 5 and 5"),
        ("rows", 0, 11, "not 0 and 11"),
        ("number", 0, None, '`dataset`: "number" has no rows; it is not an array'),
        ("group", 0, None, '`dataset`: "group" has no rows'),
    ],
)
def test_what_holds_no_such_rows(path, dataset, start, end, message) -> None:
    with pytest.raises(ArgumentError, match=message):
        HDF5Matrix(path, dataset, start, end)


def test_what_is_not_there(path: str, tmp_path: Path) -> None:
    with pytest.raises((KeyError, ArgumentError)):
        HDF5Matrix(path, "nothing")
    (tmp_path / "text.h5").write_text("no HDF5")
    with pytest.raises(OSError, match=r"signature|open"):
        HDF5Matrix(str(tmp_path / "text.h5"), "rows")
