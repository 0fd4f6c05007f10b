"""The two hosts: R that starts Python, and Python that starts R. Both end in ``attach``."""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
import tempfile
import types
from collections.abc import Callable
from typing import Any, NoReturn

from rkeras_py.bridge import (  # unused imports register functions and converters
    arithmetic,  # noqa: F401
    chunks,  # noqa: F401
    companions,  # noqa: F401
    conditions,
    console,
    control_flow,  # noqa: F401
    custom,  # noqa: F401
    data_frames,  # noqa: F401
    forks,  # noqa: F401
    gate,
    items,  # noqa: F401
    iterators,  # noqa: F401
    loading,
    matrices,  # noqa: F401
    objects,  # noqa: F401
    r6_objects,  # noqa: F401
    r_objects,
    rapi,
    reticulate_code,  # noqa: F401
    reticulate_functions,  # noqa: F401
    reticulate_help,  # noqa: F401
    reticulate_modules,  # noqa: F401
    reticulate_python,  # noqa: F401
    reticulate_repl,  # noqa: F401
    stack,
    tensor_indexing,  # noqa: F401
    tensor_methods,  # noqa: F401
    training_runs,  # noqa: F401
    users_methods,  # noqa: F401
)
from rkeras_py.bridge.r_host import RHost
from rkeras_py.convert import backends
from rkeras_py.engine import host

_attached = False
_python_hosts = False


def attach(address: int) -> None:
    """Attach to the R process that called, through the C function table of its package.

    The R package calls this when it is loaded, in both hosts.

    Raises:
        ImportError: Keras or its backend is not installed; the message says what to do.
    """
    global _attached
    _require_keras()
    rapi.connect(address)
    r_objects.set_namespace(_find_namespace())

    gate.open_gate()
    if not isinstance(host.current(), RHost):
        host.install(RHost(host.current()))
    if not _python_hosts:
        stack.deepen()
        # if a user imports rpy2, it then attaches to this R instead of starting another one
        os.environ["R_SESSION_INITIALIZED"] = f"PID={os.getpid()}:NAME=R"
        console.redirect(interactive())
        conditions.hook_warnings()
    _attached = True
    loading.begin()


def _require_keras() -> None:
    from importlib.util import find_spec

    for package in (backends.configured(), "keras"):
        if find_spec(package) is None:
            raise ImportError(
                f"the Python package {package} is not installed for {sys.executable}. "
                f"Install it with `{sys.executable} -m pip install {package}`."
            )


def _find_namespace() -> Any:
    """The R package's namespace, also while it is loading."""
    with rapi.ProtectionScope() as scope:
        name = scope.protect(rapi.lib.Rf_mkString(b"keras"))
        finder = rapi.base_function("asNamespace")
        return rapi.evaluate_at_top(scope.protect(rapi.make_call(finder, [name])))


def attached() -> bool:
    """Whether R runs in this process and the bridge is attached."""
    return _attached


def interactive() -> bool:
    return bool(rapi.lib.R_Interactive)


# --- Python as the host ----------------------------------------------------------------------


def set_environment() -> None:
    """Set the environment variables that R's front end sets before it starts R.

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
        # Not LD_LIBRARY_PATH: a child Python process would then load the libpython next to libR.
        if name.startswith("R_"):
            os.environ[name] = value
    others = [path for path in [os.environ.get("R_LIBS")] if path]
    os.environ["R_LIBS"] = os.pathsep.join([str(library), *others])
    os.environ["R_HOME"] = str(home)


def started() -> bool:
    """Whether Python has started R, which is possible only once in a process."""
    return _python_hosts


def initialize(arguments: list[str], signals: bool) -> None:
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


_keep: list[Any] = []  # objects that R has pointers to

_ADD_COMPANIONS = "function(folder) .libPaths(c(.libPaths(), folder))"


def _add_companions() -> None:
    """Make R search the folder of the companions last."""
    from rkeras_py import install

    lib = rapi.lib
    with rapi.ProtectionScope() as scope:
        text = scope.protect(lib.Rf_mkString(_ADD_COMPANIONS.encode()))
        parse = scope.protect(rapi.make_call(rapi.base_function("str2lang"), [text]))
        function = scope.protect(
            lib.Rf_eval(scope.protect(rapi.evaluate_at_top(parse)), lib.R_BaseEnv)
        )
        folder = scope.protect(
            lib.Rf_mkString(os.fsencode(install.companions(install.r_library())))
        )
        rapi.evaluate_at_top(scope.protect(rapi.make_call(function, [folder])))


def run_file(path: str, args: list[str]) -> NoReturn:
    """Run an R script in this process like Rscript, and exit with its status."""
    set_environment()
    tail = ["--args", *args] if args else []
    _become_r(["--no-echo", "--no-restore", f"--file={path}", *tail])


def _become_r(arguments: list[str]) -> NoReturn:
    """Start R and let its main loop take over: R reads the script, prints and exits as usual."""
    initialize(arguments, signals=True)
    _keep.append(sys.modules["__main__"])
    sys.modules["__main__"] = types.ModuleType("__main__")  # for the script, as in an R process
    console.redirect(interactive())
    conditions.hook_warnings()
    _pay_seed()
    _watch_end()
    main_loop = ctypes.CDLL(_libr()).run_Rmainloop
    main_loop()
    raise SystemExit(0)  # not reached: R exits


def _pay_seed() -> None:
    """Give R's generator the seed that it is to have before the script begins."""
    seed = host.current().owed_seed
    if seed is not None:
        with rapi.ProtectionScope() as scope:
            number = scope.protect(rapi.lib.Rf_ScalarInteger(seed))
            rapi.evaluate_at_top(
                scope.protect(rapi.make_call(rapi.base_function("set.seed"), [number]))
            )
        host.current().owed_seed = None


def before_success(work: Callable[[], None]) -> None:
    """Do something when the script that is to be run has ended without an error."""
    _at_success.append(work)


_at_success: list[Callable[[], None]] = []
_CLEAN_UP = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_int, ctypes.c_int)


def _watch_end() -> None:
    """Have R tell when it ends, and with which status, where that is of interest."""
    if not _at_success:
        return
    place = ctypes.c_void_p.in_dll(ctypes.CDLL(_libr()), "ptr_R_CleanUp")
    of_r = _CLEAN_UP(place.value or 0)

    def clean_up(save: int, status: int, run_last: int) -> None:
        if status == 0:
            for work in _at_success:
                with contextlib.suppress(Exception):  # R ends in any case
                    work()
        of_r(save, status, run_last)

    _keep.append(callback := _CLEAN_UP(clean_up))
    place.value = ctypes.cast(callback, ctypes.c_void_p).value


def _libr() -> str:
    for folder in (f"{os.environ['R_HOME']}/lib", "/usr/lib", "/usr/lib64"):
        for name in ("libR.so", "libR.dylib"):
            if os.path.exists(f"{folder}/{name}"):
                return f"{folder}/{name}"
    raise RuntimeError("R's shared library libR is missing: install R built with --enable-R-shlib")


_RENDER = """\
setHook(packageEvent("knitr", "onLoad"), function(...) {{
  engines <- knitr::knit_engines
  own <- engines$get("python")
  engines$set(python = function(options) {{ # loads keras for the first Python chunk
    engines$set(python = own)
    asNamespace("keras")$set_engine()
    engines$get("python")(options)
  }})
}})
local({{
  result <- rmarkdown::render({document}, output_file = {output}, output_dir = {folder},
                              quiet = TRUE, envir = globalenv())
  cat(result, "\\n", sep = "")
}})
"""


def render_file(path: str, output: str | None) -> NoReturn:
    """Render an R Markdown document, print the path of the result, and exit."""
    name, folder = "NULL", "NULL"
    if output is not None:
        name, folder = (
            _r_string(os.path.basename(output)),
            _r_string(os.path.dirname(output) or "."),
        )
    code = _RENDER.format(document=_r_string(path), output=name, folder=folder)
    set_environment()
    number, script = tempfile.mkstemp(suffix=".R")
    with open(number, "w", encoding="utf-8") as file:
        file.write(f"invisible(file.remove({_r_string(script)}))\n{code}")
    _become_r(["--no-echo", "--no-restore", f"--file={script}"])


def _r_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
