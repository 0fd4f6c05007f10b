"""The two hosts: R that starts Python, and Python that starts R. Both end in ``attach``."""

from __future__ import annotations

import atexit
import ctypes
import os
import subprocess
import sys
import tempfile
import threading
import types
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

from rkeras_py.bridge import console, loading, rapi, stack

_attached = False
_python_hosts = False


def attach(address: int) -> None:
    """Join the R that called, through its package's table of C entries.

    Called by the R package when it is loaded, in both hosts.

    Raises:
        ImportError: TensorFlow or Keras is not installed; the message says what to do.
    """
    global _attached
    _require_tensorflow()
    rapi.connect(address)
    rapi.set_namespace(_find_namespace())

    import rkeras_py.api  # noqa: F401
    from rkeras_py.bridge import (  # noqa: F401
        arithmetic,
        companions,
        conditions,
        custom,
        gate,
        objects,
        seeding,
    )

    gate.open_gate()
    seeding.follow()
    if not _python_hosts:
        stack.deepen()
        # rpy2's own interface, where a user imports it, then joins this R instead of starting one
        os.environ["R_SESSION_INITIALIZED"] = f"PID={os.getpid()}:NAME=R"
        console.redirect(_interactive())
        conditions.hook_warnings()
    _attached = True
    loading.begin()


def _require_tensorflow() -> None:
    from importlib.util import find_spec

    for package in ("tensorflow", "keras"):
        if find_spec(package) is None:
            raise ImportError(
                f"the Python package {package} is not installed for {sys.executable}. "
                f"Install it with `{sys.executable} -m pip install {package}`."
            )


def _find_namespace() -> Any:
    """The R package's namespace, while it loads or after."""
    with rapi.Frame() as frame:
        name = frame.keep(rapi.lib.Rf_mkString(b"keras"))
        finder = rapi.base_function("asNamespace")
        return rapi.evaluate_at_top(frame.keep(rapi.make_call(finder, [name])))


def _interactive() -> bool:
    return bool(rapi.lib.R_Interactive)


# --- Python as the host ----------------------------------------------------------------------


def _set_environment() -> None:
    """What R's own front end sets before it starts R.

    Raises:
        InstallError: R is missing, or its package keras cannot be installed.
    """
    from rkeras_py import install, rpy2_pair

    library = install.ensure_r_package()
    home = rpy2_pair.r_home()
    answer = subprocess.run(
        [f"{home}/bin/R", "CMD", "env"], capture_output=True, text=True, check=True
    )
    for line in answer.stdout.splitlines():
        name, _, value = line.partition("=")
        # Not LD_LIBRARY_PATH: it would give a Python started from here the libpython beside libR.
        if name.startswith("R_"):
            os.environ[name] = value
    others = [path for path in [os.environ.get("R_LIBS")] if path]
    os.environ["R_LIBS"] = os.pathsep.join([str(library), *others])
    os.environ["R_HOME"] = str(home)


def _initialize(arguments: list[str], signals: bool) -> None:
    """Start R in this process with these command-line arguments."""
    global _python_hosts
    _python_hosts = True
    lib, ffi = rapi.lib, rapi.ffi
    lib.R_SignalHandlers = int(signals)
    stack.deepen()
    words = [ffi.new("char[]", os.fsencode(word)) for word in ["R", *arguments]]
    _keep.extend(words)
    lib.Rf_initialize_R(len(words), words)
    lib.setup_Rmainloop()
    _add_companions()


_keep: list[Any] = []  # what R holds pointers to

_ADD_COMPANIONS = "function(folder) .libPaths(c(.libPaths(), folder))"


def _add_companions() -> None:
    """Have R look for packages in the companions' folder last."""
    from rkeras_py import install

    lib = rapi.lib
    with rapi.Frame() as frame:
        text = frame.keep(lib.Rf_mkString(_ADD_COMPANIONS.encode()))
        parse = frame.keep(rapi.make_call(rapi.base_function("str2lang"), [text]))
        function = frame.keep(lib.Rf_eval(frame.keep(rapi.evaluate_at_top(parse)), lib.R_BaseEnv))
        folder = frame.keep(lib.Rf_mkString(os.fsencode(install.companions(install.r_library()))))
        rapi.evaluate_at_top(frame.keep(rapi.make_call(function, [folder])))


def run_file(path: str, args: list[str]) -> NoReturn:
    """Run an R script as Rscript does, in this process, and exit with its status."""
    _set_environment()
    tail = ["--args", *args] if args else []
    _become_r(["--no-echo", "--no-restore", f"--file={path}", *tail])


def _become_r(arguments: list[str]) -> NoReturn:
    """Start R and hand it the process: R reads the script, prints, and exits by its own rules."""
    _initialize(arguments, signals=True)
    _keep.append(sys.modules["__main__"])
    sys.modules["__main__"] = types.ModuleType("__main__")  # the script's, as in an R process
    console.redirect(_interactive())
    from rkeras_py.bridge import conditions

    conditions.hook_warnings()
    main_loop = ctypes.CDLL(_libr()).run_Rmainloop
    main_loop()
    raise SystemExit(0)  # not reached: R ends the process


def _libr() -> str:
    for folder in (f"{os.environ['R_HOME']}/lib", "/usr/lib", "/usr/lib64"):
        for name in ("libR.so", "libR.dylib"):
            if os.path.exists(f"{folder}/{name}"):
                return f"{folder}/{name}"
    raise RuntimeError("R's shared library libR is missing; install R built with --enable-R-shlib")


_RENDER = """\
local({{
  result <- rmarkdown::render({document}, output_file = {output}, output_dir = {folder},
                              quiet = TRUE, envir = globalenv())
  cat(result, "\\n", sep = "")
}})
"""


def render_file(path: str, output: str | None) -> NoReturn:
    """Render an R Markdown document, print where the result is, and exit."""
    name, folder = "NULL", "NULL"
    if output is not None:
        name, folder = (
            _r_string(os.path.basename(output)),
            _r_string(os.path.dirname(output) or "."),
        )
    code = _RENDER.format(document=_r_string(path), output=name, folder=folder)
    _set_environment()
    number, script = tempfile.mkstemp(suffix=".R")
    with open(number, "w", encoding="utf-8") as file:
        file.write(f"invisible(file.remove({_r_string(script)}))\n{code}")
    _become_r(["--no-echo", "--no-restore", f"--file={script}"])


def _r_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- R inside a Python program ---------------------------------------------------------------


def _require_r() -> None:
    """Have R run in this process with the package keras loaded; R's output goes to Python's."""
    if _attached:
        if not rapi.on_main_thread():
            raise RuntimeError("R code runs on Python's main thread only")
        return
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("R must be started on Python's main thread")
    _set_environment()
    _initialize(["--quiet", "--no-save", "--no-restore"], signals=False)
    lib = rapi.lib
    lib.R_Interactive = False
    lib.R_Outputfile = lib.R_Consolefile = rapi.ffi.NULL
    lib.ptr_R_WriteConsole = rapi.ffi.NULL
    callback = rapi.ffi.callback("void(*)(const char *, int, int)", _write_console)
    _keep.append(callback)
    lib.ptr_R_WriteConsoleEx = callback
    with rapi.Frame() as frame:
        name = frame.keep(lib.Rf_mkString(b"keras"))
        loader = rapi.base_function("loadNamespace")
        try:
            rapi.evaluate_at_top(frame.keep(rapi.make_call(loader, [name])))
        except RuntimeError as problem:
            raise ImportError(f"the R package keras could not be loaded: {problem}") from None
    atexit.register(_end_r)


_streams: tuple[Any, Any] = (sys.stdout, sys.stderr)


def _write_console(buffer: Any, length: int, kind: int) -> None:
    stream = _streams[1 if kind else 0]
    stream.write(rapi.ffi.unpack(buffer, length).decode("utf-8", "replace"))
    stream.flush()


def _end_r() -> None:
    loading.end()
    rapi.lib.R_RunExitFinalizers()
    rapi.lib.Rf_KillAllDevices()
    rapi.lib.R_CleanTempDir()


@contextmanager
def r_session() -> Iterator[None]:
    """While R code runs: Python's streams and warnings go through R, Ctrl-C interrupts R."""
    global _streams
    from rkeras_py.api import seeds
    from rkeras_py.bridge import conditions

    _require_r()
    if seeds.pay_r is not None:
        seeds.pay_r()
    _streams = sys.stdout, sys.stderr
    console.redirect(_interactive())
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
        sys.stdout, sys.stderr = _streams


def run_script(path: str | os.PathLike[str], variables: Mapping[str, Any]) -> dict[str, Any]:
    """``rkeras_py.run_script()``."""
    if not os.path.isfile(path):
        raise FileNotFoundError(f"there is no R script {os.fspath(path)}")
    with r_session():
        return dict(_call("run_script", os.fspath(path), dict(variables)) or {})


def _call(function: str, *args: Any) -> Any:
    """Call a function of R's side of the bridge."""
    from rkeras_py.bridge import pump
    from rkeras_py.bridge.functions import RFunction

    return pump.call_r(RFunction(rapi.find(function)), args, {})


def r(code: str, variables: Mapping[str, Any]) -> Any:
    """``rkeras_py.r()``."""
    with r_session():
        if variables:
            _call("set_variables", dict(variables))
        return _call("run_code", code)
