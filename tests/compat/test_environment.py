from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from rkeras_py.compat.environment import for_this_python, variable


def test_variables_as_c_has_them() -> None:
    ctypes.CDLL(None).setenv(b"RKERAS_TEST", b"set by R", 1)
    try:
        assert variable("RKERAS_TEST") == "set by R"
    finally:
        ctypes.CDLL(None).unsetenv(b"RKERAS_TEST")
    assert variable("RKERAS_TEST") == ""


def test_this_python_runs_whatever_leads_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONHOME", "PYTHONPLATLIBDIR", "PYTHONIOENCODING", "PYTHONUTF8"):
        monkeypatch.setenv(name, "nonsense")
    ctypes.CDLL(None).setenv(b"RKERAS_TEST", b"set by R", 1)
    try:
        code = "import os, sys; print(os.environ['RKERAS_TEST'], sys.prefix)"
        command = for_this_python([sys.executable, "-c", code])
        assert subprocess.check_output(command, text=True) == f"set by R {sys.prefix}\n"
    finally:
        ctypes.CDLL(None).unsetenv(b"RKERAS_TEST")
