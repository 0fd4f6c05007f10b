"""Values that stay Python's in R, and what R does with them: see R/R/python-values.R."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rkeras_py import files
from rkeras_py.bridge.gate import INTERNAL, internal
from rkeras_py.bridge.handles import Unconverted
from rkeras_py.bridge.texts import readable
from rkeras_py.convert.rule import ArgumentError


@internal(".for_r")
def for_r(value: Any, convert: bool) -> Any:
    """A value for R: in R's form where there is one, or as a handle."""
    return value if convert else Unconverted(value)


@internal(".unconverted")
def unconverted(name: str, *args: Any) -> Any:
    """What another internal function gives, without a form of R's own."""
    return Unconverted(INTERNAL[name].function(*args))


@internal(".tuple")
def make_tuple(values: list[Any], convert: bool) -> Any:
    return for_r(tuple(values), convert)


@internal(".dict")
def make_dict(keys: Any, values: Any, convert: bool) -> Any:
    return for_r(dict(zip(keys, values, strict=True)), convert)


@internal(".np_array")
def np_array(data: Any, dtype: Any, order: Any) -> Any:
    import numpy as np

    return Unconverted(np.array(data, dtype=dtype, order=order))


@internal(".shape_elements")
def shape_elements(shape: Any) -> Any:
    """The extents of a tensor's shape; ``None`` where they are open."""
    return tuple(shape)


@internal(".get_attr")
def get_attr(value: Any, name: str) -> Any:
    return Unconverted(getattr(value, name))


@internal(".has_attr")
def has_attr(value: Any, name: str) -> bool:
    return hasattr(value, name)


@internal(".del_attr")
def del_attr(value: Any, name: str) -> None:
    delattr(value, name)


@internal(".python_item")
def python_item(value: Any, key: Any) -> Any:
    """``value[key]`` as in Python: positions count from 0."""
    return value[_key(value, key)]


@internal(".set_python_item")
def set_python_item(value: Any, key: Any, new: Any) -> None:
    value[_key(value, key)] = new


@internal(".del_python_item")
def del_python_item(value: Any, key: Any) -> None:
    del value[_key(value, key)]


def _key(value: Any, key: Any) -> Any:
    """R's doubles are positions where they are whole."""
    if (
        isinstance(key, float)
        and key == int(key)
        and not (isinstance(value, dict) and key in value)
    ):
        return int(key)
    return key


@internal(".len")
def length(value: Any) -> int | None:
    return len(value) if hasattr(value, "__len__") else None


@internal(".truth")
def truth(value: Any) -> bool:
    return bool(value)


@internal(".repr")
def represent(value: Any) -> str:
    return readable(repr(value))


@internal(".id")
def identity(value: Any) -> str:
    return str(id(value))


@internal(".none")
def none() -> Any:
    return Unconverted(None)


@internal(".ellipsis")
def ellipsis() -> Any:
    return Unconverted(...)


@internal(".dir")
def attributes(value: Any) -> list[str]:
    return dir(value)


@internal(".save_object")
def save_object(value: Any, path: str, module: str, options: Any) -> None:
    target = str(Path(path).expanduser())
    with files.replacing_file(target, "filename") as part, open(part, "wb") as file:
        importlib.import_module(module).dump(value, file, **(options or {}))


@internal(".load_object")
def load_object(path: str, module: str, options: Any, convert: bool) -> Any:
    with open(Path(path).expanduser(), "rb") as file:
        return for_r(importlib.import_module(module).load(file, **(options or {})), convert)


@internal(".set_seed")
def set_seed(seed: float, disable_hash_randomization: bool) -> None:
    import os
    import random

    import numpy as np

    if disable_hash_randomization:  # for Python's children: this one has begun
        os.environ["PYTHONHASHSEED"] = "0"
    random.seed(int(seed))
    np.random.seed(int(seed))


@internal(".help")
def show_help(value: Any) -> None:
    import pydoc

    print(pydoc.plain(pydoc.render_doc(value)))


# --- iterators -----------------------------------------------------------------------------


@internal(".iterator")
def iterator(value: Any) -> Any:
    if hasattr(value, "__next__"):
        return value
    try:
        return iter([value] if isinstance(value, (str, int, float)) else value)
    except TypeError:
        raise ArgumentError("`x` must be something that can be iterated over.") from None


@internal(".next")
def advance(it: Any) -> Any:
    """The next value, in a list of one; ``None`` at the end."""
    try:
        return {"value": next(it)}
    except StopIteration:
        return None


@internal(".from_r")
def from_r(step: Any) -> Any:
    """An iterator of what an R function gives, in lists of one, until it gives ``NULL``."""

    def values() -> Iterator[Any]:
        while (found := step()) is not None:
            yield found[0] if isinstance(found, list) else found

    return values()
