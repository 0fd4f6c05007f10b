"""Fixtures of files that come from others."""

from __future__ import annotations

import pytest
from messages import for_r

__all__ = ["for_r", "own_folder"]


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """A folder of the test's own to work and to be at home in, with a file that is no model's."""
    from rkeras_py.compat.files import graph_safety

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv(graph_safety.ALLOW, raising=False)
    (tmp_path / "secret.txt").write_text("one\ntwo\n")
    return tmp_path
