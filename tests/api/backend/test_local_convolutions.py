"""Convolutions with kernels of their own, against products of each window."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from backend_calls import in_a_model, k, numbers

from rkeras_py.convert.rule import ArgumentError

RNG = np.random.default_rng(5)


def channels_first(x):
    return np.moveaxis(x, -1, 1)


def test_local_convolutions_have_a_kernel_for_each_place():
    x, w = RNG.normal(size=(2, 7, 3)), RNG.normal(size=(3, 9, 4))
    wanted = np.stack([x[:, 2 * p : 2 * p + 3].reshape(2, -1) @ w[p] for p in range(3)], axis=1)
    np.testing.assert_allclose(numbers(k("local_conv1d", x, w, 3, 2)), wanted, 1e-4, 1e-5)
    np.testing.assert_allclose(in_a_model("local_conv1d", x, w, 3, 2), wanted, 1e-4, 1e-5)
    turned = channels_first(x)
    wanted = np.stack(
        [turned[:, :, 2 * p : 2 * p + 3].reshape(2, -1) @ w[p] for p in range(3)], axis=2
    )
    result = numbers(k("local_conv1d", turned, w, [3], [2], "channels_first"))
    np.testing.assert_allclose(result, wanted, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("first", [False, True])
def test_local_convolutions_of_images(first):
    x, w = RNG.normal(size=(2, 5, 4, 3)), RNG.normal(size=(6, 12, 2))
    x = channels_first(x) if first else x
    wanted = np.zeros((2, 2, 3, 2))
    for row, column in itertools.product(range(2), range(3)):
        rows, columns = slice(2 * row, 2 * row + 2), slice(column, column + 2)
        window = x[:, :, rows, columns] if first else x[:, rows, columns]
        wanted[:, row, column] = window.reshape(2, -1) @ w[row * 3 + column]
    form = "channels_first" if first else "channels_last"
    result = numbers(k("local_conv2d", x, w, [2, 2], [2, 1], [2, 3], form))
    np.testing.assert_allclose(
        result, channels_first(wanted) if first else wanted, rtol=1e-4, atol=1e-5
    )


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        (
            "local_conv1d",
            (np.ones((1, 4, 2)), np.ones((3, 5, 1)), 2, 1),
            "`kernel` must be of shape (3, 4, filters), not (3, 5, 1).",
        ),
        (
            "local_conv1d",
            (np.ones((1, 4, 2)), np.ones((4, 4, 1)), 2, 1),
            "`inputs` has the extent 4, too small for 4 windows of 2 at a distance of 1.",
        ),
    ],
)
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
