"""Files of Arrow's own format, and what is written into one because it can be read once only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.arrow_rows import ArrowRows, reading, types_of
from rkeras_py.sources.files import listed, stamp
from rkeras_py.sources.parquet import where_is

ENDINGS = (".arrow", ".feather", ".ipc")


class IpcRows(ArrowRows):
    """The rows of Arrow files, in the order of their names."""

    def __init__(self, paths: Sequence[str], where: str = "") -> None:
        """Read what the files say of themselves.

        Raises:
            ArgumentError: there are none, or one of them cannot be read.
        """
        files = listed(paths, ENDINGS, "data")
        self.where = where or where_is(files, paths)
        self.types = {}
        self._stamps = {path: stamp(path) for path in files}
        self._starts: dict[tuple[str, int], int] = {}
        self.count = 0
        for path in files:
            rows = 0
            with reading({path: self._stamps[path]}), _opened(path) as file:
                self.types[where or path] = types_of(file.schema)
                for i in range(file.num_record_batches):
                    self._starts[path, i] = rows
                    rows += file.get_batch(i).num_rows
            self.count += rows

    def units(self, size: int) -> Sequence[Any]:
        return list(self._starts)

    def batches(
        self, unit: Any, names: list[str], size: int
    ) -> Iterator[tuple[Any, str, int | None]]:
        path, number = unit
        with reading({path: self._stamps[path]}), _opened(path) as file:
            batch = file.get_batch(number).select(names)
        first = self._starts[unit]
        for start in range(0, batch.num_rows, size):
            yield batch.slice(start, size), self.where, first + start


def _opened(path: str) -> Any:
    import pyarrow as pa

    return pa.ipc.open_file(pa.OSFile(path))


class Copied(IpcRows):
    """Record batches that come once, in a temporary file that goes when nobody uses it."""

    def __init__(self, schema: Any, batches: Iterable[Any], where: str) -> None:
        """Write the file.

        Args:
            schema: Of the record batches.
            batches: The record batches.
            where: What they are, for messages.
        """
        import pyarrow as pa

        self._folder = tempfile.TemporaryDirectory(prefix="rkeras_", ignore_cleanup_errors=True)
        path = os.path.join(self._folder.name, "rows.arrow")
        try:
            with pa.OSFile(path, "wb") as sink, pa.ipc.new_file(sink, schema) as writer:
                for batch in batches:
                    writer.write_batch(batch)
        except OSError as problem:
            raise ArgumentError(
                f"{where} cannot be copied to the folder of temporary files: {problem}"
            ) from problem
        super().__init__([path], where)
