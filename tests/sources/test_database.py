"""Results of queries of DuckDB."""

from __future__ import annotations

from pathlib import Path

import pytest
from table_files import read, rows, table, wrong

from rkeras_py.sources.database import QueryRows
from rkeras_py.sources.stream import Stream

pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

TABLE = table(*rows(5000))


def query(folder: Path) -> QueryRows:
    with duckdb.connect(str(folder / "x.duckdb")) as connection:
        connection.register("given", TABLE)
        connection.execute('CREATE TABLE "some rows" AS SELECT * FROM given')
    return QueryRows('SELECT * FROM "some rows";', str(folder / "x.duckdb"))


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
