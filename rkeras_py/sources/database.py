"""Results of queries of DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.arrow_rows import ArrowRows, types_of


class QueryRows(ArrowRows):
    """The rows of a query on a database file, which runs anew for each round."""

    def __init__(self, query: str, database: str | None) -> None:
        """Open the database, and count the rows.

        Args:
            query: SQL, or the name of a table.
            database: The file; ``None`` for a query that needs none, such as one of files.

        Raises:
            ArgumentError: the file or the query is wrong.
        """
        import duckdb

        self.where = "the result of the query"
        try:
            if database is None:
                self._database = duckdb.connect()
            else:
                self._database = duckdb.connect(database, read_only=True)
        except duckdb.Error as problem:
            raise ArgumentError(
                f"`database`: {quoted([str(database)])} cannot be opened: {_first_line(problem)}"
            ) from problem
        # a table, as in FROM; SELECT and the like stand in brackets
        self._from = query if " " not in query.strip() else f"({query.strip().rstrip(';')})"
        rows = self._reader("count(*)").read_all()
        self.count = int(rows.column(0)[0].as_py())
        self.types = {self.where: types_of(self._reader("*", "LIMIT 0").schema)}

    def _reader(self, what: str, more: str = "", size: int = 1) -> Any:
        import duckdb

        # sql() streams, execute() holds the whole result; a cursor runs beside others
        query = f"SELECT {what} FROM {self._from} {more}"
        try:
            return self._database.cursor().sql(query).to_arrow_reader(size)
        except duckdb.Error as problem:
            raise ArgumentError(f"`query` failed: {_first_line(problem)}") from problem

    def units(self, size: int) -> Sequence[Any]:
        return [None]

    def batches(
        self, unit: Any, names: list[str], size: int
    ) -> Iterator[tuple[Any, str, int | None]]:
        import duckdb
        import pyarrow as pa

        chosen = ", ".join('"{}"'.format(name.replace('"', '""')) for name in names)
        row = 0
        try:
            for batch in self._reader(chosen, size=size):
                yield batch, self.where, row
                row += batch.num_rows
        except (duckdb.Error, pa.ArrowException, OSError) as problem:
            text = _first_line(problem)
            raise ArgumentError(f"{self.where} cannot be read: {text}") from problem


def _first_line(problem: Exception) -> str:
    """What DuckDB says, without the place in a query that has more than the user's."""
    return str(problem).partition("\n")[0]
