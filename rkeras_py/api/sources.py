"""Data larger than memory: files, databases and arrays on disk for fit(), evaluate(), predict()."""

from __future__ import annotations

import os
from functools import partial
from typing import Annotated, Any

from rkeras_py.convert.column_names import Columns, Paths
from rkeras_py.convert.data import DataRule, SampleWeight
from rkeras_py.convert.on_disk import is_on_disk
from rkeras_py.convert.paths import FileRule
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Size
from rkeras_py.engine import host
from rkeras_py.registry.define import export
from rkeras_py.sources.needed import needed


class ArraysRule(Rule):
    """Arrays, of which some are on disk; a string is the path of a file of NumPy's."""

    name = "the path of a .npy file, an array on disk or in memory, or a list of them"
    arrays = True

    def __init__(self, argument: str) -> None:
        self._others = DataRule(argument)

    def accept(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self.accept(part) for name, part in value.items()}
        value = _string_in(value)
        if isinstance(value, (list, tuple)):
            return [self.accept(part) for part in value]
        if isinstance(value, (str, os.PathLike)):
            return _mapped(value)
        if not is_on_disk(value):
            value = self._others.accept(value)
        if not getattr(value, "shape", ()):
            raise Mismatch
        return value


def _string_in(value: Any) -> Any:
    """The string in an array of one, as which R's strings come."""
    if getattr(getattr(value, "dtype", None), "kind", "") in ("O", "U") and value.size == 1:
        return str(value.ravel()[0])
    return value


def _mapped(path: Any) -> Any:
    import numpy as np

    path = FileRule().accept(path)
    try:
        array = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as problem:
        raise ArgumentError(
            f'{{argument}}: "{path}" is no .npy file, or a damaged one: {problem}'
        ) from problem
    if not is_on_disk(array):
        raise ArgumentError(f'{{argument}}: "{path}" has no rows; it must be a .npy file.')
    return array


@export(family="source", long=True)
def parquet_source(
    path: Paths,
    x: Columns | None = None,
    y: Columns | None = None,
    sample_weight: str | None = None,
    buffer_size: Size | None = None,
) -> Any:
    """Use Parquet files as model data.

    ``fit()``, ``evaluate()`` and ``predict()`` read the rows while they run, so that the files may
    be larger than memory. The Python package pyarrow must be installed:
    ``pip install pyarrow``.

    All columns that are used must be numbers, without missing values. For ``fit()``, the row groups
    are read in a random order, several at a time, and their rows are shuffled in a buffer; each row
    is used once in an epoch. Write the rows in a random order if the row groups are large and their
    rows are sorted, for instance by class. ``predict()`` keeps the order of the rows, and reads the
    files in the order of their names.

    ``validation_split`` cannot be used: give ``validation_data`` another source.

    Args:
        path: A Parquet file, a folder with such files, or several of both. Folders with names such
            as ``year=2024`` are columns, too.

    Returns: an object for ``x`` and ``validation_data`` of ``fit()``, and for ``x`` of
        ``evaluate()`` and ``predict()``.
    """
    from rkeras_py.sources.source import TableSource, unchanged

    needed("pyarrow.parquet", "parquet_source()")
    from rkeras_py.sources.parquet import ENDINGS, ParquetRows

    opened = unchanged(path, ENDINGS, partial(ParquetRows, path))
    return TableSource("parquet_source", opened, x, y, sample_weight, buffer_size)


@export(family="source", long=True)
def csv_source(
    path: Paths,
    x: Columns | None = None,
    y: Columns | None = None,
    sample_weight: str | None = None,
    buffer_size: Size | None = None,
    delimiter: str = ",",
) -> Any:
    """Use CSV files as model data.

    ``fit()``, ``evaluate()`` and ``predict()`` read the rows while they run, so that the files may
    be larger than memory. The files are read once before, to count their rows. Parquet files are
    read several times faster. The Python package pyarrow must be installed:
    ``pip install pyarrow``.

    The first line of each file must be the names of the columns. The first megabyte of a file
    determines which columns are numbers. For ``fit()``, the rows are shuffled in a buffer; several
    files are read at a time.

    Args:
        path: A CSV file, a folder with such files, or several of both.
        delimiter: Character between the values.

    Returns: an object for ``x`` and ``validation_data`` of ``fit()``, and for ``x`` of
        ``evaluate()`` and ``predict()``.

    Example:
        path <- tempfile(fileext = ".csv")
        write.csv(data.frame(a = runif(20), b = runif(20), y = runif(20)), path, row.names = FALSE)
        train <- csv_source(path, y = "y")
    """
    from rkeras_py.sources.source import TableSource, unchanged

    needed("pyarrow.csv", "csv_source()")
    from rkeras_py.sources.text_files import ENDINGS, CsvRows

    if len(delimiter) != 1:
        raise ArgumentError(f'`delimiter` must be one character, not the string "{delimiter}".')
    opened = unchanged(path, ENDINGS, partial(CsvRows, path, delimiter))
    return TableSource("csv_source", opened, x, y, sample_weight, buffer_size)


@export(family="source", long=True)
def arrow_source(
    data: Any,
    x: Columns | None = None,
    y: Columns | None = None,
    sample_weight: str | None = None,
    buffer_size: Size | None = None,
) -> Any:
    """Use Arrow data as model data.

    ``fit()``, ``evaluate()`` and ``predict()`` take the rows of tables, datasets and record batch
    readers of Arrow. The Python package pyarrow must be installed:
    ``pip install pyarrow``.

    What can be read only once, such as a record batch reader and all objects of R, is copied to a
    temporary file. The file is deleted with the object. For Parquet files, ``parquet_source()`` is
    better: it needs no copy, and less memory for files with large row groups.

    Args:
        data: A table, a dataset or a record batch reader of the R package arrow or of pyarrow; a
            relation of DuckDB; any Python object that exports an Arrow stream; or a file in Arrow's
            own format (".arrow", ".feather") or a folder of them.

    Returns: an object for ``x`` and ``validation_data`` of ``fit()``, and for ``x`` of
        ``evaluate()`` and ``predict()``.
    """
    from rkeras_py.convert.column_names import PathsRule
    from rkeras_py.convert.parameter import accept
    from rkeras_py.sources.source import TableSource, of_arrow, unchanged

    needed("pyarrow.dataset", "arrow_source()")
    from rkeras_py.sources.ipc import ENDINGS, IpcRows

    if isinstance(data, (str, list)) or hasattr(data, "__fspath__"):
        paths = accept(PathsRule(), "data", data, nullable=False)
        opened = unchanged(paths, ENDINGS, partial(IpcRows, paths))
    else:
        reader = host.current().arrow_reader(data)
        opened = of_arrow(data if reader is None else reader)
    return TableSource("arrow_source", opened, x, y, sample_weight, buffer_size)


@export(family="source", long=True)
def duckdb_source(
    query: Any,
    database: Any = None,
    x: Columns | None = None,
    y: Columns | None = None,
    sample_weight: str | None = None,
    buffer_size: Size | None = None,
) -> Any:
    """Use the result of a database query as model data.

    ``fit()``, ``evaluate()`` and ``predict()`` run the query, and read its rows while they run. The
    Python packages duckdb and pyarrow must be installed:
    ``pip install pyarrow duckdb``.

    The rows come in the order of the query, and ``fit()`` shuffles them in a buffer. If the rows
    are sorted, for instance by class, write them to a table in a random order first, or use a
    larger buffer. For ``predict()``, give the query an ``ORDER BY`` if the order of its rows is not
    that of a table.

    Args:
        query: A query in SQL, or the name of a table. In Python also a relation of DuckDB, without
            ``database``; its result is copied to a temporary file.
        database: The file of a DuckDB database, which is opened for reading. Without it, the query
            reads files, as in ``"SELECT * FROM 'flights.csv' WHERE delay < 60"``. In R also a
            connection of DBI, to any database; the result is copied to a temporary file.

    Returns: an object for ``x`` and ``validation_data`` of ``fit()``, and for ``x`` of
        ``evaluate()`` and ``predict()``.

    Example:
        train <- duckdb_source("SELECT random() AS a, random() AS b FROM range(20)", y = "b")
    """
    from rkeras_py.convert.parameter import accept
    from rkeras_py.convert.scalars import StrRule
    from rkeras_py.sources.source import TableSource, of_arrow

    needed("duckdb", "duckdb_source()")
    needed("pyarrow", "duckdb_source()")
    from rkeras_py.sources.database import QueryRows

    if hasattr(query, "to_arrow_reader"):
        opened = of_arrow(query)
    else:
        query = accept(StrRule(), "query", query, nullable=False)
        reader = host.current().query_reader(database, query)
        if reader is not None:
            return TableSource("duckdb_source", of_arrow(reader), x, y, sample_weight, buffer_size)
        file = accept(FileRule(), "database", database)
        opened = partial(QueryRows, query, file)
    return TableSource("duckdb_source", opened, x, y, sample_weight, buffer_size)


@export
def array_source(
    x: Annotated[Any, ArraysRule("x")],
    y: Annotated[Any, ArraysRule("y")] | None = None,
    sample_weight: SampleWeight | None = None,
    buffer_size: Size | None = None,
) -> Any:
    """Use arrays on disk as model data.

    ``fit()``, ``evaluate()`` and ``predict()`` read the rows while they run, so that the arrays may
    be larger than memory. Blocks of rows are read in a random order, and their rows are shuffled in
    a buffer.

    Datasets of ``hdf5_matrix()``, and in Python ``numpy.memmap`` and ``h5py.Dataset``, can also be
    given directly as ``x`` and ``y`` of ``fit()``.

    Args:
        x: The inputs: the path of a .npy file, an array on disk such as ``hdf5_matrix()``, or an
            array in memory. For several inputs, a list of them.
        y: The targets, in the same form.
        sample_weight: One weight for each sample.

    Returns: an object for ``x`` and ``validation_data`` of ``fit()``, and for ``x`` of
        ``evaluate()`` and ``predict()``.

    Example:
        train <- array_source(matrix(runif(80), 20), runif(20))
    """
    from rkeras_py.sources.source import ArraySource

    return ArraySource(x, y, sample_weight, buffer_size)
