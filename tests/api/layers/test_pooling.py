"""Pooling in windows, against loops."""

from __future__ import annotations

import numpy as np
import pytest
from formulas import numbers, pooled

from rkeras_py.api.layers import pooling as api

MAX = {1: api.layer_max_pooling_1d, 2: api.layer_max_pooling_2d, 3: api.layer_max_pooling_3d}
AVERAGE = {
    1: api.layer_average_pooling_1d,
    2: api.layer_average_pooling_2d,
    3: api.layer_average_pooling_3d,
}


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize(
    ("size", "strides", "padding"), [(2, None, "valid"), (3, 2, "same"), (3, 1, "valid")]
)
def test_windows(rank: int, size: int, strides: int | None, padding: str) -> None:
    x = numbers(2, *(7, 6, 5)[:rank], 2)
    for layer, summary in ((MAX[rank], np.nanmax), (AVERAGE[rank], np.nanmean)):
        expected = pooled(summary, x, size, strides or size, padding)
        found = layer(pool_size=size, strides=strides, padding=padding)(x).numpy()
        assert found == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("rank", [1, 2, 3])
def test_defaults_and_channels_first(rank: int) -> None:
    x = numbers(1, 4, *(4,) * rank)
    moved = np.moveaxis(x, 1, -1)
    for layer, summary in ((MAX[rank], np.nanmax), (AVERAGE[rank], np.nanmean)):
        expected = np.moveaxis(pooled(summary, moved, 2, 2, "valid"), -1, 1)
        assert layer(data_format="channels_first")(x).numpy() == pytest.approx(expected, abs=1e-6)
