"""Stack size: room for nested calls between R and Python.

One R function calling Python calling R takes about 40 KB of C stack: the usual 8 MB end after
two hundred. Linux lets the main thread's stack grow as far as the limit of the moment, and keeps
128 MB free below it.
"""

from __future__ import annotations

import resource
import sys

from rkeras_py.bridge import rapi

SIZE = 48 * 1024 * 1024
PYTHON_DEPTH = 6000  # Python's frames; a thread's own 8 MB hold as many


def deepen() -> None:
    """Raise the limits of the main thread's stack: the system's, R's and Python's."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), PYTHON_DEPTH))
    if not sys.platform.startswith("linux"):
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    size = SIZE if hard == resource.RLIM_INFINITY else min(SIZE, hard)
    if soft == resource.RLIM_INFINITY or soft >= size:
        return
    resource.setrlimit(resource.RLIMIT_STACK, (size, hard))
    limit = int(rapi.ffi.cast("uintptr_t", rapi.lib.R_CStackLimit))
    if 0 < limit < size:  # R runs already and has taken the old limit
        rapi.lib.R_CStackLimit = rapi.ffi.cast("uintptr_t", int(size * 0.95))
