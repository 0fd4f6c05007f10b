"""Fixtures for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest


@pytest.fixture
def hosted() -> Iterator[Callable[..., Any]]:
    """Make another host that of this process: ``hosted(draw=function)``.

    What is given stands for attributes and methods of ``Host``; the rest is as without R.
    """
    from rkeras_py.engine import host

    before = host.current()

    def install(**members: Any) -> host.Host:
        other = host.Host()
        for name, member in members.items():
            if not hasattr(other, name):
                raise AttributeError(f"a host has no {name}")
            setattr(other, name, member)
        host.install(other)
        return other

    yield install
    host.install(before)
