"""Datasets of text files."""

from __future__ import annotations

import os
from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.rule import ArgumentError, Rule
from rkeras_py.convert.scalars import Fraction, Int, Size
from rkeras_py.convert.signatures import reject_unused
from rkeras_py.convert.text import Strings
from rkeras_py.registry.define import export


class LabelsRule(Rule):
    """The source of labels: names of folders, none, or a vector."""

    name = '"inferred", NULL, or a whole number for each file'

    def accept(self, value: Any) -> Any:
        if value == "inferred":
            return value
        from rkeras_py.convert.text import numbers_in_order

        return numbers_in_order(value)


@export
def text_dataset_from_directory(
    directory: str,
    labels: Annotated[Any, LabelsRule()] | None = "inferred",
    label_mode: Annotated[str, Choice("int", "categorical", "binary")] | None = "int",
    class_names: Strings | None = None,
    batch_size: Size | None = 32,
    max_length: Size | None = None,
    shuffle: bool = True,
    seed: Int | None = None,
    validation_split: Fraction | None = None,
    subset: Annotated[str, Choice("training", "validation", "both")] | None = None,
    follow_links: bool = False,
    *more: Any,
    **extra: Any,
) -> Any:
    """Create a dataset from a directory of text files.

    The directory has a subdirectory for each class.

    Args:
        directory: The folder.
        labels: "inferred" for labels from the subdirectories, ``NULL`` for no labels, or a whole
            number for each file, in the order of the paths.
        label_mode: Form of the labels: "int" for whole numbers from 0, "categorical" for one-hot
            vectors, "binary" for 0 and 1 as floats, ``NULL`` for no labels.
        class_names: Names of the subdirectories in the order of the class indices; alphabetical by
            default.
        batch_size: Number of texts in a batch; ``NULL`` for single texts.
        max_length: Maximum number of characters of a text; the rest is cut.
        shuffle: Whether to shuffle; otherwise the files are in the order of their names.
        seed: Random seed of the order and of ``validation_split``.
        validation_split: Proportion of files for validation.
        subset: Part to return: "training", "validation" or "both".
        follow_links: Whether to follow symbolic links to folders.

    Returns: a dataset of texts, or of texts and labels; a list of two datasets for "both".

    Example:
        folder <- tempfile()
        for (class in c("cats", "dogs")) {
          dir.create(file.path(folder, class), recursive = TRUE)
          writeLines(paste("about", class), file.path(folder, class, "1.txt"))
        }
        dataset <- text_dataset_from_directory(folder)
        dataset$class_names
    """
    import keras

    reject_unused(extra, more)
    directory = os.path.expanduser(directory)
    if not os.path.isdir(directory):
        raise ArgumentError(f'`directory` must be a folder, but there is none: "{directory}".')
    return keras.utils.text_dataset_from_directory(
        directory,
        labels=labels,
        label_mode=label_mode,
        class_names=class_names,
        batch_size=batch_size,
        max_length=max_length,
        shuffle=shuffle,
        seed=seed,
        validation_split=validation_split,
        subset=subset,
        follow_links=follow_links,
    )
