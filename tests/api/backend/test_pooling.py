"""Pooling against windows taken one by one."""

from __future__ import annotations

import numpy as np
import pytest
from backend_calls import in_a_model, k, numbers
from formulas import pooled

RNG = np.random.default_rng(1)


@pytest.mark.parametrize(
    ("shape", "size", "strides"),
    [
        ((2, 5, 6, 3), (2, 2), (1, 1)),
        ((2, 5, 6, 3), (2, 3), (2, 3)),
        ((1, 4, 5, 3, 2), (2, 2, 2), (1, 1, 1)),
        ((1, 4, 5, 3, 2), (2, 3, 2), (2, 2, 1)),
    ],
)
@pytest.mark.parametrize("mode", ["valid", "same"])
@pytest.mark.parametrize(("pool_mode", "function"), [("max", np.nanmax), ("avg", np.nanmean)])
def test_pooling(shape, size, strides, mode, pool_mode, function):
    name = f"pool{len(size)}d"
    x = RNG.normal(size=shape)
    wanted = pooled(function, x, size, strides, mode)
    result = numbers(k(name, x, list(size), list(strides), mode, pool_mode=pool_mode))
    np.testing.assert_allclose(result, wanted, rtol=1e-5, atol=1e-6)
    turned = np.moveaxis(x, -1, 1)
    result = numbers(k(name, turned, size, strides, mode, "channels_first", pool_mode))
    np.testing.assert_allclose(result, np.moveaxis(wanted, -1, 1), rtol=1e-5, atol=1e-6)


def test_the_stride_is_1_by_default():
    x = np.arange(9.0).reshape(1, 3, 3, 1)
    assert numbers(k("pool2d", x, 2))[0, :, :, 0].tolist() == [[4, 5], [7, 8]]
    assert in_a_model("pool2d", x, 2)[0, :, :, 0].tolist() == [[4, 5], [7, 8]]
    cube = np.arange(8).reshape(1, 2, 2, 2, 1)  # whole numbers
    assert numbers(k("pool3d", cube, 2, pool_mode="avg")).tolist() == [[[[[3.5]]]]]
