"""Stack size: room for nested calls between R and Python.

One round of R calling Python calling R takes about 40 KB of C stack, so the usual 8 MB are
exhausted after two hundred. On Linux, the main thread's stack can grow up to the current limit, and
128 MB below it are kept free.
"""

from __future__ import annotations

import resource
import sys

from rkeras_py.bridge import rapi

SIZE = 48 * 1024 * 1024
PYTHON_DEPTH = 6000  # Python frames; the 8 MB stack of a thread can hold this many


def deepen() -> None:
    """Raise the stack limits of the main thread: those of the system, R and Python."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), PYTHON_DEPTH))
    if not sys.platform.startswith("linux"):
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    size = SIZE if hard == resource.RLIM_INFINITY else min(SIZE, hard)
    if soft == resource.RLIM_INFINITY or soft >= size:
        return
    resource.setrlimit(resource.RLIMIT_STACK, (size, hard))
    limit = int(rapi.ffi.cast("uintptr_t", rapi.lib.R_CStackLimit))
    if 0 < limit < size:  # R is already running and uses the old limit
        rapi.lib.R_CStackLimit = rapi.ffi.cast("uintptr_t", int(size * 0.95))
