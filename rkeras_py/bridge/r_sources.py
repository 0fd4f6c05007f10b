"""R's data as Arrow's record batches: objects of the package arrow, and results of queries."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from rkeras_py.bridge.functions import BridgeFunction
from rkeras_py.convert.rule import ArgumentError

ROWS = 50_000  # of a result, at once

_STREAM = b"arrow_array_stream"  # a capsule keeps the address of its name

_export_arrow = BridgeFunction("export_arrow")
_query_rows = BridgeFunction("query_rows")
_query_stream = BridgeFunction("query_stream")


def reader_of(data: Any) -> Any:
    """A record batch reader over an object of R's package arrow; ``None`` for other objects."""
    return _imported(lambda address: _export_arrow(data, address))


def reader_of_query(connection: Any, query: str) -> Any:
    """A record batch reader over the result of a query on a connection of DBI."""
    import pyarrow as pa

    reader = _imported(lambda address: _query_stream(connection, query, address))
    if reader is not None:
        return reader
    fetch = _query_rows(connection, query)
    first = fetch(ROWS)
    if first is None:
        raise ArgumentError("the result of the query has no rows.")
    table = pa.Table.from_pandas(first, preserve_index=False)

    def batches() -> Iterator[Any]:
        yield from table.to_batches()
        while (frame := fetch(ROWS)) is not None:
            try:
                part = pa.Table.from_pandas(frame, table.schema, preserve_index=False)
            except pa.ArrowException as problem:
                raise ArgumentError(
                    f"a column of the result of the query changes its type: {problem}"
                ) from problem
            yield from part.to_batches()

    return pa.RecordBatchReader.from_batches(table.schema, batches())


def _imported(export: Callable[[str], bool]) -> Any:
    """A reader of the C stream that ``export`` writes to an address; ``None`` if it does not."""
    import pyarrow as pa
    from pyarrow.cffi import ffi

    stream = ffi.new("struct ArrowArrayStream*")
    address = int(ffi.cast("uintptr_t", stream))
    if not export(str(address)):
        return None
    return pa.RecordBatchReader.from_stream(_Exported(address))


class _Exported:
    """A C stream at an address, as Python's Arrow libraries take it."""

    def __init__(self, address: int) -> None:
        self._address = address

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        capsule = ctypes.pythonapi.PyCapsule_New
        capsule.restype = ctypes.py_object
        capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
        return capsule(self._address, _STREAM, None)  # who takes it releases the stream
