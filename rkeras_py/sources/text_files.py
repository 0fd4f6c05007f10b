"""CSV files, read block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rkeras_py.sources.arrow_rows import ArrowRows, reading, types_of
from rkeras_py.sources.files import listed, stamp
from rkeras_py.sources.parquet import where_is

ENDINGS = (".csv", ".tsv", ".csv.gz")


class CsvRows(ArrowRows):
    """The rows of CSV files with a line of names.

    The first block of a file says which columns are numbers. They are read as numbers with a
    fraction, since a column may begin with whole ones.
    """

    def __init__(self, paths: Sequence[str], delimiter: str) -> None:
        """Read the files once, to count their rows.

        Raises:
            ArgumentError: there are none, or one of them cannot be read.
        """
        self._files = listed(paths, ENDINGS, "path")
        self._delimiter = delimiter
        self.where = where_is(self._files, paths)
        self._stamps = {path: stamp(path) for path in self._files}
        self.types = {}
        self.count = 0
        for path in self._files:
            with reading({path: self._stamps[path]}), self._open(path, {}) as file:
                self.types[path] = _as_floats(types_of(file.schema))
            names = list(self.types[path])[:1]
            for batch, _, _ in self.batches(path, names, 0):
                self.count += batch.num_rows

    def _open(self, path: str, types: dict[str, Any]) -> Any:
        from pyarrow import csv

        return csv.open_csv(
            path,
            parse_options=csv.ParseOptions(delimiter=self._delimiter),
            convert_options=csv.ConvertOptions(column_types=types, include_columns=list(types)),
        )

    def units(self, size: int) -> Sequence[Any]:
        return self._files

    def batches(
        self, unit: Any, names: list[str], size: int
    ) -> Iterator[tuple[Any, str, int | None]]:
        types = {name: self.types[unit][name] for name in names}
        row = 0
        with reading({unit: self._stamps[unit]}), self._open(unit, types) as file:
            for batch in file:
                yield batch, unit, row
                row += batch.num_rows


def _as_floats(types: dict[str, Any]) -> dict[str, Any]:
    import pyarrow as pa

    return {
        name: pa.float64() if pa.types.is_integer(kind) or pa.types.is_null(kind) else kind
        for name, kind in types.items()
    }
