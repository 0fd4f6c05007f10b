"""Environment variables, as they are now."""

from __future__ import annotations

import ctypes
import os

#: They say where another Python lies, or what a Python rejects. Empty, they count as not set.
_OF_OTHER_PYTHONS = (
    "PYTHONHOME", "PYTHONPLATLIBDIR", "PYTHONEXECUTABLE", "PYTHONIOENCODING", "PYTHONUTF8",
)  # fmt: skip


def variable(name: str) -> str:
    """The value of a variable; an empty text where there is none.

    R's Sys.setenv() changes C's variables, of which os.environ is a copy from the beginning.
    """
    getenv = ctypes.CDLL(None).getenv
    getenv.restype = ctypes.c_char_p
    return os.fsdecode(getenv(os.fsencode(name)) or b"")


def for_this_python(command: list[str]) -> list[str]:
    """A command that runs this Python; variables which the Python inside R ignores are hidden.

    The others are those of the process, as R sees them.
    """
    return ["env", *(f"{name}=" for name in _OF_OTHER_PYTHONS), *command]
