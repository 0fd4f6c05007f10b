"""Images in files, arrays and folders."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py import files
from rkeras_py.api.data import LabelsRule
from rkeras_py.convert.choices import Choice
from rkeras_py.convert.images import (
    Area,
    Channels,
    ChannelsIfAny,
    ColorMode,
    Image,
    Image3,
    Images,
    Resampling,
    is_image,
)
from rkeras_py.convert.paths import AnyPath, File, Folder
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Count, Fraction, Size
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.strings import Strings
from rkeras_py.registry.define import export


@export
def image_load(
    path: File,
    grayscale: bool = False,
    color_mode: ColorMode = "rgb",
    target_size: Area | None = None,
    interpolation: Resampling = "nearest",
) -> Any:
    """Load an image from a file.

    The image can be converted to another colour mode and resized.

    Args:
        path: Path of the file: PNG, JPEG, BMP, GIF and others.
        grayscale: Whether to convert to grayscale, like ``color_mode = "grayscale"``.
        color_mode: Colour mode of the result: "rgb", "rgba" or "grayscale".
        target_size: Height and width to which the image is resized; ``NULL`` for no resizing.
        interpolation: Interpolation method for resizing: "nearest", "bilinear", "bicubic",
            "hamming", "box" or "lanczos".

    Returns: an image of the Python package Pillow, for ``image_to_array()``.

    Example:
        path <- tempfile(fileext = ".png")
        image_array_save(array(runif(48), c(4, 4, 3)), path)
        image_load(path, target_size = c(2, 2))
    """
    import keras
    from PIL import UnidentifiedImageError

    try:
        return keras.utils.load_img(
            path,
            color_mode="grayscale" if grayscale else color_mode,
            target_size=target_size,
            interpolation=interpolation,
        )
    except UnidentifiedImageError:
        raise ArgumentError(f"`path`: {path} is not a readable image.") from None


@export
def image_to_array(img: Image, data_format: Channels = "channels_last") -> Any:
    """Convert an image to an array.

    Args:
        img: An image from ``image_load()``, or an array.
        data_format: Position of the channel axis: "channels_last" or "channels_first".

    Returns: an array with three dimensions, usually with numbers from 0 to 255.

    Example:
        path <- tempfile(fileext = ".png")
        image_array_save(array(runif(48), c(4, 4, 3)), path)
        path %>% image_load() %>% image_to_array() %>% dim()
    """
    import keras

    return keras.utils.img_to_array(img, data_format=data_format)


@export
def image_array_resize(
    img: Images, height: Size, width: Size, data_format: Channels = "channels_last"
) -> Any:
    """Resize an image or a batch of images.

    Interpolates between pixels.

    Args:
        img: An array with three dimensions, or with four for several images.
        height: The new height.
        width: The new width.
        data_format: Position of the channel axis: "channels_last" or "channels_first".

    Returns: an array with the same number of dimensions.

    Example:
        image <- array(runif(48), c(4, 4, 3))
        dim(image_array_resize(image, height = 2, width = 8))
    """
    import keras
    from keras import ops

    if is_image(img):
        img = keras.utils.img_to_array(img, data_format=data_format)
    resized = ops.image.resize(
        img.astype(keras.config.floatx()),
        (height, width),
        interpolation="bilinear",
        data_format=data_format,
    )
    return ops.convert_to_numpy(resized)


@export(invisible=True)
def image_array_save(
    img: Image3,
    path: AnyPath,
    data_format: ChannelsIfAny | None = None,
    file_format: str | None = None,
    scale: bool = True,
) -> None:
    """Save an array as an image file.

    Args:
        img: An array with three dimensions and one, three or four channels.
        path: Path of the file. Its extension determines the format.
        data_format: Position of the channel axis: "channels_last" or "channels_first"; ``NULL`` for
            the value of ``k_image_data_format()``.
        file_format: File format, if the extension of ``path`` does not determine it.
        scale: Whether to scale the numbers to the whole range from black to white; otherwise they
            must be from 0 to 255.

    Returns: nothing.

    Example:
        path <- tempfile(fileext = ".png")
        image_array_save(array(0:255, c(16, 16, 1)), path, scale = FALSE)
    """
    import os

    import keras

    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise ArgumentError(f"`path`: there is no folder {folder}.")
    if is_image(img):
        img = keras.utils.img_to_array(img, data_format=data_format)
    try:
        with files.replacing_file(path, "path") as part:
            keras.utils.save_img(
                part, img, data_format=data_format, file_format=file_format, scale=scale
            )
    except KeyError as problem:  # raised by Pillow for an unknown format
        raise ArgumentError(f"`file_format` is not known: {problem}.") from None


class LabelsOfFilesRule(Rule):
    """The source of labels of files."""

    name = '"inferred", NULL, or a whole number from 0 for each file'

    def accept(self, value: Any) -> Any:
        if value == "inferred" or value is None:
            return value
        try:
            return LabelsRule().accept(value).tolist()
        except Mismatch:
            raise Mismatch from None


@export
def image_dataset_from_directory(
    directory: Folder,
    labels: Annotated[Any, LabelsOfFilesRule()] = "inferred",
    label_mode: Annotated[str, Choice("int", "categorical", "binary")] | None = "int",
    class_names: Strings | None = None,
    color_mode: ColorMode = "rgb",
    batch_size: Size | None = 32,
    image_size: Area = (256, 256),
    shuffle: bool = True,
    seed: Count | None = None,
    validation_split: Fraction | None = None,
    subset: Annotated[str, Choice("training", "validation", "both")] | None = None,
    interpolation: Annotated[
        str,
        Choice(
            "bilinear",
            "nearest",
            "bicubic",
            "area",
            "lanczos3",
            "lanczos5",
            "gaussian",
            "mitchellcubic",
        ),
    ] = "bilinear",
    follow_links: bool = False,
    crop_to_aspect_ratio: bool = False,
    **more: Any,
) -> Any:
    """Create a dataset from a directory of images.

    The images are read when they are needed.

    Args:
        directory: The directory. If labels are inferred, it has a subdirectory for each class.
        labels: "inferred" for labels from the subdirectories, ``NULL`` for no labels, or a whole
            number for each image, in the order of the paths.
        label_mode: Form of the labels: "int" for whole numbers, "categorical" for one-hot rows,
            "binary" for 0 and 1 in one column, ``NULL`` for no labels.
        class_names: Names of the subdirectories in the order of the class indices; alphabetical by
            default.
        color_mode: Colour mode of the result: "rgb", "rgba" or "grayscale".
        batch_size: Number of images in a batch; ``NULL`` for single images.
        image_size: Height and width to which images are resized.
        shuffle: Whether to shuffle; otherwise the images are in the order of their paths.
        seed: Random seed of the order.
        validation_split: Proportion of images for validation.
        subset: "training", "validation", or "both" for a list of the two.
        interpolation: Interpolation method for resizing.
        follow_links: Whether to follow symbolic links to folders.
        crop_to_aspect_ratio: Whether to crop images instead of changing their aspect ratio.
        more: Arguments of Keras: ``pad_to_aspect_ratio``, ``data_format`` and ``verbose``.

    Returns: a TensorFlow dataset for ``fit()``, with the attribute ``class_names``.

    Example:
        folder <- tempfile()
        for (class in c("dark", "light")) {
          dir.create(file.path(folder, class), recursive = TRUE)
          pixels <- array(if (class == "dark") 0 else 255, c(4, 4, 3))
          image_array_save(pixels, file.path(folder, class, "1.png"), scale = FALSE)
        }
        images <- image_dataset_from_directory(folder, image_size = c(4, 4), batch_size = 2)
        images$class_names
    """
    import keras

    known = ("pad_to_aspect_ratio", "data_format", "verbose", "format")
    reject_unused({n: v for n, v in more.items() if n not in known})
    if (validation_split is None) != (subset is None):
        raise ArgumentError("`validation_split` and `subset` go together: give both or neither.")
    if isinstance(labels, list) and class_names is not None:
        raise ArgumentError("`class_names` is for labels that are inferred from folders.")
    return keras.preprocessing.image_dataset_from_directory(
        directory,
        labels=labels,
        label_mode=label_mode,
        class_names=class_names,
        color_mode=color_mode,
        batch_size=batch_size,
        image_size=image_size,
        shuffle=shuffle,
        seed=seed,
        validation_split=validation_split,
        subset=subset,
        interpolation=interpolation,
        follow_links=follow_links,
        crop_to_aspect_ratio=crop_to_aspect_ratio,
        **more,
    )
