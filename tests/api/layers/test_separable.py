"""Depthwise and separable convolutions against loops over the channels."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import convolution, depthwise, numbers

from rkeras_py.api.layers.separable import (
    layer_depthwise_conv_1d,
    layer_depthwise_conv_2d,
    layer_separable_conv_1d,
    layer_separable_conv_2d,
)

DEPTHWISE = {1: layer_depthwise_conv_1d, 2: layer_depthwise_conv_2d}
SEPARABLE = {1: layer_separable_conv_1d, 2: layer_separable_conv_2d}


@pytest.mark.parametrize("rank", [1, 2])
@pytest.mark.parametrize(
    ("strides", "dilation", "padding"),
    [(1, 1, "valid"), (2, 1, "valid"), (2, 1, "same"), (1, 2, "valid"), (1, 2, "same")],
)
def test_channels_apart(rank: int, strides: int, dilation: int, padding: str) -> None:
    x, kernel = numbers(2, *(8, 7)[:rank], 3), numbers(*(3, 2)[:rank], 3, 2)
    bias, pointwise = numbers(6), numbers(*(1,) * rank, 6, 4)
    options = {
        "kernel_size": (3, 2)[:rank],
        "strides": strides,
        "dilation_rate": dilation,
        "padding": padding,
        "depth_multiplier": 2,
    }
    apart = depthwise(x, kernel, strides, dilation, padding)
    layer = DEPTHWISE[rank](**options, weights=[kernel, bias], activation="relu")
    assert layer(x).numpy() == pytest.approx(np.maximum(apart + bias, 0), abs=1e-5)
    layer = SEPARABLE[rank](**options, filters=4, weights=[kernel, pointwise, bias[:4]])
    expected = convolution(apart, pointwise) + bias[:4]
    assert layer(x).numpy() == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
def test_causal_separable_convolution_looks_back_only(data_format: str) -> None:
    x, kernel, pointwise = numbers(2, 6, 3), numbers(3, 3, 1), numbers(1, 3, 2)
    layer = layer_separable_conv_1d(
        filters=2,
        kernel_size=3,
        dilation_rate=2,
        padding="causal",
        data_format=data_format,
        use_bias=False,
        weights=[kernel, pointwise],
    )
    # the output at t has the inputs at t - 4, t - 2 and t
    expected = np.zeros((2, 6, 2))
    for t in range(6):
        for j in range(3):
            if t - 4 + 2 * j >= 0:
                expected[:, t] += (x[:, t - 4 + 2 * j] * kernel[j, :, 0]) @ pointwise[0]
    if data_format == "channels_first":
        x, expected = np.swapaxes(x, 1, 2), np.swapaxes(expected, 1, 2)
    assert layer(x).numpy() == pytest.approx(expected, abs=1e-5)
    assert layer.compute_output_shape(x.shape) == expected.shape
    assert layer.get_config()["padding"] == "causal" and type(layer).__name__ == "SeparableConv1D"
    again = keras.layers.deserialize(keras.layers.serialize(layer))
    again.set_weights(layer.get_weights())
    assert again(x).numpy() == pytest.approx(expected, abs=1e-5)
