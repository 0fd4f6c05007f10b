"""Image layers that Keras 3 lacks, or that give other results than in Keras 2.

They compute what Keras 2 documents: https://keras.io/2.16/api/layers/.
"""

from __future__ import annotations

from typing import Any

import keras
from keras import ops

from rkeras_py.compat.layers.variant import saved_as_keras, variant

_register = keras.saving.register_keras_serializable("rkeras_py")


def _axes(layer: Any) -> tuple[int, int]:
    """The axes of the rows and columns of an image."""
    return (-3, -2) if layer.data_format == "channels_last" else (-2, -1)


def _images(layer: Any, inputs: Any) -> Any:
    return ops.cast(ops.convert_to_tensor(inputs), layer.compute_dtype)


@saved_as_keras
class RandomFlip(keras.layers.RandomFlip):  # type: ignore[misc]
    """Converts integers to floats first."""

    @staticmethod
    def stands_for(layer: Any) -> bool:
        """Whether it must replace a Keras layer: with one direction, both do the same."""
        return bool(layer.mode != "horizontal_and_vertical")

    def call(self, data: Any, training: bool = True) -> Any:
        images = _images(self, data)
        if not training:
            return images
        rows, columns = _axes(self)
        for direction, axis in (("horizontal", columns), ("vertical", rows)):
            if direction in self.mode:
                draws = (*ops.shape(images)[:-3], 1, 1, 1)
                flip = ops.less(keras.random.uniform(draws, seed=self.generator), 0.5)
                images = ops.where(flip, ops.flip(images, axis), images)
        return images


class _Apart:
    """Draws each direction separately; Keras 3 flips in both directions or in none."""


RandomFlipApart = variant(_Apart, RandomFlip, "RandomFlip")


class _OfFloats:
    """Converts integers to floats first; Keras 3 fails, or computes with integers."""

    def transform_images(self, images: Any, transformation: Any, training: bool = True) -> Any:
        transform = super().transform_images  # type: ignore[misc]
        return transform(_images(self, images), transformation, training)


@saved_as_keras
class RandomBrightness(_OfFloats, keras.layers.RandomBrightness):  # type: ignore[misc]
    """Adds the same number to all pixels of an image."""

    def get_config(self) -> dict[str, Any]:
        # Keras's own value is a tracked list, which it cannot copy
        return {**super().get_config(), "value_range": list(self.value_range)}


@_register
class RandomContrast(_OfFloats, keras.layers.RandomContrast):  # type: ignore[misc]
    """Changes the contrast by a random factor from ``1 - factor`` to ``1 + factor``.

    Keras 3 starts at 1 if ``factor`` is one number, and sorts two numbers.
    """

    def __init__(self, factor: Any, **options: Any) -> None:
        super().__init__(0.5, **options)
        self.factor = tuple(factor) if isinstance(factor, (list, tuple)) else (factor, factor)


@_register
class RandomCrop(keras.layers.RandomCrop):  # type: ignore[misc]
    """Crops a random window in training, the same one for all images of a batch.

    Otherwise, or if an image is smaller than the window, the largest central part with the window's
    aspect ratio is cropped and resized. Keras 3 leaves the image unchanged.
    """

    def call(self, data: Any, training: bool = True) -> Any:
        images = _images(self, data)
        if not training:
            return self._resized(images)
        rows, columns = (ops.shape(images)[axis] for axis in _axes(self))
        fits = (rows >= self.height) & (columns >= self.width)
        if isinstance(fits, bool):
            return self._cut(images) if fits else self._resized(images)
        return ops.cond(fits, lambda: self._cut(images), lambda: self._resized(images))

    def _cut(self, images: Any) -> Any:
        shape = list(ops.shape(images))
        start: list[Any] = [0] * len(shape)
        for axis, extent in zip(_axes(self), (self.height, self.width), strict=True):
            places = shape[axis] - extent + 1
            start[axis] = keras.random.randint((), 0, places, seed=self.generator)
            shape[axis] = extent
        return ops.slice(images, start, shape)

    def _resized(self, images: Any) -> Any:
        resized = ops.image.resize(
            images,
            (self.height, self.width),
            crop_to_aspect_ratio=True,
            data_format=self.data_format,
        )
        return ops.cast(resized, self.compute_dtype)


@saved_as_keras
class Resizing(keras.layers.Resizing):  # type: ignore[misc]
    """Always returns floats."""

    def transform_images(
        self, images: Any, transformation: Any = None, training: bool = True
    ) -> Any:
        return super().transform_images(_images(self, images), transformation, training)


class _ByTensorFlow:
    """Supports all of TensorFlow's interpolation methods."""

    def transform_images(
        self: Any, images: Any, transformation: Any = None, training: bool = True
    ) -> Any:
        images = _images(self, images)
        first = self.data_format == "channels_first"
        images = ops.moveaxis(images, -3, -1) if first else images
        if self.crop_to_aspect_ratio:
            images = _middle(images, self.height, self.width)
        resized = resize(images, (self.height, self.width), self.interpolation)
        return ops.moveaxis(resized, -1, -3) if first else resized


ResizingByTensorFlow = variant(_ByTensorFlow, keras.layers.Resizing, "Resizing")


def _middle(images: Any, height: int, width: int) -> Any:
    """The largest central part with this aspect ratio, of images with channels last."""
    shape = list(ops.shape(images))
    start: list[Any] = [0] * len(shape)
    rows, columns = shape[-3], shape[-2]
    shape[-3] = ops.minimum(rows, columns * height // width)
    shape[-2] = ops.minimum(columns, rows * width // height)
    start[-3], start[-2] = (rows - shape[-3]) // 2, (columns - shape[-2]) // 2
    return ops.slice(images, start, shape)


def resize(images: Any, size: Any, interpolation: str) -> Any:
    """TensorFlow's resizing, whose size may be a tensor; Keras 3 needs a static size."""
    import tensorflow as tf

    return ops.cast(tf.image.resize(images, size, interpolation), images.dtype)


class _RandomExtent(keras.layers.Layer):  # type: ignore[misc]
    """Stretches all images of a batch along one axis in training.

    The new extent is the old one times a number from ``1 + lower`` to ``1 + upper``, truncated to
    an integer; ``factor`` is both numbers, or ``upper`` with ``lower = -upper``.
    """

    axis: int

    def __init__(
        self, factor: Any, interpolation: str = "bilinear", seed: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.factor, self.interpolation, self.seed = factor, interpolation, seed
        pair = isinstance(factor, (list, tuple))
        self.lower, self.upper = factor if pair else (-abs(factor), abs(factor))
        self.generator = keras.random.SeedGenerator(seed)
        self.supports_jit = False  # the extent is dynamic

    def call(self, inputs: Any, training: bool = True) -> Any:
        images = _images(self, inputs)
        if not training:
            return images
        size = list(ops.shape(images)[-3:-1])
        scale = keras.random.uniform((), 1 + self.lower, 1 + self.upper, seed=self.generator)
        place = self.axis + 3
        size[place] = ops.cast(scale * ops.cast(size[place], scale.dtype), "int32")
        return resize(images, size, self.interpolation)

    def compute_output_shape(self, input_shape: Any) -> tuple[int | None, ...]:
        shape = list(input_shape)
        shape[self.axis] = None
        return tuple(shape)

    def get_config(self) -> dict[str, Any]:
        own = {"factor": self.factor, "interpolation": self.interpolation, "seed": self.seed}
        return {**super().get_config(), **own}


@_register
class RandomHeight(_RandomExtent):
    """Changes the height of images randomly."""

    axis = -3


@_register
class RandomWidth(_RandomExtent):
    """Changes the width of images randomly."""

    axis = -2
