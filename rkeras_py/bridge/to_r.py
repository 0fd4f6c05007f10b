"""Converts Python values to R values, by the type of the Python object.

The result of ``to_r`` is not protected from R's garbage collector.
"""

from __future__ import annotations

import datetime
import itertools
import sys
from collections import OrderedDict, defaultdict
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge import handles, r_objects, rapi, vectors
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.bridge.times import are_times, day, moment, moments, times
from rkeras_py.bridge.vectors import NA_INT
from rkeras_py.convert.na import NA, NA_CHARACTER, NA_INTEGER, NA_LOGICAL
from rkeras_py.keras_private.slashes import Slashed
from rkeras_py.keras_private.tensorflow import distribution_of
from rkeras_py.registry.define import function_of

EXACT = 2**53  # integers up to this one are exact in a double

Converter = Callable[[Any], SEXP]

_lib, _ffi = rapi.lib, rapi.ffi


def to_r(value: Any) -> SEXP:
    """The R object for a Python value; a handle if R has no equivalent."""
    kind = type(value)
    converter = _BY_TYPE.get(kind)
    if converter is None:
        converter = _BY_TYPE[kind] = _choose(kind)
    return converter(value)


def of_classes(*names: str) -> Callable[[Converter], Converter]:
    """Make a function the converter of these classes, named as in ``pandas.DataFrame``."""

    def register(converter: Converter) -> Converter:
        _BY_NAME.update(dict.fromkeys(names, converter))
        return converter

    return register


def _choose(kind: type) -> Converter:
    """The converter for a type that is not listed: that of a base class, otherwise a handle."""
    for base in kind.__mro__:
        name = f"{base.__module__.split('.')[0]}.{base.__qualname__}"
        if name in _BY_NAME:
            return _BY_NAME[name]
    if issubclass(kind, RObject):
        return lambda value: value.sexp
    if issubclass(kind, (int, float, str)) and kind.__module__ != "builtins":
        base = next(base for base in (int, float, str) if issubclass(kind, base))
        return _BY_TYPE[base]  # such as enumerations
    if kind.__name__.startswith("Tracked"):  # Keras's lists and dictionaries
        for base in (list, dict):
            if issubclass(kind, base):
                return _BY_TYPE[base]
    return _object


#: The user's conversion method for an object; returns ``None`` if there is none.
by_method: Callable[[Any], SEXP | None] | None = None


def _object(value: Any) -> SEXP:
    """A handle, or the result of a conversion method of the user."""
    found = by_method(value) if by_method is not None else None
    return handles.to_handle(value) if found is None else found


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
    with ProtectionScope() as scope:
        return _lib.Rf_ScalarString(scope.protect(text))


def raw(value: bytes | bytearray) -> SEXP:
    vector = rapi.alloc(rapi.RAW, len(value))
    if value:
        _ffi.memmove(_lib.RAW(vector), value, len(value))
    return vector


def _complex(*values: complex) -> SEXP:
    import numpy as np

    return vectors.fill(np.asarray(values), rapi.CPLX, _lib.COMPLEX, "c16", None)


def _na(value: NA) -> SEXP:
    return (
        vectors.strings([value])
        if value is NA_CHARACTER
        else vectors.integers([value], value is NA_LOGICAL)
    )


def _sequence(values: Any) -> SEXP:
    """A vector if all elements have the same scalar type, otherwise a list."""
    kinds = _kinds(values)
    if len(kinds) > 1 and any(kind.__module__ == "numpy" for kind in kinds):
        values = [_plain(value) for value in values]
        kinds = _kinds(values)
    if len(kinds) == 1 or (len(kinds) == 2 and NA in kinds):
        if kinds <= {bool, NA} and _only(values, NA_LOGICAL):
            return vectors.integers(values, True)
        if kinds <= {int, NA} and _only(values, NA_INTEGER) and _fits(values):
            return vectors.integers(values, False)
        if kinds == {float} or (kinds == {int} and all(abs(v) <= EXACT for v in values)):
            return vectors.doubles([float(value) for value in values])
        if kinds == {complex}:
            return _complex(*values)
        if kinds <= {str, NA} and _only(values, NA_CHARACTER):
            return vectors.strings(values)
    return moments(values) if are_times(values) else list_(values)


def _kinds(values: Any) -> set[type]:
    return {str if type(value) is Slashed else type(value) for value in values}


def _plain(value: Any) -> Any:
    """A NumPy scalar as a Python scalar; other values unchanged."""
    import numpy as np

    return value.item() if isinstance(value, np.generic) else value


def _only(values: Any, missing: NA) -> bool:
    """Whether every NA among the values is this one."""
    return all(value is missing for value in values if type(value) is NA)


def _fits(values: Any) -> bool:
    return all(type(value) is NA or NA_INT < value < -NA_INT for value in values)


def list_(values: Any) -> SEXP:
    found = _list_of_numbers(values)
    return _any_list(values) if found is None else found


def _list_of_numbers(values: Any) -> SEXP | None:
    """A list of many lists of numbers of one type; ``None`` for another list.

    R copies all of them from one piece of memory, which saves several calls of C for each.
    """
    if len(values) <= rapi.FEW or not all(type(value) is list for value in values):
        return None
    numbers = list(itertools.chain.from_iterable(values))
    kinds = set(map(type, numbers))
    if kinds == {int} and min(numbers) > NA_INT and max(numbers) < -NA_INT:
        kind, memory = rapi.INT, _ffi.new("int[]", numbers)
    elif kinds == {float}:
        kind, memory = rapi.REAL, _ffi.new("double[]", numbers)
    else:
        return None
    lengths = [len(value) for value in values]
    pointer = _ffi.cast("char *", memory)
    return rapi.checked(rapi.entries.make_list(kind, pointer, lengths, len(values), rapi.jump))


def _any_list(values: Any) -> SEXP:
    with ProtectionScope() as scope:
        vector = scope.protect(rapi.alloc(rapi.VEC, len(values)))
        for i, value in enumerate(values):
            _lib.SET_VECTOR_ELT(vector, i, to_r(value))
        return vector


def _dict(value: dict[Any, Any]) -> SEXP:
    with ProtectionScope() as scope:
        vector = scope.protect(list_(list(value.values())))
        rapi.set_attribute(
            vector, "names", scope.protect(vectors.strings([str(key) for key in value]))
        )
        return vector


# --- NumPy -----------------------------------------------------------------------------------


def array(array: Any) -> SEXP:
    import numpy as np

    shape = array.shape or None
    kind = array.dtype.kind
    if kind in "iub" and isinstance(array, np.ma.MaskedArray):
        codes = np.where(np.ma.getmaskarray(array), NA_INT, array.data.astype("i4"))
        return vectors.fill(
            codes, rapi.LGL if kind == "b" else rapi.INT, _integer_pointer, "i4", shape
        )
    if kind == "b":
        return vectors.fill(array, rapi.LGL, _lib.LOGICAL, "i4", shape)
    if kind in "iu":
        return _whole_numbers(array, shape)
    if kind == "c":
        return vectors.fill(array, rapi.CPLX, _lib.COMPLEX, "c16", shape)
    if kind in "USOT":
        return _text_or_objects(array, shape)
    if kind == "M":
        return times(array)
    if kind == "f" or array.dtype.name.startswith(("bfloat", "float")):
        return vectors.fill(array, rapi.REAL, _lib.REAL, "f8", shape)
    return handles.to_handle(array)


def _integer_pointer(vector: SEXP) -> Any:
    return _lib.LOGICAL(vector) if rapi.typeof(vector) == rapi.LGL else _lib.INTEGER(vector)


def _whole_numbers(array: Any, shape: tuple[int, ...] | None) -> SEXP:
    """Integers if they fit; doubles if they are exact; otherwise bit64's integer64."""
    if array.dtype.itemsize < 4 or array.size == 0:
        return vectors.fill(array, rapi.INT, _lib.INTEGER, "i4", shape)
    low, high = int(array.min()), int(array.max())
    if low > NA_INT and high < -NA_INT:
        return vectors.fill(array, rapi.INT, _lib.INTEGER, "i4", shape)
    if low >= -EXACT and high <= EXACT:
        return vectors.fill(array, rapi.REAL, _lib.REAL, "f8", shape)
    if array.dtype.kind == "u":
        return handles.to_handle(array)
    with ProtectionScope() as scope:
        vector = scope.protect(vectors.fill(array, rapi.REAL, _lib.REAL, "i8", shape))
        rapi.set_attribute(vector, "class", scope.protect(_str("integer64")))
        return vector


def _text_or_objects(array: Any, shape: tuple[int, ...] | None) -> SEXP:
    values = _decoded(array.ravel(order="F").tolist())
    with ProtectionScope() as scope:
        text = values or array.dtype.kind != "O"
        if text and all(isinstance(value, (str, NA)) for value in values):
            vector = scope.protect(vectors.strings(values))
        else:
            vector = scope.protect(list_(values))
        if shape is not None:
            vectors.set_dim(vector, shape, scope)
        return vector


def _decoded(values: list[Any]) -> list[Any]:
    """TensorFlow's text, which is bytes, as strings; other bytes unchanged."""
    if not values or not all(type(value) is bytes and b"\0" not in value for value in values):
        return values
    try:
        return [value.decode() for value in values]
    except UnicodeDecodeError:
        return values


def _scalar(value: Any) -> SEXP:
    """A NumPy scalar, converted to a Python scalar if possible."""
    kind = value.dtype.kind
    if kind in "mV":
        return handles.to_handle(value)
    return times(value) if kind == "M" else to_r(value.item())


def _function(value: Any) -> SEXP:
    """Functions of the API as their R wrappers; other functions as handles."""
    api = function_of(value)
    if api is None:
        return handles.to_handle(value)
    wrapper = r_objects.find(api.name)
    return handles.to_handle(value) if wrapper == _ffi.NULL else wrapper


def _tensor(value: Any) -> SEXP:
    """A tensor; a sample of a TensorFlow Probability layer is returned as its distribution."""
    return _object(distribution_of(value))


_BY_TYPE: dict[type, Converter] = {
    type(None): _none,
    bool: _bool,
    int: _int,
    float: _float,
    str: _str,
    bytearray: raw,
    complex: _complex,
    NA: _na,
    list: _sequence,
    tuple: list_,
    dict: _dict,
    OrderedDict: _dict,
    defaultdict: _dict,
    datetime.datetime: moment,
    datetime.date: day,
    type(_function): _function,
    handles.Kept: handles.to_handle,
}

_BY_NAME: dict[str, Converter] = {
    "numpy.ndarray": array,
    "numpy.generic": _scalar,
    "tensorflow.Tensor": _tensor,
    "torch.Size": lambda value: list_(tuple(value)),
    "pandas.NAType": lambda value: _na(NA_LOGICAL),
    "pandas.NaTType": moment,
    "pandas.Timestamp": moment,
    "rkeras_py.Config": handles.to_handle,
    "rkeras_py.KerasArray": handles.to_handle,
    "rkeras_py.KnownShape": handles.to_handle,
}

assert sys.byteorder == "little"
