"""Python threads that call R while R's thread does not wait for a Python call.

R's thread may be running Python code or R code, or waiting at the prompt. A pending call reaches it
in the first case, R's event loop in the other cases: ``Sys.sleep()`` and the prompt run it.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import threading
from collections.abc import Callable

from rkeras_py.bridge import rapi
from rkeras_py.keras_private.tensorflow import is_replica

#: Interrupts a wait for a lock, so that Python checks for pending calls. The signal is ignored by
#: default, so it is unlikely that something else uses it.
_WAKE = signal.SIGURG

_serve: Callable[[], None] | None = None
_pipe: tuple[int, int] | None = None


def open_door(serve: Callable[[], None]) -> None:
    """Make R's thread call this function when another thread rings. Call this on R's thread."""
    global _serve, _pipe
    _serve = serve
    if _pipe is None:
        _pipe = os.pipe()
        for end in _pipe:
            os.set_blocking(end, False)
        rapi.entries.watch_requests(_pipe[0])
        if signal.getsignal(_WAKE) == signal.SIG_DFL:
            signal.signal(_WAKE, lambda *_: None)


def ring() -> None:
    """Get the attention of R's thread, whatever it is doing."""
    ctypes.pythonapi.Py_AddPendingCall(_pending_call, None)
    if _pipe is not None:
        with contextlib.suppress(BlockingIOError):  # enough rings are pending
            os.write(_pipe[1], b"!")
    if is_replica():  # of a distribution strategy: R's thread waits for it
        signal.pthread_kill(threading.main_thread().ident or 0, _WAKE)


def _answer(_: int | None) -> int:
    if _serve is not None and rapi.on_main_thread():
        with contextlib.suppress(KeyboardInterrupt):
            _serve()
    return 0


_pending_call = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(_answer)
