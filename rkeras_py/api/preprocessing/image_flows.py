"""Batches of images from arrays and files, transformed by a generator."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.api.preprocessing.image_generators import (
    Generator,
    check_images,
    image_data_generator,
)
from rkeras_py.convert.choices import Choice
from rkeras_py.convert.data import DataRule
from rkeras_py.convert.deprecated import warn_of
from rkeras_py.convert.images import Area, ColorMode, Resampling
from rkeras_py.convert.paths import Folder
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Count, Size
from rkeras_py.convert.strings import Strings, StringsRule
from rkeras_py.keras_private.datasets import validation_split_of
from rkeras_py.registry.define import export


class FrameRule(Rule):
    """A data frame of files; Keras needs labels as strings and lists."""

    name = "a data frame"

    def accept(self, value: Any) -> Any:
        import pandas as pd

        if not isinstance(value, pd.DataFrame):
            raise Mismatch
        plain = {}
        for name in value.columns:
            column = value[name]
            if column.dtype.name in ("category", "object"):
                column = column.astype(object).map(
                    lambda cell: cell.tolist() if hasattr(cell, "tolist") else cell
                )
            plain[name] = column
        return pd.DataFrame(plain)


Frame = Annotated[Any, FrameRule()]
Columns = Annotated[Any, StringsRule()]
Subset = Annotated[str, Choice("training", "validation")]
DirectoryMode = Annotated[str, Choice("categorical", "binary", "sparse", "input")]
FrameMode = Annotated[
    str, Choice("categorical", "binary", "sparse", "input", "multi_output", "raw", "other")
]

_GENERATOR = {"generator": "image_data_generator()"}


def _check_subset(generator: Any, subset: str | None) -> None:
    if subset is not None and not validation_split_of(generator):
        raise ArgumentError("`subset` needs a generator with a `validation_split` above 0.")


@export(r_defaults=_GENERATOR)
def flow_images_from_data(
    x: Annotated[Any, DataRule("x")],
    y: Annotated[Any, DataRule("y")] | None = None,
    generator: Generator | None = None,
    batch_size: Size = 32,
    shuffle: bool = True,
    sample_weight: Annotated[Any, DataRule("sample_weight")] | None = None,
    seed: Count | None = None,
    save_to_dir: Folder | None = None,
    save_prefix: str = "",
    save_format: str = "png",
    subset: Subset | None = None,
) -> Any:
    """Generate batches of images from an array.

    The images are transformed by an ``image_data_generator()``.

    Args:
        x: An array with four dimensions, or a list of such an array and of other data of the same
            samples, which are not changed.
        y: Targets.
        generator: An ``image_data_generator()``; ``NULL`` for one that changes nothing.
        batch_size: Number of images in a batch.
        shuffle: Whether to shuffle the images in each round.
        sample_weight: One weight for each image.
        seed: Random seed of the order and the transformations.
        save_to_dir: A folder to save the transformed images in.
        save_prefix: Prefix of the names of saved images.
        save_format: Format of saved images: "png" or "jpeg".
        subset: "training" or "validation", if the generator has a ``validation_split``.

    Returns: an endless generator of batches, for ``fit()``, ``evaluate()``, ``predict()`` and
        ``generator_next()``.

    Example:
        images <- array(runif(4 * 8 * 8 * 3), c(4, 8, 8, 3))
        batches <- flow_images_from_data(images, 1:4, batch_size = 2)
        length(batches)
    """
    generator = generator or image_data_generator()
    images = x[0] if isinstance(x, list) and x else x
    check_images(images)
    for name, data in (("y", y), ("sample_weight", sample_weight)):
        if data is not None and len(data) != len(images):
            raise ArgumentError(
                f"`x` and `{name}` must have the same number of samples, "
                f"not {len(images)} and {len(data)}."
            )
    _check_subset(generator, subset)
    batches = generator.flow(
        x,
        y,
        batch_size=batch_size,
        shuffle=shuffle,
        sample_weight=sample_weight,
        seed=seed,
        save_to_dir=save_to_dir,
        save_prefix=save_prefix,
        save_format=save_format,
        subset=subset,
    )
    if subset == "training" and sample_weight is not None:
        # Keras does not split the weights, and would use those of the validation images first
        batches.sample_weight = sample_weight[len(images) - batches.n :]
    return batches


@export(r_defaults=_GENERATOR)
def flow_images_from_directory(
    directory: Folder,
    generator: Generator | None = None,
    target_size: Area = (256, 256),
    color_mode: ColorMode = "rgb",
    classes: Strings | None = None,
    class_mode: DirectoryMode | None = "categorical",
    batch_size: Size = 32,
    shuffle: bool = True,
    seed: Count | None = None,
    save_to_dir: Folder | None = None,
    save_prefix: str = "",
    save_format: str = "png",
    follow_links: bool = False,
    subset: Subset | None = None,
    interpolation: Resampling = "nearest",
) -> Any:
    """Generate batches of images from a directory.

    The directory has a subdirectory for each class. The images are transformed by an
    ``image_data_generator()``.

    Args:
        directory: The folder.
        generator: An ``image_data_generator()``; ``NULL`` for one that changes nothing.
        target_size: Height and width to which images are resized.
        color_mode: Colour mode of the result: "rgb", "rgba" or "grayscale".
        classes: Names of the subdirectories in the order of the class indices; alphabetical by
            default.
        class_mode: Form of the targets: "categorical" for one-hot rows, "binary" or "sparse" for
            numbers, "input" for the images themselves, ``NULL`` for no targets.
        batch_size: Number of images in a batch.
        shuffle: Whether to shuffle the images in each round; otherwise they are in the order of
            their paths.
        seed: Random seed of the order and the transformations.
        save_to_dir: A folder to save the transformed images in.
        save_prefix: Prefix of the names of saved images.
        save_format: Format of saved images: "png" or "jpeg".
        follow_links: Whether to follow symbolic links to folders.
        subset: "training" or "validation", if the generator has a ``validation_split``.
        interpolation: Interpolation method for resizing.

    Returns: an endless generator of batches, for ``fit()``, ``evaluate()``, ``predict()`` and
        ``generator_next()``; ``$class_indices`` contains the indices of the classes by name.

    Example:
        folder <- tempfile()
        for (class in c("dark", "light")) {
          dir.create(file.path(folder, class), recursive = TRUE)
          pixels <- array(if (class == "dark") 0 else 255, c(4, 4, 3))
          image_array_save(pixels, file.path(folder, class, "1.png"), scale = FALSE)
        }
        flow_images_from_directory(folder, target_size = c(4, 4))$class_indices
    """
    import os

    generator = generator or image_data_generator()
    _check_subset(generator, subset)
    for name in classes or ():
        if not os.path.isdir(os.path.join(directory, name)):
            raise ArgumentError(f'`classes`: there is no folder "{name}" in {directory}.')
    return generator.flow_from_directory(
        directory,
        target_size=target_size,
        color_mode=color_mode,
        classes=classes,
        class_mode=class_mode,
        batch_size=batch_size,
        shuffle=shuffle,
        seed=seed,
        save_to_dir=save_to_dir,
        save_prefix=save_prefix,
        save_format=save_format,
        follow_links=follow_links,
        subset=subset,
        interpolation=interpolation,
    )


@export(r_defaults=_GENERATOR)
def flow_images_from_dataframe(
    dataframe: Frame,
    directory: Folder | None = None,
    x_col: str = "filename",
    y_col: Columns | None = "class",
    generator: Generator | None = None,
    target_size: Area = (256, 256),
    color_mode: ColorMode = "rgb",
    classes: Strings | None = None,
    class_mode: FrameMode | None = "categorical",
    batch_size: Size = 32,
    shuffle: bool = True,
    seed: Count | None = None,
    save_to_dir: Folder | None = None,
    save_prefix: str = "",
    save_format: str = "png",
    subset: Subset | None = None,
    interpolation: Resampling = "nearest",
    drop_duplicates: Any = None,
) -> Any:
    """Generate batches of images listed in a data frame.

    The images are transformed by an ``image_data_generator()``.

    Args:
        dataframe: A data frame with one row for each image.
        directory: The folder of the images; ``NULL`` if the paths are absolute.
        x_col: Name of the column with the paths.
        y_col: Name of the column with the targets, or several names for "multi_output" and "raw".
        generator: An ``image_data_generator()``; ``NULL`` for one that changes nothing.
        target_size: Height and width to which images are resized.
        color_mode: Colour mode of the result: "rgb", "rgba" or "grayscale".
        classes: Names of the classes in the order of the class indices; alphabetical by default.
        class_mode: Form of the targets: "categorical" for one-hot rows, "binary" or "sparse" for
            numbers, each from a column of class names; "raw" (or "other") for the numbers of the
            columns, "multi_output" for a list of the columns, "input" for the images themselves,
            ``NULL`` for no targets.
        batch_size: Number of images in a batch.
        shuffle: Whether to shuffle the images in each round.
        seed: Random seed of the order and the transformations.
        save_to_dir: A folder to save the transformed images in.
        save_prefix: Prefix of the names of saved images.
        save_format: Format of saved images: "png" or "jpeg".
        subset: "training" or "validation", if the generator has a ``validation_split``.
        interpolation: Interpolation method for resizing.
        drop_duplicates: Not used, as in R keras, with a warning: all rows are used.

    Returns: an endless generator of batches, for ``fit()``, ``evaluate()``, ``predict()`` and
        ``generator_next()``; ``$class_indices`` contains the indices of the classes by name.

    Example:
        path <- tempfile(fileext = ".png")
        image_array_save(array(runif(48), c(4, 4, 3)), path)
        listed <- data.frame(filename = path, class = c("a", "b"))
        flow_images_from_dataframe(listed, target_size = c(4, 4))$class_indices
    """
    generator = generator or image_data_generator()
    _check_subset(generator, subset)
    if class_mode in (None, "input"):
        y_col = None
    elif y_col is None:
        raise ArgumentError(f'`y_col` must name a column for `class_mode = "{class_mode}"`.')
    for argument, names in (("x_col", [x_col]), ("y_col", y_col or [])):
        for name in names:
            if name not in dataframe.columns:
                raise ArgumentError(f'`{argument}`: there is no column "{name}" in `dataframe`.')
    if drop_duplicates is not None:
        warn_of(
            "'drop_duplicates' is deprecated as of tensorflow 2.3 and will be ignored. "
            "Make sure the supplied dataframe does not contain duplicates."
        )
    several = class_mode == "multi_output" or (y_col is not None and len(y_col) > 1)
    return generator.flow_from_dataframe(
        dataframe,
        directory=directory,
        x_col=x_col,
        y_col=y_col if several or y_col is None else y_col[0],
        target_size=target_size,
        color_mode=color_mode,
        classes=classes,
        class_mode="raw" if class_mode == "other" else class_mode,
        batch_size=batch_size,
        shuffle=shuffle,
        seed=seed,
        save_to_dir=save_to_dir,
        save_prefix=save_prefix,
        save_format=save_format,
        subset=subset,
        interpolation=interpolation,
    )
