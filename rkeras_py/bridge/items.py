"""Attributes and items of Python objects in R; see also R/R/python-items.R."""

from __future__ import annotations

import math
import sys
from typing import Any

from rkeras_py.bridge import model_files
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.handles import Kept
from rkeras_py.compat.models import attributes
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry import configs

# --- attributes ----------------------------------------------------------------------------


@internal(".get_attribute", forks=True)
def get_attribute(value: Any, name: str) -> Any:
    """``value$name``; for a dictionary also the item with this key, or ``None``."""
    if isinstance(value, dict) and not hasattr(value, name):
        return value.get(name)
    of_files = model_files.method(value, name)
    if of_files:
        return of_files
    found = attributes.get(value, name)
    if name == "get_config" and configs.is_layer(value):
        return lambda: configs.in_keras_2_form(value, found())
    return found


@internal(".set_attribute")
def set_attribute(value: Any, name: str, new: Any) -> None:
    """Set an attribute, unless its value is the same.

    R turns ``model$layers[[1]]$trainable <- FALSE`` into an assignment at every level; Keras
    refuses the outer one, which would change nothing.
    """
    if isinstance(value, dict):
        set_part(value, [name], new)
    elif not _same_parts(getattr(value, name, None), new):
        attributes.set(value, name, new)


def _same_parts(old: Any, new: Any) -> bool:
    if isinstance(old, (list, tuple)) and isinstance(new, (list, tuple)):
        return len(old) == len(new) > 0 and all(a is b for a, b in zip(old, new, strict=True))
    return old is new and new is not None


@internal(".names", forks=True)
def names(value: Any) -> list[str]:
    """The keys of a dictionary, or the public attributes of another object."""
    found = map(str, value if isinstance(value, dict) else dir(value))
    return [name for name in found if not name.startswith("_")]


# --- items ---------------------------------------------------------------------------------


def whole(key: Any) -> Any:
    """An R number as a Python integer if it is whole."""
    if isinstance(key, float) and math.isfinite(key) and key == int(key):
        return int(key)
    return key


@internal(".get_item", forks=True)
def get_item(value: Any, key: Any) -> Any:
    """``value[[key]]``: an item by its position from 0 or by its key; otherwise an attribute."""
    key = _key(value, key)
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(key, str) and (hasattr(value, key) or attributes.find(value, key)):
        try:
            return value[key]
        except Exception:  # it has no items, or none with this key
            return attributes.get(value, key)
    return value[key]


@internal(".set_item")
def set_item(value: Any, key: Any, new: Any) -> None:
    """``value[[key]] <- new``; a string is the name of an attribute, except for dictionaries."""
    if isinstance(key, str) and not isinstance(value, dict):
        set_attribute(value, key, new)
    else:
        set_part(value, [key], new)


@internal(".get_part", forks=True)
def get_part(value: Any, keys: list[Any]) -> Any:
    """``value[key, ...]``, as in Python."""
    if len(keys) == 1:
        return get_item(value, keys[0])
    return value[tuple(whole(key) for key in keys)]


@internal(".set_part")
def set_part(value: Any, keys: list[Any], new: Any) -> None:
    """``value[key, ...] <- new``; ``NULL`` deletes the item."""
    key = _key(value, keys[0]) if len(keys) == 1 else tuple(whole(key) for key in keys)
    if new is None:
        del value[key]
    else:
        value[key] = new


@internal(".slice")
def make_slice(start: Any, stop: Any, step: Any) -> Any:
    return Kept(slice(whole(start), whole(stop), whole(step)))


def _key(value: Any, key: Any) -> Any:
    """The key, with whole doubles of R as integers."""
    return key if isinstance(value, dict) and key in value else whole(key)


@internal(".python_item")
def python_item(value: Any, key: Any, convert: bool) -> Any:
    return Kept(value[_key(value, key)], convert)


@internal(".set_python_item")
def set_python_item(value: Any, key: Any, new: Any) -> None:
    value[_key(value, key)] = new


@internal(".del_python_item")
def del_python_item(value: Any, key: Any) -> None:
    del value[_key(value, key)]


# --- extents ---------------------------------------------------------------------------------


def _is_of(value: Any, module: str, *names: str) -> bool:
    """Whether a value has one of these classes; does not import the module."""
    loaded = sys.modules.get(module)
    kinds = [getattr(loaded, name, None) for name in names]
    return any(isinstance(value, kind) for kind in kinds if isinstance(kind, type))


def _is_sparse(value: Any) -> bool:
    return any(base.__name__ == "_spbase" for base in type(value).__mro__)


@internal(".length", forks=True)
def length(value: Any) -> int:
    """R's length: all elements of an array, the columns of a data frame, or Python's ``len()``."""
    if _is_of(value, "numpy", "ndarray"):
        return int(value.size)
    if _is_of(value, "pandas", "DataFrame"):
        return len(value.columns)
    if _is_sparse(value):
        return math.prod(value.shape)
    for count in (len, bool):  # R's own functions use length() for any object
        try:
            return int(count(value))
        except Exception:  # no length
            continue
    return 1


@internal(".extents", forks=True)
def extents(value: Any) -> Any:
    """R's ``dim()`` of an array or a data frame; ``None`` for other objects."""
    arrays = _is_of(value, "numpy", "ndarray") or _is_of(value, "pandas", "DataFrame")
    return [int(extent) for extent in value.shape] or None if arrays or _is_sparse(value) else None


@internal(".as_list", forks=True)
def as_list(value: Any) -> Any:
    return dict(value) if isinstance(value, dict) else tuple(value)


@internal(".described", forks=True)
def described(value: Any) -> Any:
    return value.describe()


# --- texts -----------------------------------------------------------------------------------


@internal(".text")
def text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


@internal(".text_parts")
def text_parts(value: Any, encoding: str, errors: str, nul: Any) -> Any:
    """A text with NUL characters, which R strings cannot have: they are replaced, or split at.

    Args:
        value: Python text or bytes.
        encoding: The encoding of the bytes.
        errors: How Python handles bytes that cannot be decoded.
        nul: Replacement for NUL characters; ``None`` to return the parts between them.
    """
    decoded = value.decode(encoding, errors) if isinstance(value, bytes) else str(value)
    if nul is None:
        return decoded.split("\0")
    return decoded.replace("\0", str(nul))


@internal(".as_raw")
def as_raw(value: Any) -> bytearray:
    if not isinstance(value, (bytes, bytearray, memoryview)):
        raise ArgumentError("as.raw() of a Python object needs a bytes object.")
    return bytearray(value)
