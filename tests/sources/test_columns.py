"""Columns of Arrow's types as arrays, and those that a model cannot take."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from table_files import parquet, read
from table_files import wrong as message

from rkeras_py.sources.parquet import ParquetRows

pa = pytest.importorskip("pyarrow")


def wrong(found: ParquetRows, *names: str) -> str:
    return message(lambda: read(found, *names))


@pytest.mark.parametrize(
    ("column", "dtype"),
    [
        (pa.array([1, 2, 3], "int64"), "int64"),
        (pa.array([1, 2, 3], "uint8"), "uint8"),
        (pa.array([1.0, 2.0, 3.0], "float64"), "float32"),
        (pa.array([1.0, 2.0, 3.0], "float32"), "float32"),
        (pa.array(np.array([1, 2, 3], "float16")), "float32"),
        (pa.array([1, 2, 3], pa.decimal128(5, 2)), "float32"),
        (pa.array([1, 2, 3], "int32").dictionary_encode(), "int32"),
    ],
)
def test_numbers_of_all_kinds(tmp_path: Path, column: object, dtype: str) -> None:
    other = pa.array([0.5, 1.5, 2.5])
    parquet(tmp_path / "x.parquet", pa.table({"n": column, "o": other}))
    found = ParquetRows([str(tmp_path / "x.parquet")])
    alone, both = read(found, "n"), read(found, "n", "o")
    assert alone.dtype == dtype
    assert alone.tolist() == [[1], [2], [3]]
    assert both.dtype == "float32"
    assert both.tolist() == [[1, 0.5], [2, 1.5], [3, 2.5]]


def test_logicals_and_lists_of_a_fixed_size(tmp_path: Path) -> None:
    lists = pa.FixedSizeListArray.from_arrays(pa.array(np.arange(6.0)), 2)
    data = pa.table({"flag": [True, False, True], "pair": lists})
    parquet(tmp_path / "x.parquet", data, group=2)
    found = ParquetRows([str(tmp_path / "x.parquet")])
    assert read(found, "pair").tolist() == [[0, 1], [2, 3], [4, 5]]
    assert read(found, "flag", "pair").tolist() == [[1, 0, 1], [0, 2, 3], [1, 4, 5]]
    assert read(found, "flag").tolist() == [[1], [0], [1]]


@pytest.mark.parametrize(
    "column",
    [
        pa.array(["a", "b"]),
        pa.array(["a", "b"]).dictionary_encode(),
        pa.array([1, 2], pa.date32()),
        pa.array([[1], [1, 2]]),
        pa.array([b"a", b"b"]),
    ],
)
def test_columns_that_are_no_numbers(tmp_path: Path, column: object) -> None:
    path = parquet(tmp_path / "x.parquet", pa.table({"n": column, "o": [1.0, 2.0]}))
    kind = str(column.type).replace("item", "element")  # as Parquet calls those of lists
    assert wrong(ParquetRows([str(path)]), "o", "n") == (
        f'`x`: the column "n" is of the type {kind} in {path}, but a model needs numbers. '
        "Turn it into numbers, or choose other columns."
    )


@pytest.mark.parametrize(
    "column",
    [
        pa.array([1.0, 2.0, None, 4.0]),
        pa.array([1, 2, None, 4]).dictionary_encode(),
        pa.array([[1, 2], [1, 2], [1, None], [1, 2]], pa.list_(pa.int64(), 2)),
        pa.array(["a", "b", None, "d"]),
    ],
)
def test_missing_values(tmp_path: Path, column: object) -> None:
    path = parquet(tmp_path / "x.parquet", pa.table({"n": column}), group=2)
    assert wrong(ParquetRows([str(path)]), "n") == (
        f'the column "n" of {path} has missing values (null), first in row 3: leave these rows '
        "out, or replace the values."
    )
