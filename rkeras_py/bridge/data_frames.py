"""Converts data frames of R to pandas; and pandas objects and sparse matrices to R.

The R objects that are returned are not protected from R's garbage collector.
"""

from __future__ import annotations

import datetime
from typing import Any

from rkeras_py.bridge import handles, r_objects, rapi, to_python, to_r, vectors
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.bridge.times import times
from rkeras_py.convert.data import GROUPS
from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_LOGICAL

_lib = rapi.lib


@to_python.of_classes("data.frame")
def of_data_frame(x: SEXP, arrays: bool = False) -> Any:
    """A data frame. A column that is a matrix or a data frame is replaced by its columns.

    They are named as in R, such as ``m.1``; an attribute stores which belong together.
    """
    import pandas as pd

    columns, names = [], []
    groups: dict[str, list[str]] = {}
    for i, name in enumerate(rapi.names(x) or []):
        column = _column(_lib.VECTOR_ELT(x, i))
        parts = _parts(column, _lib.VECTOR_ELT(x, i))
        columns += [column] if parts is None else list(parts.values())
        if parts is not None:
            groups[name] = [f"{name}.{part}" for part in parts]
        names += groups.get(name, [name])
    frame = pd.DataFrame(dict(enumerate(columns)), index=_row_names(x))
    frame.columns = pd.Index(names)
    if groups:
        frame.attrs[GROUPS] = groups
    return frame


def _parts(column: Any, x: SEXP) -> dict[str, Any] | None:
    """The columns of a matrix or data frame that is a column in R; ``None`` for a vector."""
    import pandas as pd

    if isinstance(column, pd.DataFrame):
        return {name: column.iloc[:, i] for i, name in enumerate(column.columns)}
    if getattr(column, "ndim", 1) != 2:
        return None
    dimnames = rapi.get_attribute(x, "dimnames")
    known = rapi.typeof(dimnames) == rapi.VEC and _lib.VECTOR_ELT(dimnames, 1)
    names = rapi.strings(known) if known and known != _lib.R_NilValue else None
    return {str(names[i] if names else i + 1): column[:, i] for i in range(column.shape[1])}


def _column(x: SEXP) -> Any:
    """A column of a data frame; NA values require pandas's nullable types."""
    import numpy as np
    import pandas as pd

    if rapi.typeof(x) == rapi.VEC and not rapi.is_object(x):
        return [to_python.to_python(_lib.VECTOR_ELT(x, i)) for i in range(_lib.Rf_xlength(x))]
    value = to_python.to_python(x, arrays=True)
    if hasattr(value, "mask") and value.ndim == 1:
        kind = pd.arrays.BooleanArray if value.dtype == bool else pd.arrays.IntegerArray
        return kind(value.filled(0), value.mask)
    if "Date" in rapi.classes(x):  # pandas has no type for days
        return np.array(value.tolist(), dtype=object)
    if rapi.typeof(x) == rapi.STR:
        return [None if text is NA_CHARACTER else text for text in value]
    return value


def _row_names(x: SEXP) -> Any:
    found = rapi.get_attribute(x, "row.names")
    return rapi.strings(found) if rapi.typeof(found) == rapi.STR else None


@to_r.of_classes("pandas.Categorical")
def categorical(value: Any) -> SEXP:
    with ProtectionScope() as scope:
        codes = [NA_INTEGER if code < 0 else int(code) + 1 for code in value.codes]
        vector = scope.protect(vectors.integers(codes, False))
        rapi.set_attribute(vector, "levels", scope.protect(vectors.strings(list(value.categories))))
        kinds = ["ordered", "factor"] if value.ordered else ["factor"]
        rapi.set_attribute(vector, "class", scope.protect(vectors.strings(kinds)))
        return vector


@to_r.of_classes("pandas.Series")
def series(values: Any) -> SEXP:
    """A one-dimensional array, with the index as its names."""
    with ProtectionScope() as scope:
        vector = scope.protect(column(values))
        if not rapi.is_object(vector) and rapi.typeof(vector) != rapi.VEC:
            vectors.set_dim(vector, (len(values),), scope)
        names = scope.protect(vectors.strings([str(label) for label in values.index]))
        rapi.set_attribute(vector, "names", names)
        return vector


def column(series: Any) -> SEXP:
    """One column as a plain R vector (no ``dim``)."""
    import numpy as np

    kind = series.dtype
    if kind.name == "category":
        return categorical(series.array)
    if getattr(kind, "kind", "O") == "M":
        if getattr(kind, "tz", None) is not None:
            zone = str(kind.tz)
            return _without_dim(
                times(series.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy(), zone)
            )
        return _without_dim(times(series.to_numpy()))
    if kind.name.lower().startswith(("int", "uint", "bool")) and series.hasnans:
        logical = kind.name == "boolean"
        missing = NA_LOGICAL if logical else NA_INTEGER
        return vectors.integers(
            [
                missing if v is None else v
                for v in series.astype(object).where(series.notna(), None)
            ],
            logical,
        )
    if kind.name in ("str", "string", "object"):
        values = series.astype(object).where(series.notna(), None).tolist()
        if all(value is None or isinstance(value, str) for value in values):
            return vectors.strings(values)
        if all(value is None or type(value) is datetime.date for value in values):
            return _without_dim(times(np.array(values, "datetime64[D]")))
        return to_r.list_(series.tolist())
    return _without_dim(to_r.array(np.asarray(series)))


def _without_dim(vector: SEXP) -> SEXP:
    with ProtectionScope() as scope:
        _lib.Rf_setAttrib(scope.protect(vector), _lib.R_DimSymbol, _lib.R_NilValue)
    return vector


@to_r.of_classes("pandas.DataFrame")
def data_frame(data: Any) -> SEXP:
    with ProtectionScope() as scope:
        count = data.shape[1]
        columns = scope.protect(rapi.alloc(rapi.VEC, count))
        for i in range(count):
            _lib.SET_VECTOR_ELT(columns, i, column(data.iloc[:, i]))
        names = vectors.strings([str(name) for name in data.columns])
        rapi.set_attribute(columns, "names", scope.protect(names))
        rows = data.index
        if _counts_rows(rows):
            row_names = vectors.integers([NA_INTEGER, -len(rows)], False)
        else:
            row_names = vectors.strings(_unique([str(row) for row in rows]))
        rapi.set_attribute(columns, "row.names", scope.protect(row_names))
        if not _counts_rows(rows):  # automatic row names would be the same
            rapi.set_attribute(columns, "pandas.index", scope.protect(handles.to_handle(rows)))
        rapi.set_attribute(columns, "class", scope.protect(vectors.strings(["data.frame"])))
        return columns


def _counts_rows(index: Any) -> bool:
    """Whether an index only numbers the rows, from 0."""
    return bool(index.tolist() == list(range(len(index))))


def _unique(names: list[str]) -> list[str]:
    """Row names in R must be unique."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        count = seen[name] = seen.get(name, -1) + 1
        found.append(f"{name}.{count}" if count else name)
    return found


@to_r.of_classes("scipy._csc_base", "scipy._csr_base", "scipy._coo_base")
def sparse(matrix: Any) -> SEXP:
    """scipy.sparse as Matrix::dgCMatrix, built by R's own constructor."""
    csc = matrix.tocsc()
    csc.sort_indices()
    with ProtectionScope() as scope:
        parts = [csc.indices.astype("i4"), csc.indptr.astype("i4"), csc.data.astype("f8")]
        args = [scope.protect(to_r.array(part)) for part in parts]
        for arg in args:
            _lib.Rf_setAttrib(arg, _lib.R_DimSymbol, _lib.R_NilValue)
        args.append(scope.protect(vectors.integers(list(csc.shape), False)))
        maker = r_objects.find("sparse_matrix")
        return rapi.evaluate(scope.protect(rapi.make_call(maker, args)))
