"""Comparisons of tensors, element by element."""

from __future__ import annotations

import numpy as np
import pytest
from backend_calls import evaluated

V = np.array([-2.5, -0.3, 0.0, 0.5, 1.5, 3.0])


CASES = [
    ("equal", (V, 0.5), V == 0.5),
    ("not_equal", (V, 0.5), V != 0.5),
    ("greater", (V, 0.5), V > 0.5),
    ("greater_equal", (V, 0.5), V >= 0.5),
    ("less", (V, 0.5), V < 0.5),
    ("less_equal", (V, 0.5), V <= 0.5),
    ("maximum", (V, 0.0), [0, 0, 0, 0.5, 1.5, 3]),
    ("minimum", (V, 0.0), [-2.5, -0.3, 0, 0, 0, 0]),
]


@pytest.mark.parametrize(("name", "args", "expected"), CASES)
def test_values(name, args, expected):
    result = evaluated(name, *args)
    assert np.shape(result) == np.shape(expected)
    np.testing.assert_allclose(result, expected, rtol=2e-5, atol=1e-6)
