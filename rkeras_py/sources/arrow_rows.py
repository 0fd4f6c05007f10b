"""Rows in Arrow's record batches, whatever they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources import columns
from rkeras_py.sources.files import Stamp, stamp
from rkeras_py.sources.rows import Part, Rows, floats


class ArrowRows(Rows):
    """Rows whose columns have names.

    Attributes:
        where: What they are in, for messages.
        types: Arrow's types by name, for each file by its path; or for ``where`` alone.
    """

    where: str
    types: dict[str, Mapping[str, Any]]

    def names(self) -> list[str]:
        """The names of the columns."""
        return list(next(iter(self.types.values())))

    def part(self, wanted: Sequence[str], argument: str) -> Part:
        """Columns as a part, with one row of numbers for each row.

        Raises:
            ArgumentError: a column is missing, not of numbers, or not of the same type in all
                files.
        """
        columns.check_names(wanted, self.names(), argument, self.where)
        found = [self._column(name, argument, alone=len(wanted) == 1) for name in wanted]
        width = sum(column.width for column in found)
        return Part(self, tuple(wanted), (self.count, width), columns.common(found))

    def weights(self, name: str) -> Part:
        """A column as the weights of the samples."""
        self.part([name], "sample_weight")
        return Part(self, (name,), (self.count,), floats())

    def _column(self, name: str, argument: str, alone: bool) -> columns.Column:
        first = ""
        found: list[columns.Column] = []
        for where, types in self.types.items():
            if name not in types:
                raise ArgumentError(
                    f'`{argument}`: there is no column "{name}" in {where}, but in {first}.'
                )
            column = columns.column_of(types[name])
            if found and _kind(column) != _kind(found[0]):
                raise ArgumentError(
                    f'`{argument}`: the column "{name}" is of the type {types[name]} in {where}, '
                    f"but {self.types[first][name]} in {first}."
                )
            if column is None or (column.dtype.kind == "O" and not alone):
                raise ArgumentError(
                    f'`{argument}`: the column "{name}" is of the type {types[name]} in {where}, '
                    "but a model needs numbers. Turn it into numbers, or choose other columns."
                )
            first = first or where
            found.append(column)
        return columns.Column(columns.common(found), found[0].width)

    def read(self, unit: Any, parts: Sequence[Part], size: int) -> Iterator[list[Any]]:
        names = list(dict.fromkeys(name for part in parts for name in part.wanted))
        for batch, where, row in self.batches(unit, names, size):
            missing = columns.first_missing(batch, names)
            if missing is not None:
                name, within = missing
                at = "" if row is None else f", first in row {row + within + 1}"
                raise ArgumentError(
                    f'the column "{name}" of {where} has missing values (null){at}: '
                    "leave these rows out, or replace the values."
                )
            yield [columns.array_of(batch, p.wanted, p.dtype, p.shape[1:]) for p in parts]

    def not_finite(self, part: Part, values: Any) -> list[str]:
        import numpy as np

        flawed = ~np.isfinite(values.reshape(len(values), -1)).all(axis=0)
        widths = [self._column(name, "x", alone=True).width for name in part.wanted]
        ends = np.cumsum(widths)
        return [
            f'the column "{name}" of {self.where}'
            for name, width, end in zip(part.wanted, widths, ends, strict=True)
            if flawed[end - width : end].any()
        ]

    def batches(
        self, unit: Any, names: list[str], size: int
    ) -> Iterator[tuple[Any, str, int | None]]:
        """A portion as record batches, each with where it is from and the number of its first row.

        Args:
            unit: One of ``units()``.
            names: The columns to read.
            size: Rows in a batch, at most.
        """
        raise NotImplementedError

    def check_complete(self, read: int) -> None:
        raise ArgumentError(
            f"{self.where} had {self.count} rows when reading began, but {read} or more were read: "
            "the data changed meanwhile."
            if read > self.count
            else f"{self.where} had {self.count} rows when reading began, but only {read} were "
            "read: the data changed meanwhile."
        )


def _kind(column: columns.Column | None) -> tuple[Any, ...]:
    """What has to be the same in all files: whether it is text, numbers or neither, and the width.

    Numbers may be whole ones in one file and have fractions in another.
    """
    return () if column is None else (column.dtype.kind == "O", column.width)


class TableRows(ArrowRows):
    """A table or a record batch in memory."""

    def __init__(self, table: Any) -> None:
        self._table = table
        self.count = table.num_rows
        self.where = "the table"
        self.types = {self.where: types_of(table.schema)}

    def units(self, size: int) -> Sequence[Any]:
        return range(0, self.count, size)

    def batches(
        self, unit: Any, names: list[str], size: int
    ) -> Iterator[tuple[Any, str, int | None]]:
        row = unit
        for batch in self._table.select(names).slice(unit, size).to_batches():
            yield batch, self.where, row
            row += batch.num_rows


class DatasetRows(ArrowRows):
    """A dataset of pyarrow's, with whatever formats and file systems it has."""

    def __init__(self, dataset: Any) -> None:
        self._fragments = list(dataset.get_fragments())
        self._schema = dataset.schema
        self.where = "the dataset"
        self.types = {self.where: types_of(dataset.schema)}
        with reading({}):
            self.count = dataset.count_rows()

    def units(self, size: int) -> Sequence[Any]:
        return self._fragments

    def batches(
        self, unit: Any, names: list[str], size: int
    ) -> Iterator[tuple[Any, str, int | None]]:
        import pyarrow.dataset as ds

        options: dict[str, Any] = {}
        if isinstance(unit, ds.ParquetFileFragment):  # otherwise the file is held as a whole
            options["fragment_scan_options"] = ds.ParquetFragmentScanOptions(
                use_buffered_stream=True, pre_buffer=False
            )
        where, row = getattr(unit, "path", "") or self.where, 0
        with reading({}):
            for batch in unit.to_batches(
                schema=self._schema, columns=names, batch_size=size, batch_readahead=1, **options
            ):
                yield batch, where, row
                row += batch.num_rows


def types_of(schema: Any) -> dict[str, Any]:
    """Arrow's types of the columns by name."""
    return {field.name: field.type for field in schema}


@contextmanager
def reading(stamps: Mapping[str, Stamp | None]) -> Iterator[None]:
    """While files are read: an error of Arrow's says which file it was.

    Args:
        stamps: Of the files, from before.

    Raises:
        ArgumentError: a file was replaced, is damaged or not there any more.
    """
    import pyarrow as pa

    check_unchanged(stamps)
    try:
        yield
    except (pa.ArrowException, OSError) as problem:
        check_unchanged(stamps)
        files = f"the file {quoted(list(stamps))}" if stamps else "the data"
        text = str(problem).strip().partition("\n")[0]
        raise ArgumentError(f"{files} cannot be read; damaged or incomplete? {text}") from problem


def check_unchanged(stamps: Mapping[str, Stamp | None]) -> None:
    """Raises: ArgumentError: a file is not the one that it was."""
    for path, before in stamps.items():
        now = stamp(path)
        if now != before:
            what = "is gone" if now is None else "was replaced or changed"
            raise ArgumentError(
                f"the file {quoted([path])} {what} while it was being read: "
                "call the function again to begin with the new data."
            )
