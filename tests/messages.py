"""Messages in the tests of functions that R calls."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rkeras_py.convert import terms


@pytest.fixture(autouse=True)
def for_r() -> Iterator[None]:
    """Messages with R's terms, as they are written; a conftest.py that imports this has them.

    Python's terms are tested in ``tests/convert/test_terms.py``.
    """
    with terms.of_r():
        yield
