"""Python arrays that R does not convert."""

from __future__ import annotations

from typing import Any

import numpy as np


class KerasArray(np.ndarray[Any, Any]):
    """A NumPy array that R references with a handle, in Python's element order."""
