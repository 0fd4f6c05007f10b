"""Systems that lack things."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from fake_r import FakeR

from rkeras_py import install


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeR:
    monkeypatch.setattr(install, "ensure_rpy2", lambda: None)
    return FakeR(tmp_path / "R", monkeypatch)


@pytest.fixture
def _no_r(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("R_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def _debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian where this is root."""
    found = shutil.which
    monkeypatch.setattr(
        shutil, "which", lambda name, path=None: "apt-get" if name == "apt-get" else found(name)
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.fixture
def _not_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name, path=None: None)
