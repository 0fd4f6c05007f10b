"""Runs Python code for R users, and captures its output; see R/R/python-code.R."""

from __future__ import annotations

import io
import logging
import os
import re
import sys
import traceback
import types
from pathlib import Path
from typing import Any

from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.handles import Kept
from rkeras_py.bridge.importing import on_path
from rkeras_py.bridge.python_values import for_r
from rkeras_py.bridge.r_variables import VARIABLES


def main_module() -> types.ModuleType:
    """Python's module ``__main__``, in which user code runs."""
    return sys.modules["__main__"]


@internal(".main")
def main(convert: bool) -> Any:
    space()
    return for_r(main_module(), convert)


def space(local: bool = False) -> dict[str, Any]:
    """The variables for user code: those of ``__main__``, and ``r``."""
    names = vars(main_module())
    names.setdefault("r", VARIABLES)
    return dict(names) if local else names


@internal(".run", waits=True, users=True)
def run(code: str, local: bool, convert: bool, name: str = "<string>") -> Any:
    """Run code; returns a dictionary of the variables of ``__main__``, or of the new ones."""
    names = space(local)
    before = dict(names) if local else {}
    exec(compile(code, name, "exec", dont_inherit=True), names)
    if not local:
        return Kept(names, convert)
    changed = {k: v for k, v in names.items() if k not in before or before[k] is not v}
    changed.pop("__builtins__", None)
    return Kept(changed, convert)


@internal(".run_file", waits=True, users=True)
def run_file(path: str, local: bool, convert: bool, beside: bool) -> Any:
    """Run a file; ``__file__`` is its path.

    Args:
        path: The file.
        local: Whether it uses its own variables.
        convert: Whether to convert the variables to R.
        beside: Whether it can import modules from its folder.
    """
    file = Path(path).expanduser()
    code = file.read_text(encoding="utf-8")
    names = vars(main_module())
    before = names.get("__file__", _NOTHING)
    names["__file__"] = str(file)
    try:
        with on_path(str(file.parent) if beside else None):
            return run(code, local, convert, str(file))
    finally:
        if before is _NOTHING:
            names.pop("__file__", None)
        else:
            names["__file__"] = before


_NOTHING = object()


@internal(".eval", waits=True, users=True)
def evaluate(code: str, convert: bool) -> Any:
    return for_r(eval(code.strip(), space()), convert)


@internal(".public_variables")
def public_variables(convert: bool) -> Any:
    """The variables of ``__main__`` by name, without modules and names with underscores."""
    return {
        name: for_r(value, convert)
        for name, value in vars(main_module()).items()
        if not name.startswith("_")
        and not isinstance(value, types.ModuleType)
        and value is not VARIABLES
    }


_captured: list[tuple[Any, Any, io.StringIO]] = []


@internal(".begin_capture")
def begin_capture(streams: Any) -> None:
    """Capture Python's output until ``end_capture()``."""
    wanted = [streams] if isinstance(streams, str) else streams
    buffer = io.StringIO()
    _captured.append((sys.stdout, sys.stderr, buffer))
    for name in wanted:
        _replace_stream(name, buffer)


@internal(".end_capture")
def end_capture() -> str:
    output, errors, buffer = _captured.pop()
    _replace_stream("stdout", output)
    _replace_stream("stderr", errors)
    return buffer.getvalue()


def _replace_stream(name: str, stream: Any) -> None:
    """Replace a Python stream, also in the loggers that write to it."""
    old = getattr(sys, name)
    setattr(sys, name, stream)
    loggers = [logging.root, *logging.root.manager.loggerDict.values()]
    for logger in loggers:
        for handler in getattr(logger, "handlers", []):  # a placeholder logger has no handlers
            if isinstance(handler, logging.StreamHandler) and handler.stream is old:
                handler.setStream(stream)


# --- errors --------------------------------------------------------------------------------


@internal(".told_error")
def told_error(error: BaseException, trace: str | None) -> dict[str, Any]:
    """The fields of R's ``py_last_error()`` for an exception.

    Args:
        error: The exception.
        trace: The traceback at the time when R received the exception.
    """
    lines = trace or "".join(traceback.format_exception(error))
    frames = [part for part in _FRAME.findall(lines) if _OWN not in part]
    value = str(error)
    last = traceback.format_exception_only(error)
    return {
        "type": type(error).__name__,
        "value": value,
        "traceback": frames,
        "message": "".join(["Traceback (most recent call last):\n", *frames, *last]),
    }


#: One frame in a traceback, with the lines of code below it.
_FRAME = re.compile(r"^  File .*\n(?:    .*\n)*", re.MULTILINE)
_OWN = f"{os.sep}rkeras_py{os.sep}bridge{os.sep}"
