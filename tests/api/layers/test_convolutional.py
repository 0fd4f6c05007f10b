"""Convolutions against SciPy's correlation, and against loops."""

from __future__ import annotations

import numpy as np
import pytest
from formulas import convolution, numbers
from scipy import signal

from rkeras_py.api.layers.convolutional import layer_conv_1d, layer_conv_2d, layer_conv_3d
from rkeras_py.convert.rule import ArgumentError

CONVOLUTIONS = {1: layer_conv_1d, 2: layer_conv_2d, 3: layer_conv_3d}


@pytest.mark.parametrize("rank", [1, 2, 3])
def test_convolution_is_scipys_correlation(rank: int) -> None:
    x, kernel, bias = numbers(2, *(6, 5, 4)[:rank], 3), numbers(*(3, 2, 2)[:rank], 3, 4), numbers(4)
    layer = CONVOLUTIONS[rank](
        filters=4, kernel_size=(3, 2, 2)[:rank], activation="relu", weights=[kernel, bias]
    )
    expected = np.stack(
        [
            [
                sum(signal.correlate(one[..., c], kernel[..., c, f], "valid") for c in range(3))
                for f in range(4)
            ]
            for one in x
        ]
    )
    expected = np.maximum(np.moveaxis(expected, 1, -1) + bias, 0)
    assert layer(x).numpy() == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize(
    ("strides", "dilation", "padding"),
    [((2, 1, 3), 1, "valid"), (1, (2, 1, 1), "valid"), (2, 1, "same"), (1, 2, "same")],
)
def test_conv_3d_strides_dilation_and_padding(
    strides: int | tuple[int, ...], dilation: int | tuple[int, ...], padding: str
) -> None:
    x, kernel = numbers(1, 6, 5, 7, 2), numbers(2, 2, 3, 2, 3)
    layer = layer_conv_3d(
        filters=3,
        kernel_size=(2, 2, 3),
        strides=strides,
        dilation_rate=dilation,
        padding=padding,
        use_bias=False,
        weights=[kernel],
    )
    expected = convolution(x, kernel, strides, dilation, padding)
    assert layer(x).numpy() == pytest.approx(expected, abs=1e-5)


def test_conv_3d_groups_and_channels_first() -> None:
    x, kernel = numbers(2, 3, 3, 3, 4), numbers(2, 2, 2, 2, 6)
    layer = layer_conv_3d(filters=6, kernel_size=2, groups=2, use_bias=False, weights=[kernel])
    halves = [
        convolution(x[..., :2], kernel[..., :3]),
        convolution(x[..., 2:], kernel[..., 3:]),
    ]
    assert layer(x).numpy() == pytest.approx(np.concatenate(halves, axis=-1), abs=1e-5)
    first = layer_conv_3d(
        filters=2, kernel_size=2, data_format="channels_first", weights=[kernel[..., :2], [0, 0]]
    )
    expected = np.moveaxis(convolution(x[..., :2], kernel[..., :2]), -1, 1)
    moved = np.moveaxis(x[..., :2], -1, 1)
    assert first(moved).numpy() == pytest.approx(expected, abs=1e-5)


def test_sizes_are_checked() -> None:
    with pytest.raises(ArgumentError, match=r"`kernel_size` must be .* or 3 of them, not c\(3, 3"):
        layer_conv_3d(filters=1, kernel_size=[3, 3])
