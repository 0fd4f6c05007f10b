"""Transposed convolutions: copies of the kernel added up, and what padding cuts off."""

from __future__ import annotations

import numpy as np
import pytest
from formulas import convolution, numbers, transposed

from rkeras_py.api.layers import transposed as api
from rkeras_py.convert.rule import ArgumentError

TRANSPOSED = {
    1: api.layer_conv_1d_transpose,
    2: api.layer_conv_2d_transpose,
    3: api.layer_conv_3d_transpose,
}


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize(("strides", "dilation"), [(1, 1), (2, 1), (3, 1), (1, 2)])
def test_each_input_spreads_a_copy_of_the_kernel(rank: int, strides: int, dilation: int) -> None:
    x, kernel, bias = numbers(2, *(3, 4, 2)[:rank], 2), numbers(*(3,) * rank, 3, 2), numbers(3)
    layer = TRANSPOSED[rank](
        filters=3, kernel_size=3, strides=strides, dilation_rate=dilation, weights=[kernel, bias]
    )
    expected = transposed(x, kernel, strides, dilation) + bias
    assert layer(x).numpy() == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("rank", [1, 2, 3])
@pytest.mark.parametrize(
    ("padding", "output_padding", "before", "extent"),
    # three inputs at stride 2 with a kernel of 3 make 7 places in all
    [
        ("valid", None, 0, 7),
        ("valid", 1, 0, 8),
        ("same", None, 0, 6),
        ("same", 0, 1, 5),
        ("same", 1, 0, 6),
    ],
)
def test_padding_cuts_the_borders(
    rank: int, padding: str, output_padding: int | None, before: int, extent: int
) -> None:
    x, kernel = numbers(1, *(3,) * rank, 1), numbers(*(3,) * rank, 1, 1)
    layer = TRANSPOSED[rank](
        filters=1,
        kernel_size=3,
        strides=2,
        padding=padding,
        output_padding=output_padding,
        use_bias=False,
        weights=[kernel],
    )
    whole = np.pad(transposed(x, kernel, 2), [(0, 0), *[(0, 1)] * rank, (0, 0)])
    cut = (slice(None), *[slice(before, before + extent)] * rank)
    assert layer(x).numpy() == pytest.approx(whole[cut], abs=1e-5)


def test_it_is_the_transpose_of_the_convolution() -> None:
    """<conv(x), y> = <x, conv_transpose(y)> for the same kernel."""
    x, kernel = numbers(1, 7, 7, 2), numbers(3, 3, 2, 3)
    forward = convolution(x, kernel, 2)
    y = numbers(*forward.shape)
    layer = api.layer_conv_2d_transpose(
        filters=2, kernel_size=3, strides=2, use_bias=False, weights=[kernel]
    )
    assert (x * layer(y).numpy()).sum() == pytest.approx((forward * y).sum(), abs=1e-4)


def test_output_padding_may_be_zero_but_not_less() -> None:
    with pytest.raises(ArgumentError, match=r"`output_padding` must be a whole number of at least"):
        api.layer_conv_1d_transpose(filters=1, kernel_size=2, output_padding=-1)
