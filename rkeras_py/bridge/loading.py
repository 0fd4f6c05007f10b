"""Background import of Keras and its backend, and Keras's per-thread state."""

from __future__ import annotations

import ctypes
import gc
import importlib
import os
import threading
from collections.abc import Callable
from typing import Any

from rkeras_py.bridge import importing, pump
from rkeras_py.bridge.conditions import IMPORT_THREAD
from rkeras_py.bridge.quiet import (
    once_imported,
    quieten_import,
    quieten_logger,
    quieten_tensorflow,
)
from rkeras_py.bridge.tasks import inbox
from rkeras_py.compat.environment import variable
from rkeras_py.compat.generators import release_generators
from rkeras_py.convert import backends
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.state import global_state
from rkeras_py.keras_private.tensorflow import silence_deprecations

#: Variables that TensorFlow and NumPy 2 set while they are imported. R may read the environment at
#: any time, and C's setenv() may move it when a name is new; so the names are set before the thread
#: starts.
_ENVIRONMENT = {
    "ENABLE_RUNTIME_UPTIME_TELEMETRY": "1",
    "HDF5_PLUGIN_PATH": "disable",
    "OPENBLAS_MAIN_FREE": "1",
    "TF2_BEHAVIOR": "1",
    "TPU_ML_PLATFORM": "Tensorflow",
    "TPU_ML_PLATFORM_VERSION": "",
}

_finished = threading.Event()
_finished.set()
_begun = False
_thread: threading.Thread | None = None
_failure: BaseException | None = None  # error of the import, until it is reported

#: What Keras imports before it chooses its backend: meanwhile a script can name one.
_BEFORE_CHOICE = ("numpy", "h5py", "ml_dtypes", "optree", "rich.console")
_choice = threading.Lock()
_chosen = False  # whether Keras has read which backend it is to take
_used = False  # whether a call has used Keras


def begin() -> None:
    """Import Keras and its backend on a background thread."""
    global _begun, _thread
    if _begun:
        return
    _begun = True
    if backends.configured() == "tensorflow":
        quieten_tensorflow()
    else:
        quieten_import()
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    _start()


def _start() -> None:
    global _thread, _chosen
    _chosen = False
    _finished.clear()
    importing.wait_for(_finished)
    _thread = threading.Thread(target=_import, name=IMPORT_THREAD, daemon=True)
    _thread.start()


def end() -> None:
    """Stop the import and wait for it: the process is about to end.

    Loading libraries while the process shuts down others can crash.
    """
    if _finished.is_set() or _thread is None or _thread.ident is None:
        return
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(_thread.ident), ctypes.py_object(SystemExit)
    )
    _finished.wait()


def before_fork() -> None:
    """Wait until the import has ended: a child process has no thread to finish it."""
    _finished.wait(120)


def _import() -> None:
    global _failure
    try:
        from rkeras_py.compat.names.modules import stay_eager

        once_imported(stay_eager)
        once_imported(silence_deprecations)
        _choose_backend()
        # Not TensorFlow first: loading its library holds Python's lock, and R would wait.
        import keras  # noqa: F401

        from rkeras_py.compat.backend.symbolic import accept_symbolic_tensors

        accept_symbolic_tensors()
        if backends.on_tensorflow():
            quieten_logger()
        # Modules stay until the process ends. Without this, each garbage collection, such as that
        # of k_clear_session(), would search hundreds of thousands of their objects.
        gc.freeze()
    except BaseException as error:
        _failure = error
    finally:
        importing.no_longer()
        _finished.set()
        inbox.put(None)


def _choose_backend() -> None:
    global _chosen
    for name in _BEFORE_CHOICE:
        importlib.import_module(name)
    with _choice:
        named = variable("KERAS_BACKEND")
        if named:  # by R's Sys.setenv(), which Python does not see
            os.environ["KERAS_BACKEND"] = named
        _chosen = True


def choose_backend(name: str) -> None:
    """Have Keras compute with this backend; imported with another one, it is imported again.

    Raises:
        ArgumentError: a call has used Keras already.
    """
    with _choice:
        if not _chosen:
            os.environ["KERAS_BACKEND"] = name
            return
    _finished.wait()
    report_failure()
    if backends.current() == name:
        return
    if _used:
        raise ArgumentError(backends.too_late(name))
    backends.forget_keras()
    os.environ["KERAS_BACKEND"] = name
    _start()


def in_use() -> None:
    """A call needs Keras: its backend stays as it is."""
    global _used
    _used = True


def unfinished() -> bool:
    return not _finished.is_set()


def report_failure() -> None:
    """Raise the error of the import, once: later calls try to import Keras themselves.

    Raises:
        ImportError: the import failed.
    """
    global _failure
    if _failure is not None:
        failure, _failure = _failure, None
        what = f"{type(failure).__name__}: {failure}"
        raise ImportError(f"Keras could not be imported. {what}") from failure


def with_keras_state(work: Callable[[], Any]) -> Callable[[], Any]:
    """``work`` with this thread's Keras state (dtype policy, name counters, seed)."""

    def run() -> Any:
        _finished.wait()
        report_failure()
        current = global_state()
        before = dict(current)
        current.clear()
        current.update(state)
        try:
            return work()
        finally:
            release_generators()
            state.clear()
            state.update(current)
            current.clear()
            current.update(before)

    state = _keras_state()
    return run


def _keras_state() -> dict[str, Any]:
    """This thread's Keras state itself, not a copy: changes by a worker apply here, too."""
    return {} if unfinished() else global_state()


class Before:
    """A short call that waits until Keras is imported, then runs on R's thread."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._left = False
        self.depth = pump.depth()

    @property
    def finished(self) -> bool:
        return self._left or _finished.is_set()

    def finish(self) -> Any:
        report_failure()
        return self._work()

    def stop(self) -> None:
        """Nothing to stop: the work has not started, and the import continues for later calls."""
        self._left = True

    stop_anywhere = stop
