"""Images of Pillow and arrays, as arguments."""

from __future__ import annotations

import numpy as np
import pytest
from keras import ops
from PIL import Image

from rkeras_py.convert.images import AreaRule, ImageRule, PixelsRule, is_image
from rkeras_py.convert.rule import ArgumentError, Mismatch

PICTURE = Image.new("RGB", (3, 2))


def test_images_of_pillow() -> None:
    assert is_image(PICTURE) and is_image(PICTURE.convert("L"))
    assert not is_image(np.zeros((2, 3))) and not is_image("é.png") and not is_image(None)
    assert ImageRule(2).accept(PICTURE) is PICTURE


@pytest.mark.parametrize(
    ("ranks", "shape"), [((2, 3), (4, 5)), ((2, 3), (4, 5, 1)), ((3,), (1, 1, 1))]
)
def test_arrays_of_these_ranks(ranks, shape) -> None:
    assert ImageRule(*ranks).accept(np.ones(shape)).shape == shape


@pytest.mark.parametrize("value", [np.ones(3), np.ones((1, 2, 3, 4)), "x", None, 3.0, [["a"]]])
def test_what_is_no_image(value) -> None:
    with pytest.raises(Mismatch):
        ImageRule(2, 3).accept(value)
    assert ImageRule(2, 3).name.endswith("an array of 2 or 3 dimensions")


def test_pixels_are_copies() -> None:
    for dtype, kept in (("uint8", "float64"), ("float32", "float32"), ("float64", "float64")):
        pixels = np.full((2, 3, 3), 7, dtype)
        got = PixelsRule().accept(pixels)
        assert got.dtype == kept and got.flags.c_contiguous
        got[:] = 0
        assert (pixels == 7).all()


def test_tensors_of_pixels_stay_tensors() -> None:
    tensor = ops.ones((1, 2, 2, 3))
    assert PixelsRule().accept(tensor) is tensor
    with pytest.raises(Mismatch):
        PixelsRule().accept(ops.ones((2, 2)))


def test_pixels_that_are_missing() -> None:
    missing = np.ma.array(np.ones((1, 1, 3)), mask=[[[0, 0, 1]]])
    with pytest.raises(ArgumentError, match=r"\{argument\} has missing values"):
        PixelsRule().accept(missing)
    for value in (np.ones((2, 2)), "é", None):
        with pytest.raises(Mismatch):
            PixelsRule().accept(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(5.0, (5, 5)), ("5", (5, 5)), (1.5, (1, 1)), ([4, 6.0], (4, 6)), (np.array([1, 2]), (1, 2))],
)
def test_height_and_width(value, expected) -> None:
    assert AreaRule().accept(value) == expected


@pytest.mark.parametrize("value", [0, 0.5, [1, 2, 3], [], "five", None])
def test_what_is_no_height_and_width(value) -> None:
    with pytest.raises(Mismatch):
        AreaRule().accept(value)
