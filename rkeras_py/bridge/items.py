"""Attributes and items of Python objects in R: the other half of R/R/python-items.R."""

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
    """``value$name``; of a dictionary what it has under a name, too, or ``None``."""
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
    """Set an attribute, unless it is what it was.

    R turns ``model$layers[[1]]$trainable <- FALSE`` into an assignment at every level; Keras
    refuses the outer one, which changes nothing.
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
    """The keys of a dictionary, or the attributes of anything else, as far as they are public."""
    found = map(str, value if isinstance(value, dict) else dir(value))
    return [name for name in found if not name.startswith("_")]


# --- items ---------------------------------------------------------------------------------


def whole(key: Any) -> Any:
    """A number of R as Python's position where it is a whole one."""
    if isinstance(key, float) and math.isfinite(key) and key == int(key):
        return int(key)
    return key


@internal(".get_item", forks=True)
def get_item(value: Any, key: Any) -> Any:
    """``value[[key]]``: an item, by a position from 0 or by its key; or else an attribute."""
    key = _key(value, key)
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(key, str) and (hasattr(value, key) or attributes.find(value, key)):
        try:
            return value[key]
        except Exception:  # it has no items, or none of this name
            return attributes.get(value, key)
    return value[key]


@internal(".set_item")
def set_item(value: Any, key: Any, new: Any) -> None:
    """``value[[key]] <- new``: a name is one of an attribute, unless in a dictionary."""
    if isinstance(key, str) and not isinstance(value, dict):
        set_attribute(value, key, new)
    else:
        set_part(value, [key], new)


@internal(".get_part", forks=True)
def get_part(value: Any, keys: list[Any]) -> Any:
    """``value[key, ...]``: what Python has there."""
    if len(keys) == 1:
        return get_item(value, keys[0])
    return value[tuple(whole(key) for key in keys)]


@internal(".set_part")
def set_part(value: Any, keys: list[Any], new: Any) -> None:
    """``value[key, ...] <- new``; ``NULL`` takes the item out."""
    key = _key(value, keys[0]) if len(keys) == 1 else tuple(whole(key) for key in keys)
    if new is None:
        del value[key]
    else:
        value[key] = new


@internal(".slice")
def make_slice(start: Any, stop: Any, step: Any) -> Any:
    return Kept(slice(whole(start), whole(stop), whole(step)))


def _key(value: Any, key: Any) -> Any:
    """R's doubles are positions where they are whole."""
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
    """Whether a value is of a class of a module, which is not imported for it."""
    loaded = sys.modules.get(module)
    kinds = [getattr(loaded, name, None) for name in names]
    return any(isinstance(value, kind) for kind in kinds if isinstance(kind, type))


def _is_sparse(value: Any) -> bool:
    return any(base.__name__ == "_spbase" for base in type(value).__mro__)


@internal(".length", forks=True)
def length(value: Any) -> int:
    """How many elements R counts: all of an array, the columns of a data frame, or Python's."""
    if _is_of(value, "numpy", "ndarray"):
        return int(value.size)
    if _is_of(value, "pandas", "DataFrame"):
        return len(value.columns)
    if _is_sparse(value):
        return math.prod(value.shape)
    for count in (len, bool):  # R's own functions ask for the length of anything
        try:
            return int(count(value))
        except Exception:  # it has none
            continue
    return 1


@internal(".extents", forks=True)
def extents(value: Any) -> Any:
    """R's ``dim()`` of an array or a data frame; ``None`` for anything else."""
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
    """A text that may have null characters, which R's cannot: replaced by ``nul``, or split there.

    Args:
        value: Python text or bytes.
        encoding: Of the bytes.
        errors: What Python does with bytes that are no such text.
        nul: What stands for a null character; ``None``: the parts between them.
    """
    decoded = value.decode(encoding, errors) if isinstance(value, bytes) else str(value)
    if nul is None:
        return decoded.split("\0")
    return decoded.replace("\0", str(nul))


@internal(".as_raw")
def as_raw(value: Any) -> bytearray:
    if not isinstance(value, (bytes, bytearray, memoryview)):
        raise ArgumentError("as.raw() of a Python object takes bytes.")
    return bytearray(value)
