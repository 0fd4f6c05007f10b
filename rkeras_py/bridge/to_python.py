"""Converts R values to Python values, by the class and type of the R object.

``arrays=True`` turns every vector into a NumPy array, for parameters that are model data; otherwise
a vector of length one is a scalar, and a longer one a list.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

from rkeras_py.bridge import handles, rapi
from rkeras_py.bridge.r_objects import Held, RObject
from rkeras_py.bridge.rapi import SEXP
from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_LOGICAL, NA_REAL

T = TypeVar("T")

Converter = Callable[[SEXP, bool], Any]

NA_INT = -(2**31)

_lib, _ffi = rapi.lib, rapi.ffi


def to_python(x: SEXP, arrays: bool = False) -> Any:
    """The Python value of an R object."""
    kind = rapi.typeof(x)
    if kind == rapi.NIL:
        return None
    if kind in (rapi.ENV, rapi.CLO):
        is_handle, value = handles.from_handle(x)
        if is_handle:
            return value
    if rapi.is_object(x):
        classes = rapi.classes(x)
        if by_method is not None:
            found, value = by_method(x, classes)
            if found:
                return value
        for name in classes:
            converter = _BY_CLASS.get(name)
            if converter is not None:
                return converter(x, arrays)
    by_type = _BY_TYPE.get(kind)
    if by_type is not None:
        return by_type(x, arrays)
    return RObject(x)


#: Whether the user has defined a conversion method for these classes, and its result.
by_method: Callable[[SEXP, list[str]], tuple[bool, Any]] | None = None


def of_types(*types: int) -> Callable[[Converter], Converter]:
    """Make a function the converter of R objects of these types."""
    return _register(_BY_TYPE, types)


def of_classes(*names: str) -> Callable[[Converter], Converter]:
    """Make a function the converter of R objects of these S3 or S4 classes."""
    return _register(_BY_CLASS, names)


def _register(table: dict[T, Converter], keys: tuple[T, ...]) -> Callable[[Converter], Converter]:
    def register(converter: Converter) -> Converter:
        table.update(dict.fromkeys(keys, converter))
        return converter

    return register


class _Memory:
    """R's memory for NumPy; keeps the R object alive as long as there is a view."""

    __slots__ = ("__array_interface__", "held")

    def __init__(self, x: SEXP, pointer: Any, typestr: str, shape: tuple[int, ...]) -> None:
        self.held = Held(x)
        size = int(typestr[2:])
        strides, step = [], size
        for extent in shape:
            strides.append(step)
            step *= extent
        self.__array_interface__ = {
            "data": (int(_ffi.cast("uintptr_t", pointer)), True),
            "typestr": typestr,
            "shape": shape,
            "strides": tuple(strides),
            "version": 3,
        }


def view(x: SEXP, pointer: Any, typestr: str) -> Any:
    """A zero-copy view: a read-only NumPy array on an R vector's memory, in its shape."""
    import numpy as np

    shape = dim(x) or (int(_lib.Rf_xlength(x)),)
    if math.prod(shape) == 0:  # R has no valid address for empty vectors
        return np.zeros(shape, typestr, order="F")
    return np.asarray(_Memory(x, pointer, typestr, shape))


def dim(x: SEXP) -> tuple[int, ...] | None:
    found = _lib.Rf_getAttrib(x, _lib.R_DimSymbol)
    if rapi.typeof(found) != rapi.INT:
        return None
    pointer = _lib.INTEGER(found)
    return tuple(pointer[i] for i in range(_lib.Rf_length(found)))


def _is_scalar(x: SEXP, arrays: bool) -> bool:
    return not arrays and _lib.Rf_xlength(x) == 1 and dim(x) is None


def _masked(x: SEXP, values: Any, as_bool: bool) -> Any:
    """An array of R integers or logicals, masked where NA."""
    import numpy as np

    if values.size and values.min() == NA_INT:  # the smallest integer
        values = np.ma.masked_array(values, mask=values == NA_INT)
    return values.astype(bool) if as_bool else values


def _logical(x: SEXP, arrays: bool) -> Any:
    pointer = _lib.LOGICAL(x)
    if _is_scalar(x, arrays):
        return NA_LOGICAL if pointer[0] == NA_INT else bool(pointer[0])
    if arrays or dim(x):
        return _masked(x, view(x, pointer, "<i4"), True)
    return [
        NA_LOGICAL if v == NA_INT else bool(v) for v in _ffi.unpack(pointer, _lib.Rf_xlength(x))
    ]


def _integer(x: SEXP, arrays: bool) -> Any:
    pointer = _lib.INTEGER(x)
    if _is_scalar(x, arrays):
        return NA_INTEGER if pointer[0] == NA_INT else pointer[0]
    if arrays or dim(x):
        return _masked(x, view(x, pointer, "<i4"), False)
    if not _lib.Rf_xlength(x):
        return []
    return [NA_INTEGER if v == NA_INT else v for v in _ffi.unpack(pointer, _lib.Rf_xlength(x))]


def _double(x: SEXP, arrays: bool) -> Any:
    pointer = _lib.REAL(x)
    if _is_scalar(x, arrays):
        return pointer[0]
    if arrays or dim(x):
        return view(x, pointer, "<f8")
    return _ffi.unpack(pointer, _lib.Rf_xlength(x)) if _lib.Rf_xlength(x) else []


def _complex(x: SEXP, arrays: bool) -> Any:
    array = view(x, _lib.COMPLEX(x), "<c16")
    if arrays or dim(x):
        return array
    return complex(array[0]) if len(array) == 1 else array.tolist()


def _character(x: SEXP, arrays: bool) -> Any:
    values: list[Any] = rapi.strings(x)
    if None in values:
        values = [NA_CHARACTER if text is None else text for text in values]
    if arrays or dim(x):
        import numpy as np

        kind = object if values else str  # an empty object array becomes an empty list
        return np.array(values, kind).reshape(dim(x) or (len(values),), order="F")
    return values[0] if len(values) == 1 else values


def _raw(x: SEXP, arrays: bool) -> Any:
    if arrays or dim(x):
        return view(x, _lib.RAW(x), "|u1")
    return bytearray(_ffi.buffer(_lib.RAW(x), _lib.Rf_xlength(x)))  # mutable, like R's vectors


#: Longer elements of a list, on average, are views of R's memory and not copied.
_SHORT = 256


def _list_of_numbers(x: SEXP, count: int, arrays: bool) -> list[Any] | None:
    """The elements of a list of many short vectors of numbers; ``None`` for another list.

    They are taken from one copy of all numbers, which saves several calls of C for each element.
    """
    import numpy as np

    measured = _ffi.new("int[]", count)
    kind = rapi.entries.list_type(x, measured)
    if kind not in _DTYPES:
        return None
    lengths = _ffi.unpack(measured, count)
    total = sum(lengths)
    if total > _SHORT * count:
        return None
    numbers = np.empty(total, _DTYPES[kind])
    rapi.entries.list_numbers(x, _ffi.from_buffer(numbers), rapi.jump)
    rapi.checked(x)
    if kind != rapi.REAL and numbers.size and numbers.min() == NA_INT:
        return None
    if kind == rapi.LGL:
        numbers = numbers.astype(bool)
    numbers.flags.writeable = False
    if arrays:
        return rapi.pieces(numbers, lengths)
    scalars: list[Any] = numbers.tolist()
    if min(lengths) == max(lengths) == 1:
        return scalars
    return [piece[0] if len(piece) == 1 else piece for piece in rapi.pieces(scalars, lengths)]


_DTYPES = {rapi.LGL: "<i4", rapi.INT: "<i4", rapi.REAL: "<f8"}


def _list(x: SEXP, arrays: bool) -> Any:
    count = _lib.Rf_xlength(x)
    values = _list_of_numbers(x, count, arrays) if count > rapi.FEW else None
    if values is None:
        values = [to_python(_lib.VECTOR_ELT(x, i), arrays) for i in range(count)]
    names = rapi.names(x)
    if names is None or not all(names):
        if dim(x):
            import numpy as np

            array = np.empty(len(values), object)
            array[:] = values
            return array.reshape(dim(x), order="F")
        return values
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'the names of a list must be unique, but "{twice}" occurs twice')
    return dict(zip(names, values, strict=True))


_BY_TYPE: dict[int, Converter] = {
    rapi.LGL: _logical,
    rapi.INT: _integer,
    rapi.REAL: _double,
    rapi.CPLX: _complex,
    rapi.STR: _character,
    rapi.RAW: _raw,
    rapi.VEC: _list,
}


# --- classed vectors -----------------------------------------------------------------------


def _factor(x: SEXP, arrays: bool) -> Any:
    import numpy as np
    import pandas as pd

    codes = np.array(view(x, _lib.INTEGER(x), "<i4"))
    codes = np.where(codes == NA_INT, 0, codes) - 1
    ordered = "ordered" in rapi.classes(x)
    levels = rapi.strings(rapi.get_attribute(x, "levels"))
    return pd.Categorical.from_codes(codes, categories=pd.Index(levels), ordered=ordered)


def _date(x: SEXP, arrays: bool) -> Any:
    """A Python date, or an array of dates."""
    values = _times(x, arrays, 1, "datetime64[D]")
    scalar = len(values) == 1 and not arrays and not dim(x)
    return values.tolist()[0] if scalar else values


def _posixct(x: SEXP, arrays: bool) -> Any:
    """Times: Python's own objects if they have a zone; without a zone an array."""
    values = _times(x, arrays, 1_000_000, "datetime64[us]")
    zone = _zone(x)
    if arrays or dim(x):
        return values
    if zone is None:
        return values.astype("datetime64[ns]")
    import datetime

    here = [
        None if value is None else value.replace(tzinfo=datetime.UTC).astimezone(zone)
        for value in values.tolist()
    ]
    return here[0] if len(here) == 1 else here


def _posixlt(x: SEXP, arrays: bool) -> Any:
    with rapi.ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(rapi.base_function("as.POSIXct"), [x]))
        return _posixct(scope.protect(rapi.evaluate(call)), arrays)


def _zone(x: SEXP) -> Any:
    """The time zone of R's times; ``None`` if there is none or Python does not know it."""
    import zoneinfo

    found = rapi.get_attribute(x, "tzone")
    name = (rapi.strings(found) or [""])[0] if rapi.typeof(found) == rapi.STR else ""
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def _times(x: SEXP, arrays: bool, units: int, dtype: str) -> Any:
    import numpy as np

    kind = rapi.typeof(x)
    if kind == rapi.INT:
        counts = view(x, _lib.INTEGER(x), "<i4").astype("float64")
        counts[counts == NA_INT] = NA_REAL
    else:
        counts = view(x, _lib.REAL(x), "<f8")
    missing = np.isnan(counts)
    whole = np.round(np.where(missing, 0, counts) * units).astype("int64")
    values = whole.astype(dtype)
    values[missing] = np.datetime64("NaT")
    return values


def _integer64(x: SEXP, arrays: bool) -> Any:
    values = view(x, _lib.REAL(x), "<i8")
    return int(values[0]) if _is_scalar(x, arrays) else values


_BY_CLASS: dict[str, Converter] = {
    "factor": _factor,
    "Date": _date,
    "POSIXct": _posixct,
    "POSIXlt": _posixlt,
    "integer64": _integer64,
    "py_R6ClassGenerator": lambda x, arrays: to_python(rapi.get_attribute(x, "generator")),
    "keras_layer_wrapper": lambda x, arrays: to_python(rapi.get_attribute(x, "layer_class")),
}
