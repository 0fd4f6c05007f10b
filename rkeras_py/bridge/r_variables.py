"""``r`` in Python code run from R: R's variables as attributes, ``r.x`` and ``r.x = 1``."""

from __future__ import annotations

from typing import Any

from rkeras_py.bridge.functions import BridgeFunction
from rkeras_py.errors import RError

_get = BridgeFunction("get_variable")
_set = BridgeFunction("set_variables")
_names = BridgeFunction("variable_names")


class RVariables:
    """The variables of the surrounding R code; ``r["a.b"]`` if it is not a Python name."""

    def __getitem__(self, name: str) -> Any:
        try:
            return _get(name)
        except RError as error:
            raise KeyError(str(error)) from error

    def __setitem__(self, name: str, value: Any) -> None:
        _set({name: value})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # requested by Python itself
            raise AttributeError(name)
        try:
            return _get(name)
        except RError as error:
            raise AttributeError(str(error)) from error

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __dir__(self) -> list[str]:
        names = _names()
        return [names] if isinstance(names, str) else list(names or [])

    def __repr__(self) -> str:
        return "<R's variables>"


VARIABLES = RVariables()
