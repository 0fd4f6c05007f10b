"""Images: files in memory, and arrays."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.data import ArrayRule
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import OneOf
from rkeras_py.convert.shapes import SizesRule


def is_image(value: Any) -> bool:
    """Whether a value is a Pillow image, as returned by ``image_load()``."""
    return any(kind.__module__ == "PIL.Image" for kind in type(value).__mro__)


def has_unknown_rank(tensor: Any) -> bool:
    """Whether the number of dimensions is unknown, as for results of ``tf.py_function``."""
    return getattr(tensor.shape, "rank", 0) is None


class ImageRule(Rule):
    """An image; arrays have two or three dimensions, or ``ranks``."""

    arrays = True

    def __init__(self, *ranks: int) -> None:
        self.ranks = ranks
        each = " or ".join(map(str, ranks))
        self.name = f"an image, as returned by image_load(), or an array of {each} dimensions"

    def accept(self, value: Any) -> Any:
        if is_image(value):
            return value
        try:
            array = ArrayRule().accept(value)
        except Mismatch:
            raise Mismatch from None
        if array.ndim not in self.ranks:
            raise Mismatch
        return array


class PixelsRule(Rule):
    """Images to preprocess for a network: numbers from 0 to 255 in three channels.

    Arrays are copied, because preprocessing functions modify them.
    """

    name = "an array or a tensor of images, of 3 or 4 dimensions"
    arrays = True

    def accept(self, value: Any) -> Any:
        import numpy as np

        if is_tensor(value):
            if not has_unknown_rank(value) and len(value.shape) not in (3, 4):
                raise Mismatch
            return value
        try:
            array = ArrayRule().accept(value)
        except Mismatch:
            raise Mismatch from None
        if np.ma.isMaskedArray(array):
            raise ArgumentError("{argument} has missing values (NA).")
        if array.ndim not in (3, 4):
            raise Mismatch
        return np.array(array, array.dtype if array.dtype.kind == "f" else "float64", order="C")


class AreaRule(Rule):
    """Height and width; one number means both."""

    name = "two whole numbers of at least 1: height and width"

    def accept(self, value: Any) -> tuple[int, int]:
        try:
            size = SizesRule(2).accept(value)
        except Mismatch:
            raise Mismatch from None
        return (size, size) if isinstance(size, int) else (size[0], size[1])


Image = Annotated[Any, ImageRule(2, 3)]
Image3 = Annotated[Any, ImageRule(3)]
Images = Annotated[Any, ImageRule(3, 4)]
Pixels = Annotated[Any, PixelsRule()]
Area = Annotated["tuple[int, int]", AreaRule()]
ColorMode = Annotated[str, Choice("rgb", "rgba", "grayscale")]
Resampling = Annotated[str, Choice("nearest", "bilinear", "bicubic", "hamming", "box", "lanczos")]
Channels = Annotated[str, OneOf("channels_last", "channels_first")]
ChannelsIfAny = Annotated[str, Choice("channels_last", "channels_first")]
