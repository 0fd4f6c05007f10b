"""Arrays of Python that R keeps as they are."""

from __future__ import annotations

from typing import Any

import numpy as np


class KerasArray(np.ndarray[Any, Any]):
    """A NumPy array that R holds by a handle, in Python's order."""
