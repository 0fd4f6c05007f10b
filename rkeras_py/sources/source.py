"""What the user gives in place of arrays: rows, and which of their columns are what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rkeras_py.compat.models.scores import given_inputs, input_names, output_names
from rkeras_py.convert.describe import quoted
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.arrays import parts_of
from rkeras_py.sources.arrow_rows import ArrowRows, TableRows
from rkeras_py.sources.files import listed, stamp

#: Names of columns: of one input or output, or of several by their names.
Names = list[str] | dict[str, list[str]]


class Source:
    """Rows for ``fit()``, ``evaluate()`` and ``predict()``, which read them while they run."""

    def data_for(self, model: Any, targets: bool) -> tuple[Any, Any, Any]:
        """Inputs, targets and weights, as parts in lists or dictionaries.

        Args:
            model: What is trained or used.
            targets: Whether targets and weights are wanted.

        Raises:
            ArgumentError: a column is missing or cannot be used.
        """
        raise NotImplementedError


class ArraySource(Source):
    """Arrays, of which some are on disk."""

    def __init__(self, x: Any, y: Any, sample_weight: Any, buffer_size: int | None) -> None:
        self._data = x, y, sample_weight
        self._buffer_size = buffer_size

    def data_for(self, model: Any, targets: bool) -> tuple[Any, Any, Any]:
        data = self._data if targets else (self._data[0], None, None)
        parts: tuple[Any, Any, Any] = parts_of(data, buffer_size=self._buffer_size)
        return parts

    def __repr__(self) -> str:
        import keras

        arrays = [array for array in keras.tree.flatten(self._data) if array is not None]
        return f"<array_source: {len(arrays[0]):,} rows>"


class TableSource(Source):
    """Rows whose columns have names."""

    def __init__(
        self,
        kind: str,
        rows: Callable[[], ArrowRows],
        x: Names | None,
        y: Names | None,
        sample_weight: str | None,
        buffer_size: int | None,
    ) -> None:
        """Look at the rows.

        Args:
            kind: The name of the function that makes such sources.
            rows: Opens the data; called for each training, as files may have changed.
            x, y, sample_weight: The columns.
            buffer_size: Rows in the buffer in which they are shuffled.

        Raises:
            ArgumentError: there are no rows, or no such columns.
        """
        self._kind, self._open = kind, rows
        self._x, self._y, self._weight = x, y, sample_weight
        self._buffer_size = buffer_size
        now = self._opened()
        for argument, names in (("x", x), ("y", y)):
            for part in _groups(names):
                now.part(part, argument)
        if sample_weight is not None:
            now.weights(sample_weight)
        self._description = f"<{kind}: {now.where}, {len(now.names())} columns>"

    def _opened(self) -> ArrowRows:
        rows = self._open()
        rows.buffer_size = self._buffer_size
        return rows

    def data_for(self, model: Any, targets: bool) -> tuple[Any, Any, Any]:
        rows = self._opened()
        if not rows.count:
            raise ArgumentError(f"`x`: {rows.where} has no rows.")
        x = _parts(rows, self._inputs(model, rows.names()), "x")
        if not targets:
            return x, None, None
        weight = None if self._weight is None else rows.weights(self._weight)
        return x, _parts(rows, self._outputs(model), "y"), weight

    def _inputs(self, model: Any, names: list[str]) -> Names:
        """The columns of each input: a model of several finds them by their names."""
        if isinstance(self._x, dict):
            return self._x
        own = given_inputs(model)
        inputs = list(own) if isinstance(own, dict) else input_names(model)
        if len(inputs) > 1:
            return {name: [name] for name in inputs}
        if self._x is not None:
            return self._x
        others = {name for part in _groups(self._y) for name in part} | {self._weight}
        return [name for name in names if name not in others]

    def _outputs(self, model: Any) -> Any:
        """The columns of each output: those of a model with several, by name or in order."""
        outputs = output_names(model)
        if isinstance(self._y, list) and len(outputs) > 1:
            if set(self._y) <= set(outputs):
                return {name: [name] for name in self._y}
            return [[name] for name in self._y]
        return self._y

    def __repr__(self) -> str:
        return self._description


def _groups(names: Names | None) -> list[list[str]]:
    if names is None:
        return []
    return list(names.values()) if isinstance(names, dict) else [names]


def _parts(rows: ArrowRows, names: Any, argument: str) -> Any:
    if isinstance(names, dict):
        return {key: rows.part(part, argument) for key, part in names.items()}
    if names and isinstance(names[0], list):
        return [rows.part(part, argument) for part in names]
    if names == []:
        raise ArgumentError(f"`{argument}`: {rows.where} has no column that is left for it.")
    return None if names is None else rows.part(names, argument)


def unchanged(
    paths: Sequence[str], endings: tuple[str, ...], make: Callable[[], ArrowRows]
) -> Callable[[], ArrowRows]:
    """Opens files again only if some of them changed, came or went since the last time."""
    known: dict[Any, ArrowRows] = {}

    def opened() -> ArrowRows:
        files = tuple((path, stamp(path)) for path in listed(paths, endings, "path"))
        if files not in known:
            known.clear()
            known[files] = make()
        return known[files]

    return opened


def of_arrow(data: Any) -> Callable[[], ArrowRows]:
    """Opens the objects of pyarrow, or of anything that exports Arrow's streams.

    Raises:
        ArgumentError: it is no such object.
    """
    import pyarrow as pa
    import pyarrow.dataset as ds

    from rkeras_py.sources.arrow_rows import DatasetRows
    from rkeras_py.sources.ipc import Copied

    if isinstance(data, pa.RecordBatch):
        data = pa.Table.from_batches([data])
    if isinstance(data, pa.Table):
        return lambda: TableRows(data)
    if isinstance(data, ds.Dataset):
        return lambda: DatasetRows(data)
    if hasattr(data, "to_arrow_reader"):  # relations of DuckDB, whose connection runs one query
        data = data.to_arrow_reader()
    elif hasattr(data, "__arrow_c_stream__") and not isinstance(data, pa.RecordBatchReader):
        data = pa.RecordBatchReader.from_stream(data)
    if isinstance(data, pa.RecordBatchReader):
        copied = Copied(data.schema, data, "the stream of record batches")
        return lambda: copied
    raise ArgumentError(
        f"`data` must be a table, a dataset or a stream of Arrow's, not {type(data).__name__}."
    )


def split(data: Any, fraction: float) -> tuple[Any, Any]:
    """Arrays on disk as parts for training, and the rows at the end for validation.

    Raises:
        ArgumentError: nothing is left for one of them.
    """
    import keras

    rows = len(next(array for array in keras.tree.flatten(data) if array is not None))
    kept = int(rows * (1.0 - fraction))
    if not 0 < kept < rows:
        raise ArgumentError(
            f"`validation_split` = {fraction:g} leaves {kept} of {rows} samples for training."
        )
    return parts_of(data, 0, kept), parts_of(data, kept, rows)


def reject_split(fraction: float) -> None:
    """Raises: ArgumentError: a part of the rows is to be held out."""
    if fraction:
        raise ArgumentError(
            "`validation_split` needs arrays; a source gives its rows once, in blocks. Give "
            "`validation_data` another source, such as one of other files or of a query."
        )


def check_alone(given: Mapping[str, Any]) -> None:
    """Raises: ArgumentError: targets or weights stand beside a source, which has its own."""
    for name, value in given.items():
        if value is not None:
            raise ArgumentError(
                f"`{name}` must not be given with a source: it is a part of the source, as in "
                f"{quoted(['parquet_source(path, ' + name + ' = ...)'])}."
            )
