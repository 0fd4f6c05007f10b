"""CSV, Arrow's own files, tables, datasets and queries: they give the rows of the same table."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from table_files import parquet, rows, table

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.database import QueryRows
from rkeras_py.sources.ipc import IpcRows
from rkeras_py.sources.source import of_arrow
from rkeras_py.sources.stream import Stream
from rkeras_py.sources.text_files import CsvRows

pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

COUNT = 5000
X, Y = rows(COUNT)
TABLE = table(X, Y)


def read(found: object, *names: str, shuffle: bool = False) -> np.ndarray:
    stream = Stream((found.part(list(names), "x"),), batch_size=64, shuffle=shuffle)
    return np.concatenate([block[0] for block in stream.blocks(endless=False)])


def csv(folder: Path) -> CsvRows:
    from pyarrow import csv

    csv.write_csv(TABLE.slice(0, 2000), folder / "1.csv")
    csv.write_csv(TABLE.slice(2000), folder / "2.csv")
    return CsvRows([str(folder)], ",")


def ipc(folder: Path) -> IpcRows:
    with pa.ipc.new_file(str(folder / "x.arrow"), TABLE.schema) as writer:
        writer.write_table(TABLE, max_chunksize=700)
    return IpcRows([str(folder)])


def query(folder: Path) -> QueryRows:
    with duckdb.connect(str(folder / "x.duckdb")) as connection:
        connection.register("given", TABLE)
        connection.execute('CREATE TABLE "some rows" AS SELECT * FROM given')
    return QueryRows('SELECT * FROM "some rows";', str(folder / "x.duckdb"))


def relation(folder: Path) -> object:
    connection = duckdb.connect()
    connection.register("given", TABLE)
    return of_arrow(connection.sql("SELECT * FROM given"))()


def dataset(folder: Path) -> object:
    import pyarrow.dataset as ds

    parquet(folder / "1.parquet", TABLE.slice(0, 3000))
    parquet(folder / "2.parquet", TABLE.slice(3000))
    return of_arrow(ds.dataset(folder))()


class Exported:
    """Something of another library that exports a stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return TABLE.__arrow_c_stream__(requested_schema)


WAYS: dict[str, Callable[[Path], object]] = {
    "csv": csv,
    "ipc": ipc,
    "query": query,
    "relation": relation,
    "dataset": dataset,
    "table": lambda folder: of_arrow(TABLE)(),
    "reader": lambda folder: of_arrow(TABLE.to_reader(max_chunksize=900))(),
    "batch": lambda folder: of_arrow(TABLE.to_batches()[0])(),
    "stream": lambda folder: of_arrow(Exported())(),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_rows_of_a_table(way: str, tmp_path: Path) -> None:
    found = WAYS[way](tmp_path)
    assert found.count == COUNT
    assert found.names() == ["a", "b", "c", "y"]
    for _ in range(2):  # again and again
        np.testing.assert_allclose(read(found, "a", "b", "c"), X, rtol=1e-6)
    np.testing.assert_allclose(read(found, "y"), Y, rtol=1e-6)
    shuffled = read(found, "a", shuffle=True)
    assert not np.allclose(shuffled[:, 0], X[:, 0])
    np.testing.assert_allclose(np.sort(shuffled[:, 0]), np.sort(X[:, 0]), rtol=1e-6)
    with pytest.raises(ArgumentError, match=r'there is no column "aa" in .* Did you mean "a"'):
        found.part(["aa"], "x")


def wrong(call: Callable[[], object]) -> str:
    with pytest.raises(ArgumentError) as caught:
        call()
    return str(caught.value)


def test_copies_of_streams_go_with_their_source(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened = of_arrow(TABLE.to_reader())
    assert len(os.listdir(tmp_path)) == 1
    del opened
    gc.collect()
    assert os.listdir(tmp_path) == []


def test_numbers_of_csv_may_begin_with_whole_ones(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("n,o\n" + "1,1\n" * 500_000 + "2.5,1\n", encoding="utf-8")
    found = CsvRows([str(path)], ",")
    assert found.count == 500_001
    assert read(found, "n").sum() == 500_002.5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("n,o\n1,2\n3\n", "cannot be read; damaged or incomplete? CSV parse error: Expected 2"),
        ("n,o\n" + "1,2\n" * 500_000 + "one,2\n", "cannot be read; damaged or incomplete? In CSV"),
        ("n,o\n1,2\nNA,3\n", 'the column "n" of {} has missing values (null), first in row 2'),
        ("n,o\n1,2\n,3\n", 'the column "n" of {} has missing values (null), first in row 2'),
        ("n,o\na,2\nb,3\n", 'the column "n" is of the type string in {}, but a model needs'),
        ("", 'the file "{}" is empty'),
    ],
)
def test_what_is_wrong_with_csv(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    said = wrong(lambda: read(CsvRows([str(path)], ","), "n", "o"))
    assert message.format(path) in said
    assert str(path) in said


def test_what_is_wrong_with_arrow_files(tmp_path: Path) -> None:
    found = ipc(tmp_path)
    path = tmp_path / "x.arrow"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert f'the file "{path}" was replaced or changed' in wrong(lambda: read(found, "a"))
    assert f'the file "{path}" cannot be read' in wrong(lambda: IpcRows([str(path)]))


def test_what_is_wrong_with_queries(tmp_path: Path) -> None:
    database = str(tmp_path / "x.duckdb")
    query(tmp_path)
    assert "`query` failed: Catalog Error" in wrong(lambda: QueryRows("nothing", database).count)
    assert "`query` failed: Parser Error" in wrong(lambda: QueryRows("SELEKT 1", database).count)
    (tmp_path / "no.duckdb").write_bytes(b"no database at all" * 1000)
    said = wrong(lambda: QueryRows("x", str(tmp_path / "no.duckdb")))
    assert said.startswith(f'`database`: "{tmp_path / "no.duckdb"}" cannot be opened')
    found = QueryRows('SELECT CASE WHEN a > 0 THEN a END AS a FROM "some rows"', database)
    assert 'the column "a" of the result of the query has missing values' in wrong(
        lambda: read(found, "a")
    )
    found = QueryRows("SELECT CAST(range AS VARCHAR) AS n FROM range(3)", None)
    assert 'the column "n" is of the type string' in wrong(lambda: read(found, "n", "n"))
    late = "CAST(CASE WHEN range = 290000 THEN 'x' ELSE '1' END AS INTEGER)"
    found = QueryRows(f"SELECT {late} AS n FROM range(300000)", None)
    assert wrong(lambda: read(found, "n")).endswith(
        "Conversion Error: Could not convert string 'x' to INT32"
    )


def test_a_query_with_an_order_keeps_it() -> None:
    found = QueryRows("SELECT range AS n FROM range(100000) ORDER BY n DESC", None)
    assert read(found, "n")[:, 0].tolist() == list(range(100_000))[::-1]


def test_two_queries_at_the_same_time() -> None:
    found = QueryRows("SELECT range AS n FROM range(300000)", None)
    parts = (found.part(["n"], "x"),)
    both = [iter(Stream(parts, batch_size=1000).in_batches(endless=False)) for _ in range(2)]
    pairs = list(zip(*both, strict=True))
    assert len(pairs) == 300
    assert all((a[0] == b[0]).all() for a, b in pairs)


def test_data_that_are_no_arrow() -> None:
    assert wrong(lambda: of_arrow(object())) == (
        "`data` must be a table, a dataset or a stream of Arrow's, not object."
    )
