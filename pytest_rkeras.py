"""The pytest plugin of rkeras-py: tests written in R, and R in tests written in Python.

A module of its own, so that a pytest run that needs none of it does not import rkeras_py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rkeras_py.testing.session import RSession


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("r_files", "glob patterns of the testthat files to collect", "args", ["test_*.R"])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix != ".R":
        return None
    patterns = parent.config.getini("r_files")
    if not parent.session.isinitpath(file_path) and not any(
        fnmatch(file_path.name, pattern) for pattern in patterns
    ):
        return None
    from rkeras_py.testing.testthat import RFile

    return RFile.from_parent(parent, path=file_path)


def pytest_unconfigure() -> None:
    testthat = sys.modules.get("rkeras_py.testing.testthat")
    if testthat is not None:
        testthat.end()


@pytest.fixture
def r_session() -> Iterator[RSession]:
    """R in this process, called as ``r_session(code, **variables)``.

    Models, arrays and functions are Python's own objects in both directions. The variables that
    the test makes in R are gone afterwards.
    """
    from rkeras_py.testing.session import RSession

    reason = RSession.missing()
    if reason is not None:
        pytest.skip(reason)
    session = RSession()
    yield session
    session.close()
