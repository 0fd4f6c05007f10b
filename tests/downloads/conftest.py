"""Fixtures of the tests of downloads."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache with a file of somebody else's in it, and an empty folder that nothing may change."""
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "mine.txt").write_bytes(b"mine")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_bytes(b"secret")
    return cache
