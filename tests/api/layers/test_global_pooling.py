"""Pooling over all places: means and maxima of NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from formulas import numbers

from rkeras_py.api.layers import global_pooling as api

LAYERS = [
    (api.layer_global_average_pooling_1d, np.mean, 1),
    (api.layer_global_average_pooling_2d, np.mean, 2),
    (api.layer_global_average_pooling_3d, np.mean, 3),
    (api.layer_global_max_pooling_1d, np.max, 1),
    (api.layer_global_max_pooling_2d, np.max, 2),
    (api.layer_global_max_pooling_3d, np.max, 3),
]


@pytest.mark.parametrize(("layer", "summary", "rank"), LAYERS)
@pytest.mark.parametrize("keepdims", [True, False])
@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
def test_all_places(layer, summary, rank: int, keepdims: bool, data_format: str) -> None:
    x = numbers(2, 3, 4, *(2, 5)[: rank - 1])
    first = 1 if data_format == "channels_last" else 2
    expected = summary(x, axis=tuple(range(first, first + rank)), keepdims=keepdims)
    found = layer(data_format=data_format, keepdims=keepdims)(x)
    assert found.numpy() == pytest.approx(expected, abs=1e-6)
