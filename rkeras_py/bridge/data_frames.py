"""pandas's data frames, columns and factors, and sparse matrices, as R's own classes.

The results are not protected from R's garbage collector.
"""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge import r_objects, rapi, to_r, vectors
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.bridge.times import times
from rkeras_py.convert.na import NA_INTEGER, NA_LOGICAL

_lib = rapi.lib


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
        if rows.dtype == object or rows.dtype.name in ("str", "string"):
            row_names = vectors.strings([str(row) for row in rows])
        else:
            row_names = vectors.integers([NA_INTEGER, -len(rows)], False)
        rapi.set_attribute(columns, "row.names", scope.protect(row_names))
        rapi.set_attribute(columns, "class", scope.protect(vectors.strings(["data.frame"])))
        return columns


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
