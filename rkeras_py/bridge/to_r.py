"""Python values as R values: the table of the Python side.

The result of ``to_r`` is not protected from R's garbage collector.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from typing import Any

from rkeras_py.api.define import function_of
from rkeras_py.bridge import handles, rapi
from rkeras_py.bridge.functions import RObject
from rkeras_py.bridge.rapi import SEXP, Frame
from rkeras_py.convert.na import NA, NA_CHARACTER, NA_INTEGER, NA_LOGICAL

NA_INT = -(2**31)
EXACT = 2**53  # whole numbers up to here are exact in a double

_lib, _ffi = rapi.lib, rapi.ffi


def to_r(value: Any) -> SEXP:
    """The R object for a Python value; a handle where R has no form of its own."""
    kind = type(value)
    converter = _BY_TYPE.get(kind)
    if converter is None:
        converter = _BY_TYPE[kind] = _choose(kind)
    return converter(value)


def _choose(kind: type) -> Callable[[Any], SEXP]:
    """The converter for a type that is not listed: by its base classes, else a handle."""
    for base in kind.__mro__:
        name = f"{base.__module__.split('.')[0]}.{base.__qualname__}"
        if name in _BY_NAME:
            return _BY_NAME[name]
    if issubclass(kind, RObject):
        return lambda value: value.sexp
    if issubclass(kind, (int, float, str, bytes)) and kind.__module__ != "builtins":
        base = next(base for base in (int, float, str, bytes) if issubclass(kind, base))
        return _BY_TYPE[base]  # enumerations and the like
    if kind in (list, tuple) or (issubclass(kind, (list, tuple)) and _is_plain_sequence(kind)):
        return _sequence
    if issubclass(kind, dict):
        return _dict
    return handles.to_handle


def _is_plain_sequence(kind: type) -> bool:
    """Named tuples and Keras's tracked lists, but no classes with a life of their own."""
    return hasattr(kind, "_fields") or kind.__name__.startswith("Tracked")


def _none(value: None) -> SEXP:
    return _lib.R_NilValue


def _bool(value: bool) -> SEXP:
    return _lib.Rf_ScalarLogical(value)


def _int(value: int) -> SEXP:
    if NA_INT < value < -NA_INT:
        return _lib.Rf_ScalarInteger(value)
    if -EXACT <= value <= EXACT:
        return _lib.Rf_ScalarReal(float(value))
    return handles.to_handle(value)


def _float(value: float) -> SEXP:
    return _lib.Rf_ScalarReal(value)


def _str(value: str) -> SEXP:
    text = rapi.charsxp(value)
    with Frame() as frame:
        return _lib.Rf_ScalarString(frame.keep(text))


def _bytes(value: bytes) -> SEXP:
    vector = rapi.alloc(rapi.RAW, len(value))
    if value:
        _ffi.memmove(_lib.RAW(vector), value, len(value))
    return vector


def _complex(value: complex) -> SEXP:
    import numpy as np

    return _fill(np.asarray([value]), rapi.CPLX, _lib.COMPLEX, "c16", None)


def _na(value: NA) -> SEXP:
    return _strings([value]) if value is NA_CHARACTER else _integers([value], value is NA_LOGICAL)


def _strings(values: Any) -> SEXP:
    with Frame() as frame:
        vector = frame.keep(rapi.alloc(rapi.STR, len(values)))
        for i, value in enumerate(values):
            missing = value is None or isinstance(value, NA) or value != value
            _lib.SET_STRING_ELT(vector, i, _lib.R_NaString if missing else rapi.charsxp(str(value)))
        return vector


def _integers(values: list[Any], logical: bool) -> SEXP:
    vector = rapi.alloc(rapi.LGL if logical else rapi.INT, len(values))
    pointer = (_lib.LOGICAL if logical else _lib.INTEGER)(vector)
    _ffi.memmove(
        pointer,
        _ffi.new("int[]", [NA_INT if isinstance(v, NA) else int(v) for v in values]),
        4 * len(values),
    )
    return vector


def _doubles(values: list[float]) -> SEXP:
    vector = rapi.alloc(rapi.REAL, len(values))
    _ffi.memmove(_lib.REAL(vector), _ffi.new("double[]", values), 8 * len(values))
    return vector


def _sequence(values: Any) -> SEXP:
    """A list or tuple: a vector where all elements are of one scalar type, else a list."""
    kinds = {type(value) for value in values}
    if len(kinds) == 1 or (len(kinds) == 2 and NA in kinds) or kinds == {int, float}:
        if kinds <= {bool, NA} and _only(values, NA_LOGICAL):
            return _integers(values, True)
        if kinds <= {int, NA} and _only(values, NA_INTEGER) and _fits(values):
            return _integers(values, False)
        if kinds <= {int, float} and all(type(v) is float or abs(v) <= EXACT for v in values):
            return _doubles([float(value) for value in values])
        if kinds <= {str, NA} and _only(values, NA_CHARACTER):
            return _strings(values)
    return _list(values)


def _only(values: Any, missing: NA) -> bool:
    """Whether every NA among the values is this one."""
    return all(value is missing for value in values if type(value) is NA)


def _fits(values: Any) -> bool:
    return all(type(value) is NA or NA_INT < value < -NA_INT for value in values)


def _list(values: Any) -> SEXP:
    with Frame() as frame:
        vector = frame.keep(rapi.alloc(rapi.VEC, len(values)))
        for i, value in enumerate(values):
            _lib.SET_VECTOR_ELT(vector, i, to_r(value))
        return vector


def _dict(value: dict[Any, Any]) -> SEXP:
    with Frame() as frame:
        vector = frame.keep(_list(list(value.values())))
        rapi.set_attribute(vector, "names", frame.keep(_strings([str(key) for key in value])))
        return vector


# --- NumPy -----------------------------------------------------------------------------------


def _fill(array: Any, kind: int, pointer: Any, dtype: str, shape: tuple[int, ...] | None) -> SEXP:
    """Copy an array into a fresh R vector in one pass, column-major, with ``dim = shape``."""
    import numpy as np

    with Frame() as frame:
        vector = frame.keep(rapi.alloc(kind, array.size))
        if array.size:
            memory = _ffi.buffer(pointer(vector), array.size * np.dtype(dtype).itemsize)
            target = np.frombuffer(memory, dtype).reshape(array.shape, order="F")
            target[...] = array
        if shape is not None:
            _set_dim(vector, shape, frame)
        return vector


def _set_dim(vector: SEXP, shape: tuple[int, ...], frame: Frame) -> None:
    rapi.set_attribute(vector, "dim", frame.keep(_integers(list(shape), False)))


def _array(array: Any) -> SEXP:
    import numpy as np

    shape = array.shape or None
    kind = array.dtype.kind
    if kind in "iub" and isinstance(array, np.ma.MaskedArray):
        codes = np.where(np.ma.getmaskarray(array), NA_INT, array.data.astype("i4"))
        return _fill(codes, rapi.LGL if kind == "b" else rapi.INT, _integer_pointer, "i4", shape)
    if kind == "b":
        return _fill(array, rapi.LGL, _lib.LOGICAL, "i4", shape)
    if kind in "iu":
        return _whole_numbers(array, shape)
    if kind == "c":
        return _fill(array, rapi.CPLX, _lib.COMPLEX, "c16", shape)
    if kind in "USO":
        return _text_or_objects(array, shape)
    if kind == "M":
        return _times(array)
    if kind == "f" or array.dtype.name.startswith(("bfloat", "float")):
        return _fill(array, rapi.REAL, _lib.REAL, "f8", shape)
    return handles.to_handle(array)


def _integer_pointer(vector: SEXP) -> Any:
    return _lib.LOGICAL(vector) if rapi.typeof(vector) == rapi.LGL else _lib.INTEGER(vector)


def _whole_numbers(array: Any, shape: tuple[int, ...] | None) -> SEXP:
    """Integers where they fit; doubles where exact; else bit64's integer64."""
    if array.dtype.itemsize < 4 or array.size == 0:
        return _fill(array, rapi.INT, _lib.INTEGER, "i4", shape)
    low, high = int(array.min()), int(array.max())
    if low > NA_INT and high < -NA_INT:
        return _fill(array, rapi.INT, _lib.INTEGER, "i4", shape)
    if low >= -EXACT and high <= EXACT:
        return _fill(array, rapi.REAL, _lib.REAL, "f8", shape)
    if array.dtype.kind == "u":
        return handles.to_handle(array)
    with Frame() as frame:
        vector = frame.keep(_fill(array, rapi.REAL, _lib.REAL, "i8", shape))
        rapi.set_attribute(vector, "class", frame.keep(_str("integer64")))
        return vector


def _text_or_objects(array: Any, shape: tuple[int, ...] | None) -> SEXP:
    values = array.ravel(order="F").tolist()
    with Frame() as frame:
        if all(isinstance(value, (str, NA)) for value in values):
            vector = frame.keep(_strings(values))
        else:
            vector = frame.keep(_list(values))
        if shape is not None:
            _set_dim(vector, shape, frame)
        return vector


def _scalar(value: Any) -> SEXP:
    """A NumPy scalar: as Python's own where there is one."""
    plain = value.item()
    return _times(value) if value.dtype.kind == "M" else to_r(plain)


# --- times, pandas, scipy --------------------------------------------------------------------


def _times(values: Any) -> SEXP:
    """datetime64 as Date (whole days) or POSIXct (seconds, UTC)."""
    import numpy as np

    values = np.atleast_1d(values)
    days = values.dtype == np.dtype("datetime64[D]")
    missing = np.isnat(values)
    counts = values.astype("datetime64[D]" if days else "datetime64[us]").astype("int64")
    numbers = counts.astype("float64") / (1 if days else 1e6)
    with Frame() as frame:
        vector = frame.keep(_fill(numbers, rapi.REAL, _lib.REAL, "f8", None))
        for i in np.flatnonzero(missing):
            _lib.REAL(vector)[int(i)] = _lib.R_NaReal
        kinds = ["Date"] if days else ["POSIXct", "POSIXt"]
        rapi.set_attribute(vector, "class", frame.keep(_strings(kinds)))
        if not days:
            rapi.set_attribute(vector, "tzone", frame.keep(_str("UTC")))
        return vector


def _datetime(value: datetime.datetime) -> SEXP:
    import numpy as np

    if value.tzinfo is not None:
        value = value.astimezone(datetime.UTC).replace(tzinfo=None)
    return _times(np.datetime64(value, "us"))


def _date(value: datetime.date) -> SEXP:
    import numpy as np

    return _times(np.datetime64(value, "D"))


def _categorical(value: Any) -> SEXP:
    with Frame() as frame:
        codes = [NA_INTEGER if code < 0 else int(code) + 1 for code in value.codes]
        vector = frame.keep(_integers(codes, False))
        rapi.set_attribute(vector, "levels", frame.keep(_strings(list(value.categories))))
        kinds = ["ordered", "factor"] if value.ordered else ["factor"]
        rapi.set_attribute(vector, "class", frame.keep(_strings(kinds)))
        return vector


def _series(value: Any) -> SEXP:
    return _column(value)


def _column(series: Any) -> SEXP:
    """One column as a plain R vector (no ``dim``)."""
    import numpy as np

    kind = series.dtype
    if kind.name == "category":
        return _categorical(series.array)
    if getattr(kind, "kind", "O") == "M":
        if getattr(kind, "tz", None) is not None:
            series = series.dt.tz_convert("UTC").dt.tz_localize(None)
        return _times(series.to_numpy())
    if kind.name.lower().startswith(("int", "uint", "bool")) and series.hasnans:
        logical = kind.name == "boolean"
        missing = NA_LOGICAL if logical else NA_INTEGER
        return _integers(
            [
                missing if v is None else v
                for v in series.astype(object).where(series.notna(), None)
            ],
            logical,
        )
    if kind.name in ("str", "string", "object"):
        values = series.astype(object).where(series.notna(), None).tolist()
        text = all(value is None or isinstance(value, str) for value in values)
        return _strings(values) if text else _list(values)
    vector = _array(np.asarray(series))
    _lib.Rf_setAttrib(vector, _lib.R_DimSymbol, _lib.R_NilValue)
    return vector


def _data_frame(frame_: Any) -> SEXP:
    with Frame() as frame:
        count = frame_.shape[1]
        columns = frame.keep(rapi.alloc(rapi.VEC, count))
        for i in range(count):
            _lib.SET_VECTOR_ELT(columns, i, _column(frame_.iloc[:, i]))
        names = _strings([str(name) for name in frame_.columns])
        rapi.set_attribute(columns, "names", frame.keep(names))
        rows = frame_.index
        if rows.dtype == object or rows.dtype.name in ("str", "string"):
            row_names = _strings([str(row) for row in rows])
        else:
            row_names = _integers([NA_INTEGER, -len(rows)], False)
        rapi.set_attribute(columns, "row.names", frame.keep(row_names))
        rapi.set_attribute(columns, "class", frame.keep(_str("data.frame")))
        return columns


def _sparse(matrix: Any) -> SEXP:
    """scipy.sparse as Matrix::dgCMatrix, built by R's own constructor."""
    csc = matrix.tocsc()
    csc.sort_indices()
    with Frame() as frame:
        parts = [csc.indices.astype("i4"), csc.indptr.astype("i4"), csc.data.astype("f8")]
        args = [frame.keep(_array(part)) for part in parts]
        for arg in args:
            _lib.Rf_setAttrib(arg, _lib.R_DimSymbol, _lib.R_NilValue)
        args.append(frame.keep(_integers(list(csc.shape), False)))
        maker = rapi.find("sparse_matrix")
        return rapi.evaluate(frame.keep(rapi.make_call(maker, args)))


def _function(value: Any) -> SEXP:
    """The API's own functions as their R wrappers; other functions as handles."""
    api = function_of(value)
    if api is None:
        return handles.to_handle(value)
    wrapper = rapi.find(api.name)
    return handles.to_handle(value) if wrapper == _ffi.NULL else wrapper


_BY_TYPE: dict[type, Callable[[Any], SEXP]] = {
    type(None): _none,
    bool: _bool,
    int: _int,
    float: _float,
    str: _str,
    bytes: _bytes,
    complex: _complex,
    NA: _na,
    list: _sequence,
    tuple: _sequence,
    range: _sequence,
    dict: _dict,
    datetime.datetime: _datetime,
    datetime.date: _date,
    type(_function): _function,
}

_BY_NAME: dict[str, Callable[[Any], SEXP]] = {
    "numpy.ndarray": _array,
    "numpy.generic": _scalar,
    "pandas.DataFrame": _data_frame,
    "pandas.Series": _series,
    "pandas.Categorical": _categorical,
    "pandas.Timestamp": _datetime,
    "scipy._csc_base": _sparse,
    "scipy._csr_base": _sparse,
    "scipy._coo_base": _sparse,
}

assert sys.byteorder == "little"
