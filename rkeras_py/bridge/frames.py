"""Times, pandas's objects and sparse matrices as R's own classes: the parts of ``to_r``.

The results are not protected from R's garbage collector.
"""

from __future__ import annotations

import datetime
from typing import Any

from rkeras_py.bridge import rapi, to_r, vectors
from rkeras_py.bridge.rapi import SEXP, Frame
from rkeras_py.convert.na import NA_INTEGER, NA_LOGICAL

_lib = rapi.lib


def times(values: Any) -> SEXP:
    """datetime64 as Date (whole days) or POSIXct (seconds, UTC)."""
    import numpy as np

    values = np.atleast_1d(values)
    days = values.dtype == np.dtype("datetime64[D]")
    missing = np.isnat(values)
    counts = values.astype("datetime64[D]" if days else "datetime64[us]").astype("int64")
    numbers = counts.astype("float64") / (1 if days else 1e6)
    with Frame() as frame:
        vector = frame.keep(vectors.fill(numbers, rapi.REAL, _lib.REAL, "f8", None))
        for i in np.flatnonzero(missing):
            _lib.REAL(vector)[int(i)] = _lib.R_NaReal
        kinds = ["Date"] if days else ["POSIXct", "POSIXt"]
        rapi.set_attribute(vector, "class", frame.keep(vectors.strings(kinds)))
        if not days:
            rapi.set_attribute(vector, "tzone", frame.keep(vectors.strings(["UTC"])))
        return vector


def moment(value: datetime.datetime) -> SEXP:
    import numpy as np

    if value.tzinfo is not None:
        value = value.astimezone(datetime.UTC).replace(tzinfo=None)
    return times(np.datetime64(value, "us"))


def day(value: datetime.date) -> SEXP:
    import numpy as np

    return times(np.datetime64(value, "D"))


def categorical(value: Any) -> SEXP:
    with Frame() as frame:
        codes = [NA_INTEGER if code < 0 else int(code) + 1 for code in value.codes]
        vector = frame.keep(vectors.integers(codes, False))
        rapi.set_attribute(vector, "levels", frame.keep(vectors.strings(list(value.categories))))
        kinds = ["ordered", "factor"] if value.ordered else ["factor"]
        rapi.set_attribute(vector, "class", frame.keep(vectors.strings(kinds)))
        return vector


def column(series: Any) -> SEXP:
    """One column as a plain R vector (no ``dim``)."""
    import numpy as np

    kind = series.dtype
    if kind.name == "category":
        return categorical(series.array)
    if getattr(kind, "kind", "O") == "M":
        if getattr(kind, "tz", None) is not None:
            series = series.dt.tz_convert("UTC").dt.tz_localize(None)
        return times(series.to_numpy())
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
        text = all(value is None or isinstance(value, str) for value in values)
        return vectors.strings(values) if text else to_r.list_(values)
    vector = to_r.array(np.asarray(series))
    _lib.Rf_setAttrib(vector, _lib.R_DimSymbol, _lib.R_NilValue)
    return vector


def data_frame(frame_: Any) -> SEXP:
    with Frame() as frame:
        count = frame_.shape[1]
        columns = frame.keep(rapi.alloc(rapi.VEC, count))
        for i in range(count):
            _lib.SET_VECTOR_ELT(columns, i, column(frame_.iloc[:, i]))
        names = vectors.strings([str(name) for name in frame_.columns])
        rapi.set_attribute(columns, "names", frame.keep(names))
        rows = frame_.index
        if rows.dtype == object or rows.dtype.name in ("str", "string"):
            row_names = vectors.strings([str(row) for row in rows])
        else:
            row_names = vectors.integers([NA_INTEGER, -len(rows)], False)
        rapi.set_attribute(columns, "row.names", frame.keep(row_names))
        rapi.set_attribute(columns, "class", frame.keep(vectors.strings(["data.frame"])))
        return columns


def sparse(matrix: Any) -> SEXP:
    """scipy.sparse as Matrix::dgCMatrix, built by R's own constructor."""
    csc = matrix.tocsc()
    csc.sort_indices()
    with Frame() as frame:
        parts = [csc.indices.astype("i4"), csc.indptr.astype("i4"), csc.data.astype("f8")]
        args = [frame.keep(to_r.array(part)) for part in parts]
        for arg in args:
            _lib.Rf_setAttrib(arg, _lib.R_DimSymbol, _lib.R_NilValue)
        args.append(frame.keep(vectors.integers(list(csc.shape), False)))
        maker = rapi.find("sparse_matrix")
        return rapi.evaluate(frame.keep(rapi.make_call(maker, args)))
