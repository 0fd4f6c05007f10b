"""Padding and resizing against NumPy."""

from __future__ import annotations

import numpy as np
import pytest
from backend_calls import in_a_model, k, numbers

from rkeras_py.convert.rule import ArgumentError

STEPS = np.arange(1.0, 7).reshape(1, 3, 2)
IMAGE = np.arange(1.0, 13).reshape(1, 2, 3, 2)
VOLUME = np.arange(1.0, 25).reshape(1, 2, 3, 2, 2)


def test_sequences():
    wanted = np.pad(STEPS, ((0, 0), (1, 1), (0, 0)))
    np.testing.assert_array_equal(numbers(k("temporal_padding", STEPS)), wanted)
    wanted = np.pad(STEPS, ((0, 0), (0, 2), (0, 0)))
    np.testing.assert_array_equal(numbers(k("temporal_padding", STEPS, [0.0, 2.0])), wanted)
    np.testing.assert_array_equal(in_a_model("temporal_padding", STEPS, [0, 2]), wanted)
    three = numbers(k("temporal_padding", STEPS, 3))
    np.testing.assert_array_equal(three, np.pad(STEPS, ((0, 0), (3, 3), (0, 0))))


def test_images_and_volumes():
    np.testing.assert_array_equal(
        numbers(k("spatial_2d_padding", IMAGE)), np.pad(IMAGE, ((0, 0), (1, 1), (1, 1), (0, 0)))
    )
    np.testing.assert_array_equal(
        numbers(k("spatial_2d_padding", IMAGE, [[1.0, 0.0], [0.0, 2.0]], "channels_first")),
        np.pad(IMAGE, ((0, 0), (0, 0), (1, 0), (0, 2))),
    )
    np.testing.assert_array_equal(
        numbers(k("spatial_3d_padding", VOLUME)),
        np.pad(VOLUME, ((0, 0), (1, 1), (1, 1), (1, 1), (0, 0))),
    )
    np.testing.assert_array_equal(
        numbers(k("spatial_3d_padding", VOLUME, [[1, 0], [0, 2], [3, 1]], "channels_first")),
        np.pad(VOLUME, ((0, 0), (0, 0), (1, 0), (0, 2), (3, 1))),
    )


def test_resizing_repeats():
    wanted = np.kron(IMAGE[0, :, :, 0], np.ones((2, 3)))
    result = numbers(k("resize_images", IMAGE, 2.0, 3.0, "channels_last"))
    np.testing.assert_array_equal(result[0, :, :, 0], wanted)
    assert result.shape == (1, 4, 9, 2)
    first = numbers(k("resize_images", np.moveaxis(IMAGE, -1, 1), 2, 3, "channels_first"))
    np.testing.assert_array_equal(first, np.moveaxis(result, -1, 1))
    np.testing.assert_array_equal(in_a_model("resize_images", IMAGE, 2, 3, "channels_last"), result)
    result = numbers(k("resize_volumes", VOLUME, 2, 1, 3, "channels_last"))
    assert result.shape == (1, 4, 3, 6, 2)
    for i, j, m in np.ndindex(4, 3, 6):
        np.testing.assert_array_equal(result[0, i, j, m], VOLUME[0, i // 2, j, m // 3])
    first = numbers(k("resize_volumes", np.moveaxis(VOLUME, -1, 1), 2, 1, 3, "channels_first"))
    np.testing.assert_array_equal(first, np.moveaxis(result, -1, 1))


PAIRS = "whole numbers of at least 0, such as"


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("temporal_padding", (IMAGE,), "`x` must have 3 axes, not 4."),
        ("temporal_padding", (STEPS, [1, -1]), f"`padding` must be {PAIRS} c(1, 1), not c(1, -1)."),
        ("temporal_padding", (STEPS, [1, 2, 3]), (f"`padding` must be {PAIRS} c(1, 1), "
         "not c(1, 2, 3).")),
        ("spatial_2d_padding", (IMAGE, [[1, 1]]), (f"`padding` must be {PAIRS} "
         "list(c(1, 1), c(1, 1)), not a list of length 1.")),
        ("resize_images", (IMAGE, 0.5, 2, "channels_last"),
         "`height_factor` must be a whole number of at least 1, not 0.5."),
    ],
)  # fmt: skip
def test_errors(name, args, message):
    with pytest.raises(ArgumentError) as caught:
        k(name, *args)
    assert str(caught.value) == message
