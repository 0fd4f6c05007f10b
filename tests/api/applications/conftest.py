"""Applications are made fast where only their shapes matter."""

from __future__ import annotations

import keras
import pytest


@pytest.fixture
def shapes_only():
    """Layers know the shapes of their weights, but have none: a fourth of the time."""
    with keras.StatelessScope(initialize_variables=False):
        yield
    keras.utils.clear_session()
