"""Columns of Arrow's record batches as the arrays of a model's inputs and targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from rkeras_py.convert.describe import near_matches, quoted
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.sources.rows import floats

TEXT = "text"


class Column(NamedTuple):
    """A column as a model sees it.

    Attributes:
        dtype: NumPy's type of its values.
        width: How many values a row has, which is more than 1 for lists of a fixed size.
    """

    dtype: Any
    width: int


def column_of(kind: Any) -> Column | None:
    """A column of an Arrow type; ``None`` where no model can take it."""
    import numpy as np
    import pyarrow as pa

    types = pa.types
    if types.is_dictionary(kind):
        return column_of(kind.value_type)
    if types.is_fixed_size_list(kind):
        inner = column_of(kind.value_type)
        if inner is None or inner.width > 1 or inner.dtype.kind == "O":
            return None
        return Column(inner.dtype, kind.list_size)
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        return Column(np.dtype(object), 1)
    if types.is_integer(kind):
        return Column(np.dtype(kind.to_pandas_dtype()), 1)
    if types.is_floating(kind) or types.is_decimal(kind):
        return Column(floats(), 1)
    return Column(np.dtype(bool), 1) if types.is_boolean(kind) else None


def common(columns: Sequence[Column]) -> Any:
    """NumPy's type for numbers of several columns."""
    import numpy as np

    kinds = {column.dtype for column in columns}
    if len(kinds) == 1 and kinds != {np.dtype(bool)}:
        return next(iter(kinds))
    return np.result_type(*kinds) if all(kind.kind in "iu" for kind in kinds) else floats()


def check_names(wanted: Sequence[str], known: Sequence[str], argument: str, where: str) -> None:
    """Raises: ArgumentError: a column is missing; the message names similar ones."""
    for name in wanted:
        if name not in known:
            by_lower = {other.lower(): other for other in known}
            near = near_matches(name, list(by_lower))
            for lower, other in by_lower.items():
                near = near.replace(f'"{lower}"', f'"{other}"')
            there = "" if near else f" Its columns are {_listed(known)}."
            raise ArgumentError(
                f'`{argument}`: there is no column "{name}" in {where}.{near}{there}'
            )


def _listed(names: Sequence[str]) -> str:
    first = quoted(list(names[:10]))
    return f"{first} and {len(names) - 10} more" if len(names) > 10 else first


def array_of(batch: Any, names: Sequence[str], dtype: Any, shape: tuple[int, ...]) -> Any:
    """Columns of a record batch, without missing values, as an array.

    Args:
        batch: The record batch.
        names: The columns.
        dtype: The type of the array.
        shape: That of a row.
    """
    import numpy as np
    import pyarrow as pa

    rows = batch.num_rows
    if dtype.kind == "O":
        texts = batch.column(names[0]).cast(pa.large_string())
        return texts.to_numpy(zero_copy_only=False).reshape((rows, *shape))
    columns = [_numbers(batch.column(name), dtype) for name in names]
    if len(columns) == 1:
        column = columns[0].to_numpy(zero_copy_only=False)
        return np.ascontiguousarray(column.reshape((rows, *shape)), dtype)
    if all(len(column) == rows for column in columns):  # none holds lists
        together = pa.RecordBatch.from_arrays(columns, [str(i) for i in range(len(columns))])
        return together.to_tensor(row_major=True).to_numpy().reshape((rows, *shape))
    parts = [column.to_numpy(zero_copy_only=False).reshape(rows, -1) for column in columns]
    return np.concatenate(parts, axis=1).astype(dtype, copy=False)


def _numbers(column: Any, dtype: Any) -> Any:
    """The values of a column, those of lists one after the other, in a type of NumPy's."""
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_fixed_size_list(column.type):
        column = column.flatten()
    wanted = pa.from_numpy_dtype(dtype)
    return column if column.type == wanted else column.cast(wanted, safe=False)


def first_missing(batch: Any, names: Sequence[str]) -> tuple[str, int] | None:
    """The first column of these with a missing value, and its row from 0; ``None`` for none."""
    for name in names:
        column = batch.column(name)
        missing = column.null_count or _missing_within(column)
        if missing:
            return name, _first(column)
    return None


def _missing_within(column: Any) -> bool:
    """Whether lists, or the values of a dictionary, have missing values."""
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        return bool(column.dictionary.null_count and column.dictionary_decode().null_count)
    if pa.types.is_fixed_size_list(column.type):
        return bool(column.flatten().null_count)
    return False


def _first(column: Any) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    if column.null_count:
        return int(pc.index(column.is_null(), True).as_py())
    if pa.types.is_dictionary(column.type):
        return _first(column.dictionary_decode())
    within: int = pc.index(column.flatten().is_null(), True).as_py()
    return within // int(column.type.list_size)
