"""Imports on R's thread, while TensorFlow is imported in the background."""

from __future__ import annotations

import builtins
import importlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rkeras_py.bridge import importing, rapi

FINISHED = threading.Event()


@pytest.fixture(autouse=True)
def _begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The background import goes on, and this test runs on R's thread."""
    (tmp_path / "module_of_a_user.py").write_text("value = 3\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(rapi, "on_main_thread", lambda: True)
    FINISHED.clear()
    importing.wait_for(FINISHED)
    yield
    FINISHED.set()
    importing.no_longer()
    sys.modules.pop("module_of_a_user", None)


@pytest.mark.parametrize(
    "load",
    [lambda: __import__("module_of_a_user"), lambda: importlib.import_module("module_of_a_user")],
    ids=["statement", "function"],
)
def test_a_user_s_import_waits_until_the_background_import_has_finished(load) -> None:
    values: list[int] = []
    thread = threading.Thread(target=lambda: values.append(load().value), daemon=True)
    thread.start()
    thread.join(0.3)
    assert values == []
    FINISHED.set()
    thread.join(60)
    assert values == [3]


def test_the_standard_library_and_what_is_there_already_do_not_wait() -> None:
    done: list[str] = []

    def load() -> None:
        for name in ("wave", "pytest"):
            done.append(importlib.import_module(name).__name__)

    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    thread.join(60)
    assert done == ["wave", "pytest"]


def test_other_threads_do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapi, "on_main_thread", lambda: False)
    assert importlib.import_module("module_of_a_user").value == 3


def test_python_s_own_imports_are_back_afterwards() -> None:
    waiting = builtins.__import__, importlib.import_module
    importing.no_longer()
    assert builtins.__import__ is not waiting[0]
    assert importlib.import_module is not waiting[1]
    assert builtins.__import__.__module__ == "builtins"
