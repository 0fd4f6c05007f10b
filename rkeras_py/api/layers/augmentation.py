"""Image layers: resizing, cropping, and random augmentation in training."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.inputs import ComposableData
from rkeras_py.convert.ranges import ContrastFactor, Pair, SignedFactor, SizeFactor, ZoomFactor
from rkeras_py.convert.scalars import Float, Int, Size
from rkeras_py.registry.families import CLASS, layer

#: All of TensorFlow's interpolation methods.
Interpolation = Annotated[
    str,
    Choice(
        "bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian",
        "mitchellcubic",
    ),
]  # fmt: skip
FillMode = Annotated[str, Choice("reflect", "wrap", "constant", "nearest")]
Sampling = Annotated[str, Choice("bilinear", "nearest")]
FlipMode = Annotated[str, Choice("horizontal_and_vertical", "horizontal", "vertical")]


@layer("augmentation.Resizing")
def layer_resizing(
    object: ComposableData | None,
    height: Size,
    width: Size,
    interpolation: Interpolation = "bilinear",
    crop_to_aspect_ratio: bool = False,
    **options: Any,
) -> Any:
    """Image resizing layer.

    Resizes images to a given height and width.

    Args:
        height: New height.
        width: New width.
        interpolation: "bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5",
            "gaussian" or "mitchellcubic".
        crop_to_aspect_ratio: Whether to crop images with another aspect ratio instead of distorting
            them.

    Returns: (batch, height, width, channels), or one image without the batch dimension.

    Example:
        array(1:16, c(1, 4, 4, 1)) %>% layer_resizing(height = 2, width = 2)
    """
    if interpolation in ("gaussian", "mitchellcubic"):
        return {CLASS: "augmentation.ResizingByTensorFlow"}
    return None


@layer("CenterCrop")
def layer_center_crop(
    object: ComposableData | None, height: Size, width: Size, **options: Any
) -> Any:
    """Center crop layer for images.

    Crops the middle of images. Images that are smaller than the result are resized.

    Args:
        height: Height of the window.
        width: Width of the window.

    Returns: (batch, height, width, channels), or one image without the batch dimension.

    Example:
        array(1:16, c(1, 4, 4, 1)) %>% layer_center_crop(height = 2, width = 2)
    """


@layer("augmentation.RandomBrightness")
def layer_random_brightness(
    object: ComposableData | None,
    factor: SignedFactor,
    value_range: Pair = (0.0, 255.0),
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Random brightness layer for image augmentation.

    Makes images brighter or darker at random during training.

    Args:
        factor: Range of the amount to add, as a fraction of the value range: two limits from -1 to
            1, or one number for both sides.
        value_range: Minimum and maximum pixel value.

    Returns: the shape of the input.

    Example:
        image <- array(runif(48, 0, 255), c(1, 4, 4, 3))
        layer_random_brightness(factor = 0.2)(image, training = TRUE)
    """


@layer("augmentation.RandomContrast")
def layer_random_contrast(
    object: ComposableData | None,
    factor: ContrastFactor,
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Random contrast layer for image augmentation.

    Computes ``(x - mean) * f + mean`` with a random ``f`` during training.

    Args:
        factor: ``c(lower, upper)`` for an ``f`` from ``1 - lower`` to ``1 + upper``, or one number
            for both.

    Returns: the shape of the input. Values are clipped to the range 0 to 255.

    Example:
        image <- array(runif(48, 0, 255), c(1, 4, 4, 3))
        layer_random_contrast(factor = 0.2)(image, training = TRUE)
    """


@layer("augmentation.RandomCrop")
def layer_random_crop(
    object: ComposableData | None,
    height: Size,
    width: Size,
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Random crop layer for image augmentation.

    Crops images at a random position during training. At other times, and for images that are
    smaller than the result, the middle part with the same proportions is cropped and resized.

    Args:
        height: Height of the window.
        width: Width of the window.

    Returns: (batch, height, width, channels), or one image without the batch dimension.

    Example:
        array(1:16, c(1, 4, 4, 1)) %>% layer_random_crop(height = 2, width = 2)
    """


@layer("augmentation.RandomFlip")
def layer_random_flip(
    object: ComposableData | None,
    mode: FlipMode = "horizontal_and_vertical",
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Random flip layer for image augmentation.

    Flips images at random during training. Each image is flipped with probability 1/2 in each
    direction.

    Args:
        mode: "horizontal" for left to right, "vertical" for top to bottom,
            "horizontal_and_vertical" for both, independently of each other.

    Returns: the shape of the input.

    Example:
        image <- array(1:4, c(1, 2, 2, 1))
        layer_random_flip(mode = "horizontal")(image, training = TRUE)
    """
    if mode == "horizontal_and_vertical":
        return {CLASS: "augmentation.RandomFlipApart"}
    return None


@layer("augmentation.RandomHeight")
def layer_random_height(
    object: ComposableData | None,
    factor: SizeFactor,
    interpolation: Interpolation = "bilinear",
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Random height layer for image augmentation.

    Changes the height of images at random during training. All images of a batch get the same
    height.

    Args:
        factor: ``c(lower, upper)`` for a height of ``1 + lower`` to ``1 + upper`` times the old
            one, or one number for both.
        interpolation: "bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5",
            "gaussian" or "mitchellcubic".

    Returns: (batch, new height, width, channels), or one image without the batch dimension.

    Example:
        image <- array(runif(48), c(1, 4, 4, 3))
        dim(layer_random_height(factor = c(0.5, 0.5))(image, training = TRUE))
    """


@layer("augmentation.RandomWidth")
def layer_random_width(
    object: ComposableData | None,
    factor: SizeFactor,
    interpolation: Interpolation = "bilinear",
    seed: Int | None = None,
    **options: Any,
) -> Any:
    """Random width layer for image augmentation.

    Changes the width of images at random during training. All images of a batch get the same width.

    Args:
        factor: ``c(lower, upper)`` for a width of ``1 + lower`` to ``1 + upper`` times the old one,
            or one number for both.
        interpolation: "bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5",
            "gaussian" or "mitchellcubic".

    Returns: (batch, height, new width, channels), or one image without the batch dimension.

    Example:
        image <- array(runif(48), c(1, 4, 4, 3))
        dim(layer_random_width(factor = c(0.5, 0.5))(image, training = TRUE))
    """


@layer("RandomRotation")
def layer_random_rotation(
    object: ComposableData | None,
    factor: SignedFactor,
    fill_mode: FillMode = "reflect",
    interpolation: Sampling = "bilinear",
    seed: Int | None = None,
    fill_value: Float = 0.0,
    **options: Any,
) -> Any:
    """Random rotation layer for image augmentation.

    Rotates images at random during training.

    Args:
        factor: Range of the angle, as a fraction of a full turn, counterclockwise: two limits, or
            one number for both sides.
        fill_mode: How to fill pixels outside of the image: "reflect", "wrap", "constant" or
            "nearest".
        interpolation: "bilinear" or "nearest".
        fill_value: Value of pixels outside of the image for "constant".

    Returns: the shape of the input.

    Example:
        image <- array(1:4, c(1, 2, 2, 1))
        layer_random_rotation(factor = c(0.25, 0.25))(image, training = TRUE)
    """


@layer("RandomTranslation")
def layer_random_translation(
    object: ComposableData | None,
    height_factor: SignedFactor,
    width_factor: SignedFactor,
    fill_mode: FillMode = "reflect",
    interpolation: Sampling = "bilinear",
    seed: Int | None = None,
    fill_value: Float = 0.0,
    **options: Any,
) -> Any:
    """Random translation layer for image augmentation.

    Shifts images at random during training.

    Args:
        height_factor: Range of the shift downwards, as a fraction of the height: two limits, or one
            number for both sides. Negative values shift upwards.
        width_factor: Range of the shift to the right, as a fraction of the width. Negative values
            shift to the left.
        fill_mode: How to fill pixels outside of the image: "reflect", "wrap", "constant" or
            "nearest".
        interpolation: "bilinear" or "nearest".
        fill_value: Value of pixels outside of the image for "constant".

    Returns: the shape of the input.

    Example:
        image <- array(1:4, c(1, 2, 2, 1))
        layer_random_translation(height_factor = 0.5, width_factor = 0)(image, training = TRUE)
    """


@layer("RandomZoom")
def layer_random_zoom(
    object: ComposableData | None,
    height_factor: ZoomFactor,
    width_factor: ZoomFactor | None = None,
    fill_mode: FillMode = "reflect",
    interpolation: Sampling = "bilinear",
    seed: Int | None = None,
    fill_value: Float = 0.0,
    **options: Any,
) -> Any:
    """Random zoom layer for image augmentation.

    Zooms images at random during training.

    Args:
        height_factor: Range of the vertical zoom, as a fraction of the height: two limits, or one
            number for both sides. Positive values zoom out, negative values zoom in.
        width_factor: Range of the horizontal zoom; ``NULL`` keeps the aspect ratio.
        fill_mode: How to fill pixels outside of the image: "reflect", "wrap", "constant" or
            "nearest".
        interpolation: "bilinear" or "nearest".
        fill_value: Value of pixels outside of the image for "constant".

    Returns: the shape of the input.

    Example:
        image <- array(1:16, c(1, 4, 4, 1))
        layer_random_zoom(height_factor = c(-0.5, -0.5))(image, training = TRUE)
    """
