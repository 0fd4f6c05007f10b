"""Imports by user code while TensorFlow is being imported in the background.

Two threads that import modules with circular imports see incomplete modules, or deadlock. Calls
through the gate wait there (``waits=True``). Reticulate calls Python directly, and a Python program
runs its own code on R's thread: their imports wait here.
"""

from __future__ import annotations

import builtins
import importlib
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from rkeras_py.bridge import pump, rapi
from rkeras_py.engine import host

#: Packages that do not import TensorFlow: this one and reticulate's Python part.
_APART = frozenset({"rkeras_py", "rpytools", "rpycall", *sys.stdlib_module_names})

_there: frozenset[str] = frozenset()
_restore: Callable[[], None] | None = None


@contextmanager
def on_path(folder: str | None) -> Iterator[None]:
    """Make Python search a folder for modules first; ``None`` changes nothing."""
    if folder is None:
        yield
        return
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        with suppress(ValueError):  # an imported module has removed it
            sys.path.remove(folder)


def wait_for(finished: threading.Event) -> None:
    """Make imports on R's thread wait for this event, until ``no_longer()`` is called."""
    global _there, _restore
    _there = frozenset(sys.modules)
    statement, function = builtins.__import__, importlib.import_module

    def waiting_statement(name: str, *args: Any, **kwargs: Any) -> Any:
        _wait(name, finished)
        return statement(name, *args, **kwargs)

    def waiting_function(name: str, package: str | None = None) -> Any:
        _wait(name, finished)
        return function(name, package)

    def restore() -> None:
        if builtins.__import__ is waiting_statement:
            builtins.__import__ = statement
        if importlib.import_module is waiting_function:
            importlib.import_module = function

    builtins.__import__ = waiting_statement
    importlib.import_module = waiting_function
    _restore = restore


def no_longer() -> None:
    """Restore Python's normal imports."""
    global _restore
    if _restore is not None:
        _restore()
        _restore = None


def _wait(name: str, finished: threading.Event) -> None:
    if not rapi.on_main_thread() or name in _there or name.partition(".")[0] in _APART:
        return
    if not _within_gate(sys._getframe()):
        while not finished.wait(pump.TICK):
            # not before reticulate is ready: it would continue without NumPy
            if host.current().shares_tensorflow and rapi.take_interrupt():
                raise KeyboardInterrupt


def _within_gate(frame: FrameType | None) -> bool:
    """Whether the gate called this code; such calls have already waited if necessary."""
    while frame is not None:
        module, function = frame.f_globals.get("__name__"), frame.f_code.co_name
        if (module, function) == ("rkeras_py.bridge.gate", "_gate"):
            return True
        if module == "rkeras_py.bridge.hosts" and function == "attach":
            return True
        frame = frame.f_back
    return False
