from __future__ import annotations

import pytest

from rkeras_py.registry import define


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, define.Function]:
    """An empty registry, into which a test exports functions of its own."""
    mine: dict[str, define.Function] = {}
    monkeypatch.setattr(define, "REGISTRY", mine)
    return mine
