"""Python threads that call R while R's thread waits for no call of Python's.

R's thread may then run Python code, or R's, or wait at the prompt. A pending call finds it
in the first case, R's event loop in the others: ``Sys.sleep()`` and the prompt turn it.
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

#: Ends a wait for a lock, during which Python then looks for pending calls. By default it is
#: ignored, so that nothing else has a use for it.
_WAKE = signal.SIGURG

_serve: Callable[[], None] | None = None
_pipe: tuple[int, int] | None = None


def open_door(serve: Callable[[], None]) -> None:
    """Have R's thread call this function when another one rings; called on R's thread."""
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
    """Call R's thread, wherever it is."""
    ctypes.pythonapi.Py_AddPendingCall(_pending_call, None)
    if _pipe is not None:
        with contextlib.suppress(BlockingIOError):  # it has been rung often enough
            os.write(_pipe[1], b"!")
    if is_replica():  # of a distribution strategy, for which R's thread waits
        signal.pthread_kill(threading.main_thread().ident or 0, _WAKE)


def _answer(_: int | None) -> int:
    if _serve is not None and rapi.on_main_thread():
        with contextlib.suppress(KeyboardInterrupt):
            _serve()
    return 0


_pending_call = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(_answer)
