"""Parquet files, read row group by row group, each as a stream."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rkeras_py.convert.describe import quoted
from rkeras_py.sources.arrow_rows import ArrowRows, reading, types_of
from rkeras_py.sources.files import keys_of, listed, stamp

#: Bytes of a column that are read at once. Without it and with ``pre_buffer``, pyarrow holds the
#: whole row group, or the file.
BUFFERED = 1 << 17

ENDINGS = (".parquet", ".parq", ".pq")


class ParquetRows(ArrowRows):
    """The rows of Parquet files, in the order of their names.

    Folders such as ``year=2024`` are columns, too.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        """Read what the files say of themselves.

        Args:
            paths: Files and folders.

        Raises:
            ArgumentError: there are none, or one of them cannot be read.
        """
        import pyarrow.parquet as pq

        files = listed(paths, ENDINGS, "path")
        self.where = where_is(files, paths)
        self.types = {}
        self._stamps = {path: stamp(path) for path in files}
        self._footers: dict[str, Any] = {}
        self._keys = {path: keys_of(path, paths) for path in files}
        self._key_types = _types_of_keys(list(self._keys.values()))
        for path in files:
            with reading({path: self._stamps[path]}):
                footer = self._footers[path] = pq.read_metadata(path)
                self.types[path] = types_of(footer.schema.to_arrow_schema()) | {
                    name: self._key_types[name] for name in self._keys[path]
                }
        self.count = sum(footer.num_rows for footer in self._footers.values())

    def units(self, size: int) -> Sequence[Any]:
        return [
            (path, group)
            for path, footer in self._footers.items()
            for group in range(footer.num_row_groups)
        ]

    def batches(
        self, unit: Any, names: list[str], size: int
    ) -> Iterator[tuple[Any, str, int | None]]:
        import pyarrow as pa
        import pyarrow.parquet as pq

        path, group = unit
        footer = self._footers[path]
        row = sum(footer.row_group(i).num_rows for i in range(group))
        keys = {name: key for name, key in self._keys[path].items() if name in names}
        stored = [name for name in names if name not in keys]
        with (
            reading({path: self._stamps[path]}),
            pq.ParquetFile(path, metadata=footer, pre_buffer=False, buffer_size=BUFFERED) as file,
        ):
            for batch in file.iter_batches(size, row_groups=[group], columns=stored):
                for name, key in keys.items():
                    value = pa.scalar(key).cast(self._key_types[name])
                    batch = batch.append_column(name, pa.repeat(value, batch.num_rows))
                yield batch, path, row
                row += batch.num_rows


def where_is(files: Sequence[str], paths: Sequence[str]) -> str:
    """What files are called together."""
    if len(files) == 1:
        return files[0]
    return f"the files in {quoted(list(paths))}" if len(paths) < len(files) else "the files"


def _types_of_keys(keys: list[dict[str, str]]) -> dict[str, Any]:
    """The types of the columns that folders are: whole numbers where all of them are some."""
    import pyarrow as pa

    values: dict[str, list[str]] = {}
    for pairs in keys:
        for name, value in pairs.items():
            values.setdefault(name, []).append(value)
    return {
        name: pa.int64() if all(text.lstrip("-").isdigit() for text in texts) else pa.string()
        for name, texts in values.items()
    }
