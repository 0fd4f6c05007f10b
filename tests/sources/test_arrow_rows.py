"""CSV, Arrow's own files, tables, datasets and queries: they give the rows of the same table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from table_files import parquet, read, rows, table, wrong

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.database import QueryRows
from rkeras_py.sources.ipc import IpcRows
from rkeras_py.sources.source import of_arrow
from rkeras_py.sources.text_files import CsvRows

pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

COUNT = 5000
X, Y = rows(COUNT)
TABLE = table(X, Y)


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


def test_data_that_are_no_arrow() -> None:
    assert wrong(lambda: of_arrow(object())) == (
        "`data` must be a table, a dataset or a stream of Arrow's, not object."
    )
