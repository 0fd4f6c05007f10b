"""Python values that are not converted to R, and functions for them; see R/R/python-values.R."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

from rkeras_py import files
from rkeras_py.bridge.gate import INTERNAL, internal
from rkeras_py.bridge.handles import Kept
from rkeras_py.bridge.texts import readable
from rkeras_py.errors import RError


@internal(".for_r")
def for_r(value: Any, convert: bool) -> Any:
    """A value for R: converted if possible and wanted, otherwise a handle."""
    return value if convert else Kept(value)


@internal(".unconverted")
def unconverted(name: str, *args: Any) -> Any:
    """The value of another internal function, not converted to R."""
    return Kept(INTERNAL[name].function(*args))


@internal(".tuple")
def make_tuple(values: list[Any], convert: bool) -> Any:
    return Kept(tuple(values), convert)


@internal(".dict")
def make_dict(keys: Any, values: Any, convert: bool) -> Any:
    return Kept(dict(zip(keys, values, strict=True)), convert)


@internal(".np_array")
def np_array(data: Any, dtype: Any, order: Any) -> Any:
    import numpy as np

    return Kept(np.array(data, dtype=dtype, order=order))


@internal(".shape_elements")
def shape_elements(shape: Any) -> Any:
    """The dimensions of a shape; ``None`` for open dimensions."""
    return tuple(shape)


@internal(".to_python")
def to_python(value: Any, convert: bool) -> Any:
    """An R value as a Python object, not converted back."""
    return Kept(value, convert)


@internal(".error_to_python")
def error_to_python(condition: Any, convert: bool) -> Any:
    """An R error as an exception."""
    return Kept(RError(condition["message"], condition), convert)


@internal(".get_attr", forks=True)
def get_attr(value: Any, name: str, convert: bool) -> Any:
    return Kept(getattr(value, name), convert)


@internal(".len")
def length(value: Any, default: Any) -> Any:
    if default is not None and not hasattr(value, "__len__"):
        return default
    return len(value)


@internal(".has_attr", forks=True)
def has_attr(value: Any, name: str) -> bool:
    return hasattr(value, name)


@internal(".del_attr")
def del_attr(value: Any, name: str) -> None:
    delattr(value, name)


@internal(".truth")
def truth(value: Any) -> bool:
    return bool(value)


@internal(".repr", forks=True)
def represent(value: Any) -> str:
    return readable(repr(value))


@internal(".short_text")
def short_text(value: Any) -> str:
    """Python's text; for modules and large collections only a description."""
    if isinstance(value, ModuleType):
        return f"Module({value.__name__})"
    if isinstance(value, bytearray):
        return f"python.builtin.bytearray ({len(value)} bytes)"
    for kind in (list, dict, tuple):
        if isinstance(value, kind) and len(value) > 10:
            return f"{kind.__name__.title()} ({len(value)} items)"
    return readable(str(value))


@internal(".id")
def identity(value: Any) -> str:
    return str(id(value))


@internal(".none")
def none() -> Any:
    return Kept(None)


@internal(".ellipsis")
def ellipsis() -> Any:
    return Kept(...)


@internal(".dir")
def attributes(value: Any) -> list[str]:
    return dir(value)


@internal(".save_object")
def save_object(value: Any, path: str, module: str, options: Any) -> None:
    target = str(Path(path).expanduser())
    with files.replacing_file(target, "filename") as part, open(part, "wb") as file:
        pickler = importlib.import_module(module)
        options = {"protocol": pickler.HIGHEST_PROTOCOL, **(options or {})}
        pickler.dump(value, file, **options)


@internal(".load_object")
def load_object(path: str, module: str, options: Any, convert: bool) -> Any:
    with open(Path(path).expanduser(), "rb") as file:
        return for_r(importlib.import_module(module).load(file, **(options or {})), convert)


@internal(".set_seed")
def set_seed(seed: float, disable_hash_randomization: bool) -> None:
    import os
    import random

    import numpy as np

    if disable_hash_randomization:  # affects only child processes: this process has already started
        os.environ["PYTHONHASHSEED"] = "0"
    np.random.seed(int(seed))  # first, because its import may use Python's generator
    random.seed(int(seed))


@internal(".help")
def show_help(value: Any) -> None:
    import pydoc

    print(pydoc.plain(pydoc.render_doc(value)))
