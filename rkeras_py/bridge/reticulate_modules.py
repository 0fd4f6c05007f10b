"""Lazily imported modules, and R hooks for imports; see R/R/python-modules.R."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from rkeras_py.bridge import handles
from rkeras_py.bridge.functions import RFunction
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.importing import on_path
from rkeras_py.bridge.python_values import for_r
from rkeras_py.compat.names.modules import member


@internal(".import_late")
def import_late(name: str, convert: bool, hooks: Any, path: str | None = None) -> Any:
    folder = None if path is None else str(Path(path).expanduser().resolve())
    return for_r(LateModule(name, hooks or {}, folder), convert)


class LateModule(ModuleType):
    """A module that is imported at the first access to an attribute, with R hooks.

    Args:
        name: The module's name.
        hooks: ``get_module()`` may return another name; ``before_load()`` and ``on_load()`` run
            before and after the import, ``on_error(message)`` if it fails.
        folder: An additional folder to search.
    """

    _rkeras_shown_as_base = True

    def __init__(self, name: str, hooks: dict[str, Any], folder: str | None) -> None:
        super().__init__(name)
        self._rkeras_hooks = hooks
        self._rkeras_folder = folder
        self._rkeras_module: ModuleType | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_rkeras"):
            raise AttributeError(name)
        return member(self._loaded(), name)

    def __dir__(self) -> list[str]:
        return dir(self._loaded())

    def _loaded(self) -> ModuleType:
        if self._rkeras_module is None:
            self._rkeras_module = self._load()
        return self._rkeras_module

    def _load(self) -> ModuleType:
        hooks, name = self._rkeras_hooks, self.__name__
        if "get_module" in hooks:
            name = str(hooks["get_module"]())
        if "before_load" in hooks:
            hooks["before_load"]()
        with on_path(self._rkeras_folder):
            try:
                module = importlib.import_module(name)
            except Exception as problem:
                if "on_error" in hooks:
                    hooks["on_error"](f"{type(problem).__name__}: {problem}")
                raise
        if "on_load" in hooks:
            hooks["on_load"]()
        return module


@internal(".on_import")
def on_import(name: str, hook: RFunction) -> None:
    """Call an R function after a module is imported; immediately if it already is."""
    if name in sys.modules:
        hook()
        return
    import wrapt

    wrapt.register_post_import_hook(lambda module: hook(), name)


@internal(".filter_classes")
def filter_classes(function: RFunction) -> None:
    """Let an R function change the S3 classes of Python objects."""
    handles.add_filter(function)
