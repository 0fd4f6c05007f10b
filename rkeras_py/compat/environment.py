"""The current environment variables."""

from __future__ import annotations

import ctypes
import os

#: Variables that refer to another Python. Empty variables count as not set.
_OF_OTHER_PYTHONS = (
    "PYTHONHOME", "PYTHONPLATLIBDIR", "PYTHONEXECUTABLE", "PYTHONIOENCODING", "PYTHONUTF8",
)  # fmt: skip


def variable(name: str) -> str:
    """The value of a variable; an empty string if it is not set.

    R's Sys.setenv() changes C's environment; os.environ is a copy from the start of Python.
    """
    getenv = ctypes.CDLL(None).getenv
    getenv.restype = ctypes.c_char_p
    return os.fsdecode(getenv(os.fsencode(name)) or b"")


def for_this_python(command: list[str]) -> list[str]:
    """A command that runs this Python without the variables that the Python inside R ignores.

    The other variables are those of the process, as R sees them.
    """
    return ["env", *(f"{name}=" for name in _OF_OTHER_PYTHONS), *command]
