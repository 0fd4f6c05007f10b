"""Scenarios in which something goes wrong, each in both hosts."""

from __future__ import annotations

from pathlib import Path

import pytest
import r_process
from r_process import HOSTS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = r_process.missing_r()
    if reason is not None:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> str:
    """Who runs whom: `Rscript` starts Python, `rkeras run` starts R."""
    name: str = request.param
    return name
