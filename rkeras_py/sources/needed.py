"""Packages that some sources need, which are installed with the extra ``data``."""

from __future__ import annotations

import importlib
import sys
from typing import Any

from rkeras_py.convert.rule import ArgumentError


def needed(name: str, what: str) -> Any:
    """A package, or one of its modules.

    Args:
        name: Such as "pyarrow.parquet".
        what: What needs it.

    Raises:
        ArgumentError: it is not installed; the message says how to install it.
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as problem:
        package = name.partition(".")[0]
        if problem.name != package:
            raise
        raise ArgumentError(
            f"{what} needs the Python package {package}, which is not installed. "
            f"Install it in a terminal: {sys.executable} -m pip install {package}"
        ) from None
