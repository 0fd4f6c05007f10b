"""Parquet files: which rows and columns they give, and what is wrong with bad ones."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from table_files import parquet, read, rows, table
from table_files import wrong as message

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.parquet import ParquetRows

pa = pytest.importorskip("pyarrow")


def test_rows_of_a_folder_in_the_order_of_the_names(tmp_path: Path) -> None:
    x, y = rows(2500)
    (tmp_path / "more").mkdir()
    parquet(tmp_path / "a.parquet", table(x[:700], y[:700]), group=300)
    parquet(tmp_path / "b.parquet", table(x[700:1500], y[700:1500]))
    parquet(tmp_path / "more" / "c.parquet", table(x[1500:], y[1500:]))
    (tmp_path / "_SUCCESS").touch()
    (tmp_path / ".d.parquet").write_bytes(b"unfinished")
    found = ParquetRows([str(tmp_path)])
    assert found.count == 2500
    assert len(found.units(10)) == 3 + 1 + 1
    np.testing.assert_array_equal(read(found, "a", "b", "c"), x)
    np.testing.assert_array_equal(read(found, "c", "a"), x[:, [2, 0]])


def test_folders_are_columns(tmp_path: Path) -> None:
    x, y = rows(6)
    for year, part in ((2023, slice(0, 2)), (2024, slice(2, 6))):
        folder = tmp_path / f"year={year}" / "place=San%20Jos%C3%A9"
        folder.mkdir(parents=True)
        parquet(folder / "part.parquet", table(x[part], y[part]))
    found = ParquetRows([str(tmp_path)])
    assert found.names() == ["a", "b", "c", "y", "year", "place"]
    years = [2023] * 2 + [2024] * 4
    np.testing.assert_array_equal(read(found, "year")[:, 0], years)
    np.testing.assert_array_equal(read(found, "a", "year"), np.c_[x[:, 0], years])
    assert read(found, "place")[:, 0].tolist() == ["San José"] * 6


def test_whole_numbers_in_one_file_and_fractions_in_another(tmp_path: Path) -> None:
    parquet(tmp_path / "a.parquet", pa.table({"n": [1, 2]}))
    parquet(tmp_path / "b.parquet", pa.table({"n": [2.5]}))
    parquet(tmp_path / "c.parquet", pa.table({"n": pa.array([7], "int16")}))
    assert read(ParquetRows([str(tmp_path)]), "n").tolist() == [[1], [2], [2.5], [7]]


def wrong(found: ParquetRows, *names: str) -> str:
    return message(lambda: read(found, *names))


def test_a_missing_column_and_near_ones(tmp_path: Path) -> None:
    x, y = rows(4)
    path = parquet(tmp_path / "x.parquet", table(x, y, Distance=[1.0] * 4))
    found = ParquetRows([str(path)])
    assert wrong(found, "distence") == (
        f'`x`: there is no column "distence" in {path}. Did you mean "Distance"?'
    )
    assert wrong(found, "qqq") == (
        f'`x`: there is no column "qqq" in {path}. Its columns are "a", "b", "c", "y", "Distance".'
    )


def test_columns_that_differ_between_files(tmp_path: Path) -> None:
    parquet(tmp_path / "a.parquet", pa.table({"n": [1.0], "o": [1.0]}))
    parquet(tmp_path / "b.parquet", pa.table({"n": ["one"]}))
    found = ParquetRows([str(tmp_path)])
    a, b = tmp_path / "a.parquet", tmp_path / "b.parquet"
    assert wrong(found, "n") == (
        f'`x`: the column "n" is of the type string in {b}, but double in {a}.'
    )
    assert wrong(found, "o") == f'`x`: there is no column "o" in {b}, but in {a}.'


def test_files_that_are_none(tmp_path: Path) -> None:
    def opening(path: Path) -> str:
        with pytest.raises(ArgumentError) as caught:
            ParquetRows([str(path)])
        return str(caught.value)

    x, y = rows(3000)
    whole = parquet(tmp_path / "whole.parquet", table(x, y)).read_bytes()
    assert opening(tmp_path / "none") == (
        f'`path`: there is no file or folder "{tmp_path / "none"}".'
    )
    (tmp_path / "empty").mkdir()
    assert "there are no files of the kind" in opening(tmp_path / "empty")
    (tmp_path / "none.parquet").touch()
    assert opening(tmp_path / "none.parquet") == (
        f'`path`: the file "{tmp_path / "none.parquet"}" is empty.'
    )
    for size in (3, 100, len(whole) // 2, len(whole) - 1):
        (tmp_path / "cut.parquet").write_bytes(whole[:size])
        said = opening(tmp_path / "cut.parquet")
        assert said.startswith(f'the file "{tmp_path / "cut.parquet"}" cannot be read; damaged')


def test_damage_within(tmp_path: Path) -> None:
    x, y = rows(30_000)
    path = parquet(tmp_path / "x.parquet", table(x, y), group=10_000)
    data = bytearray(path.read_bytes())
    data[len(data) // 4 : len(data) // 2] = bytes(len(data) // 2 - len(data) // 4)
    path.write_bytes(data)
    assert wrong(ParquetRows([str(path)]), "a", "b", "c").startswith(
        f'the file "{path}" cannot be read; damaged or incomplete?'
    )


def test_a_file_that_is_replaced_or_goes(tmp_path: Path) -> None:
    x, y = rows(100)
    path = parquet(tmp_path / "x.parquet", table(x, y))
    found = ParquetRows([str(path)])
    parquet(tmp_path / "y.parquet", table(x[:50], y[:50]))
    os.replace(tmp_path / "y.parquet", path)
    assert wrong(found, "a") == (
        f'the file "{path}" was replaced or changed while it was being read: '
        "call the function again to begin with the new data."
    )
    path.unlink()
    assert f'the file "{path}" is gone' in wrong(found, "a")
