"""R inside a Python program: ``rkeras_py.r()``, ``rkeras_py.run_script()`` and notebook cells."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rkeras_py.bridge import conditions, console, hosts, loading, pump, rapi
from rkeras_py.bridge.functions import BridgeFunction
from rkeras_py.bridge.r_host import ProgramHost
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.bridge.to_r import to_r
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import host
from rkeras_py.errors import RError

_keep: list[Any] = []  # what R holds pointers to


def _require_r() -> None:
    """Make sure that R runs in this process with keras loaded; Python shows R's output."""
    if hosts.attached():
        if not rapi.on_main_thread():
            raise RuntimeError("R code runs on Python's main thread only")
        return
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("R must be started on Python's main thread")
    if not hosts.started():  # otherwise loading the package failed; try again
        _start_r()
    with rapi.ProtectionScope() as scope:
        name = scope.protect(rapi.lib.Rf_mkString(b"keras"))
        loader = rapi.base_function("loadNamespace")
        try:
            rapi.evaluate_at_top(scope.protect(rapi.make_call(loader, [name])))
        except RuntimeError as problem:
            raise ImportError(f"the R package keras could not be loaded: {problem}") from None
    host.install(ProgramHost(host.current()))
    _call("begin_inside")
    atexit.register(_end_r)


def _start_r() -> None:
    hosts.set_environment()
    hosts.initialize(["--quiet", "--no-save", "--no-restore"], signals=False)
    lib = rapi.lib
    lib.R_Interactive = False
    lib.R_Outputfile = lib.R_Consolefile = rapi.ffi.NULL
    lib.ptr_R_WriteConsole = rapi.ffi.NULL
    callback = rapi.ffi.callback("void(*)(const char *, int, int)", _write_console)
    _keep.append(callback)
    lib.ptr_R_WriteConsoleEx = callback


_streams: tuple[Any, Any] | None = None  # Python's streams, while R code uses the console
_unwritten: Exception | None = None  # an error while writing R's output to them


def _write_console(buffer: Any, length: int, kind: int) -> None:
    """R calls this with its output."""
    stream = (_streams or (sys.stdout, sys.stderr))[1 if kind else 0]
    text = rapi.ffi.unpack(buffer, length).decode("utf-8", "replace")
    # R writes small pieces, and a Jupyter kernel sends a message for each flush
    _write(stream, text, flush=text.endswith("\n") or text.startswith("\r"))


def _write(stream: Any, text: str, flush: bool) -> None:
    """Write R's output to a Python stream; ``r_session()`` raises exceptions."""
    global _unwritten
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except Exception as problem:
        _unwritten = _unwritten or problem


def _end_r() -> None:
    loading.end()
    rapi.lib.R_RunExitFinalizers()
    rapi.lib.Rf_KillAllDevices()
    rapi.lib.R_CleanTempDir()


@contextmanager
def r_session() -> Iterator[None]:
    """Run R code: Python's streams and warnings go to R, and Ctrl-C interrupts R.

    Raises:
        Exception: writing R's output to Python's streams failed, for example ``BrokenPipeError``.
    """
    global _streams, _unwritten
    if _streams is not None or pump.awaited():  # R's thread runs R code, or waits for requests
        yield
        return
    _require_r()
    host.current().pay_seed()
    _streams = sys.stdout, sys.stderr
    console.redirect(hosts.interactive())
    rapi.entries.own_interrupts(1)
    try:
        with warnings.catch_warnings():
            conditions.hook_warnings()
            yield
    except rapi.Unwind as jump:
        rapi.entries.release(jump.slot)
        raise KeyboardInterrupt from None
    finally:
        rapi.entries.own_interrupts(0)
        console.flush()
        streams, _streams = _streams, None
        sys.stdout, sys.stderr = streams
        _write(streams[0], "", flush=True)
        unwritten, _unwritten = _unwritten, None
    if unwritten is not None:
        raise unwritten


def _call(function: str, *args: Any) -> Any:
    """Call a function of the bridge's R side."""
    return BridgeFunction(function)(*args)


def _run(function: str, *args: Any) -> Any:
    """Call a function that runs user code; errors get a note with their line."""
    try:
        return _call(function, *args)
    except RError as error:
        place = _call("take_place")
        if place:
            error.add_note(place)
        raise


def _give(variables: Mapping[str, Any]) -> None:
    """Assign Python values to R variables: all, or none if one cannot be converted."""
    if pump.awaited():  # only R's thread converts
        _call("set_variables", {name: _numeric(value) for name, value in variables.items()})
        return
    ready = {}
    for name, value in variables.items():
        try:
            rapi.symbol(name)
            ready[name] = RObject(to_r(_numeric(value)))
        except Exception as problem:
            raise ArgumentError(f"`{name}` cannot be converted to R: {problem}") from problem
    _call("set_variables", ready)


def _numeric(value: Any) -> Any:
    """A list of integers and floats as doubles, so that it becomes an R vector, not a list."""
    if isinstance(value, list) and {type(part) for part in value} == {int, float}:
        return [float(part) for part in value]
    return value


def take(names: Iterable[str]) -> dict[str, Any]:
    """R variables by name.

    Raises:
        RError: there is no such variable, or evaluating it failed.
        ValueError: the value cannot be converted.
    """
    found = {}
    for name in names:
        try:
            found[name] = _call("get_variable", name)
        except RError:
            raise
        except Exception as problem:
            raise ValueError(f"`{name}` cannot be converted to Python: {problem}") from problem
    return found


def run_script(path: str | os.PathLike[str], variables: Mapping[str, Any]) -> dict[str, Any]:
    """``rkeras_py.run_script()``."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"`path` must be the path of an R script, not {type(path).__name__}")
    if not os.path.isfile(path):
        raise FileNotFoundError(f"there is no R script {os.fspath(path)}")
    with r_session():
        _give(variables)
        _run("run_script", os.fspath(path))
        return take(_names(_call("variable_names")))


def _names(names: Any) -> list[str]:
    return [names] if isinstance(names, str) else list(names or [])


def r(code: str, variables: Mapping[str, Any]) -> Any:
    """``rkeras_py.r()``."""
    if not isinstance(code, str):
        raise TypeError(f"`code` must be a string of R code, not {type(code).__name__}")
    with r_session():
        if variables:
            _give(variables)
        return _run("run_code", code)


def run_cell(
    code: str,
    line: bool,
    variables: Mapping[str, Any],
    wanted: Iterable[str],
    plots: Mapping[str, Any],
) -> tuple[Any, dict[str, Any]]:
    """Run R code of a notebook: a cell prints like R's prompt, a line returns its value.

    Args:
        code: The R code.
        line: Whether the code is on the line of the magic.
        variables: Python values to assign to R variables before.
        wanted: R variables to return afterwards.
        plots: Arguments of R's ``png()``, which writes the plots.

    Returns: the value (``None`` for a cell), and the wanted variables.
    """
    with r_session():
        _give(variables)
        value = _run("run_cell", code, line, dict(plots))
        return value, take(wanted)
