"""What the tests of the API share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rkeras_py.convert import terms


@pytest.fixture(autouse=True)
def _for_r() -> Iterator[None]:
    """Messages as they are written, which is as R's users read them.

    What Python's users read is tested in ``tests/convert/test_terms.py``.
    """
    with terms.of_r():
        yield
