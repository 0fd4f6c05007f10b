"""Pooling against windows taken one by one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from backend_calls import in_a_model, k, numbers

RNG = np.random.default_rng(1)


def pooled(x, size, strides, mode, function):
    """A function of each window; "same" has windows over the edges, of which only the inside
    counts."""
    extents = x.shape[1:-1]
    if mode == "same":
        counts = [-(-n // s) for n, s in zip(extents, strides, strict=True)]
        starts = [
            max((c - 1) * s + w - n, 0) // 2
            for c, s, w, n in zip(counts, strides, size, extents, strict=True)
        ]
    else:
        counts = [(n - w) // s + 1 for n, w, s in zip(extents, size, strides, strict=True)]
        starts = [0] * len(size)
    result = np.zeros((x.shape[0], *counts, x.shape[-1]))
    for place in itertools.product(*map(range, counts)):
        begins = [p * s - b for p, s, b in zip(place, strides, starts, strict=True)]
        window = tuple(slice(max(b, 0), b + w) for b, w in zip(begins, size, strict=True))
        axes = tuple(range(1, len(size) + 1))
        result[(slice(None), *place)] = function(x[(slice(None), *window)], axis=axes)
    return result


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
@pytest.mark.parametrize(("pool_mode", "function"), [("max", np.max), ("avg", np.mean)])
def test_pooling(shape, size, strides, mode, pool_mode, function):
    name = f"pool{len(size)}d"
    x = RNG.normal(size=shape)
    wanted = pooled(x, size, strides, mode, function)
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
