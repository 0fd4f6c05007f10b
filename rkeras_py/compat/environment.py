"""Variables of the environment, as they are now."""

from __future__ import annotations

import ctypes
import os


def variable(name: str) -> str:
    """The value of a variable; an empty text where there is none.

    R's Sys.setenv() changes C's variables, of which os.environ is a copy from the beginning.
    """
    getenv = ctypes.CDLL(None).getenv
    getenv.restype = ctypes.c_char_p
    return os.fsdecode(getenv(os.fsencode(name)) or b"")
