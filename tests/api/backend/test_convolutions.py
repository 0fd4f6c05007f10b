"""Convolutions against sums written out."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from backend_calls import in_a_model, k, numbers
from formulas import convolution, depthwise

from rkeras_py.convert.rule import ArgumentError

RNG = np.random.default_rng(0)


def channels_first(x):
    return np.moveaxis(x, -1, 1)


CASES = [
    ("conv1d", (2, 7, 3), (3, 3, 4), (1,), "valid", None),
    ("conv1d", (2, 7, 3), (3, 3, 4), (2,), "same", None),
    ("conv1d", (2, 7, 3), (2, 3, 4), (1,), "same", (2,)),
    ("conv2d", (2, 5, 6, 2), (3, 2, 2, 3), (1, 1), "valid", None),
    ("conv2d", (2, 5, 6, 2), (3, 2, 2, 3), (2, 1), "same", None),
    ("conv2d", (2, 7, 6, 2), (3, 2, 2, 3), (1, 1), "valid", (2, 3)),
    ("conv3d", (1, 4, 3, 5, 2), (2, 2, 3, 2, 2), (1, 1, 2), "valid", None),
    ("conv3d", (1, 4, 3, 5, 2), (2, 2, 3, 2, 2), (2, 2, 2), "same", None),
]


@pytest.mark.parametrize(("name", "shape", "kernel", "strides", "mode", "dilation"), CASES)
def test_convolutions(name, shape, kernel, strides, mode, dilation):
    x, w = RNG.normal(size=shape), RNG.normal(size=kernel)
    wanted = convolution(x, w, strides, dilation or 1, mode)
    options = {"strides": list(map(float, strides)), "padding": mode}
    if dilation:
        options["dilation_rate"] = list(dilation)
    for result in (k(name, x, w, **options), in_a_model(name, x, w, **options)):
        np.testing.assert_allclose(numbers(result), wanted, rtol=1e-4, atol=1e-5)
    first = k(name, channels_first(x), w, **options, data_format="channels_first")
    np.testing.assert_allclose(numbers(first), channels_first(wanted), rtol=1e-4, atol=1e-5)


def test_a_causal_convolution_looks_back_only():
    x, w = RNG.normal(size=(1, 6, 2)), RNG.normal(size=(3, 2, 2))
    wanted = convolution(np.pad(x, ((0, 0), (4, 0), (0, 0))), w, dilation=2)
    result = numbers(k("conv1d", x, w, padding="causal", dilation_rate=2.0))
    np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-5)
    first = k("conv1d", channels_first(x), w, 1, "causal", "channels_first", 2)
    np.testing.assert_allclose(numbers(first), channels_first(wanted), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("strides", "mode"), [((1, 1), "valid"), ((2, 2), "same")])
def test_depthwise_and_separable(strides, mode):
    x, w = RNG.normal(size=(2, 5, 6, 3)), RNG.normal(size=(2, 3, 3, 2))
    across = RNG.normal(size=(1, 1, 6, 4))
    wanted = depthwise(x, w, strides, padding=mode)
    result = numbers(k("depthwise_conv2d", x, w, strides, mode))
    np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-5)
    first = k("depthwise_conv2d", channels_first(x), w, strides, mode, "channels_first")
    np.testing.assert_allclose(numbers(first), channels_first(wanted), rtol=1e-4, atol=1e-5)
    result = numbers(k("separable_conv2d", x, w, across, strides, mode))
    np.testing.assert_allclose(result, wanted @ across[0, 0], rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(
        in_a_model("separable_conv2d", x, w, across, strides, mode), result, rtol=1e-5, atol=1e-6
    )


def scattered(x, kernel, output_shape, strides, mode):
    """What each element of ``x`` adds to the output, by the kernel (..., filters, channels)."""
    rank = x.ndim - 2
    full = [(n - 1) * s + w for n, s, w in zip(x.shape[1:], strides, kernel.shape, strict=False)]
    inner = output_shape[1:-1]
    result = np.zeros((x.shape[0], *map(max, full, inner), output_shape[-1]))
    for place in itertools.product(*map(range, x.shape[1:-1])):
        for offset in itertools.product(*map(range, kernel.shape[:rank])):
            target = tuple(p * s + o for p, s, o in zip(place, strides, offset, strict=True))
            result[(slice(None), *target)] += x[(slice(None), *place)] @ kernel[offset].T
    before = [
        max((n - 1) * s + w - out, 0) // 2 if mode == "same" else 0
        for n, s, w, out in zip(x.shape[1:], strides, kernel.shape, inner, strict=False)
    ]
    cut = tuple(slice(b, b + out) for b, out in zip(before, inner, strict=True))
    return result[(slice(None), *cut)]


@pytest.mark.parametrize(
    ("shape", "kernel", "output", "strides", "mode"),
    [
        ((2, 3, 2, 3), (2, 3, 4, 3), (2, 4, 4, 4), (1, 1), "valid"),
        ((2, 3, 2, 3), (2, 3, 4, 3), (2, 6, 5, 4), (2, 2), "valid"),
        ((2, 3, 2, 3), (2, 3, 4, 3), (2, 7, 6, 4), (2, 2), "valid"),
        ((2, 3, 2, 3), (3, 3, 4, 3), (2, 5, 4, 4), (2, 2), "same"),
        ((2, 3, 2, 3), (3, 3, 4, 3), (2, 6, 4, 4), (2, 2), "same"),
        ((1, 2, 3, 2, 2), (2, 2, 2, 3, 2), (1, 3, 4, 3, 3), (1, 1, 1), "valid"),
        ((1, 2, 3, 2, 2), (2, 2, 2, 3, 2), (1, 4, 6, 4, 3), (2, 2, 2), "same"),
    ],
)
def test_transposed_convolutions(shape, kernel, output, strides, mode):
    name = f"conv{len(shape) - 2}d_transpose"
    x, w = RNG.normal(size=shape), RNG.normal(size=kernel)
    wanted = scattered(x, w, output, strides, mode)
    result = numbers(k(name, x, w, list(map(float, output)), strides, mode))
    np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(
        in_a_model(name, x, w, [None, *output[1:]], strides, mode), wanted, rtol=1e-4, atol=1e-5
    )
    turned = [output[0], output[-1], *output[1:-1]]
    first = k(name, channels_first(x), w, turned, strides, mode, "channels_first")
    np.testing.assert_allclose(numbers(first), channels_first(wanted), rtol=1e-4, atol=1e-5)


def test_bias():
    x = RNG.normal(size=(2, 3, 4))
    bias = np.array([1.0, 2, 3, 4])
    close = {"rtol": 1e-5, "atol": 1e-6}
    np.testing.assert_allclose(numbers(k("bias_add", x, bias)), x + bias, **close)
    np.testing.assert_allclose(numbers(k("bias_add", x[0], bias)), x[0] + bias, **close)
    first = numbers(k("bias_add", x, bias[:3], "channels_first"))
    np.testing.assert_allclose(first, x + bias[:3, None], **close)
    each = RNG.normal(size=(3, 4))
    np.testing.assert_allclose(numbers(k("bias_add", x, each)), x + each, **close)


def test_the_data_format_is_that_of_the_settings():
    x, w = RNG.normal(size=(1, 4, 5, 2)), RNG.normal(size=(2, 2, 2, 3))
    k("set_image_data_format", "channels_first")
    try:
        assert k("image_data_format") == "channels_first"
        result = numbers(k("conv2d", channels_first(x), w))
    finally:
        k("set_image_data_format", "channels_last")
    assert k("image_data_format") == "channels_last"
    np.testing.assert_allclose(result, channels_first(convolution(x, w)), 1e-4, 1e-5)


ONE = np.ones((1, 3, 3, 1))


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("conv2d", (np.ones((3, 3)), ONE), "`x` must have 4 axes, not 2."),
        ("conv2d", (ONE, np.ones((2, 2))), "`kernel` must have 4 axes, not 2."),
        (
            "conv2d",
            (ONE, ONE, 1, "full"),
            '`padding` must be one of "valid", "same", not the string "full".',
        ),
        (
            "conv2d_transpose",
            (ONE, np.ones((2, 2, 1, 1)), [1, 9, 4, 1]),
            ("`output_shape` has the extent 9, which a convolution would turn into 8, "
            "not 3 as `x` has."),
        ),
        (
            "conv2d_transpose",
            (ONE, np.ones((2, 2, 1, 1)), [4, 4]),
            "`output_shape` must be 4 whole numbers; the first may be NULL.",
        ),
        ("bias_add", (ONE, np.ones((3, 3))), ("`bias` must have 1 axis or one less than `x`, 3, "
         "not 2.")),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
