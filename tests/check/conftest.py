from __future__ import annotations

from pathlib import Path

import pytest
import r_process


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that read R code need R."""
    why = r_process.missing_r()
    if why is None:
        return
    without_r = {"test_documents.py", "test_known.py", "test_report.py"}
    for item in items:
        path = Path(item.path)
        if path.parent == Path(__file__).parent and path.name not in without_r:
            item.add_marker(pytest.mark.skip(reason=why))
