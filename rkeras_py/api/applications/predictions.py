"""Converts predictions of networks trained on ImageNet to class names."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.data import Array
from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Size
from rkeras_py.downloads.fetch import fetch, keras_home
from rkeras_py.registry.define import export

_INDEX = "imagenet_class_index.json"
_ORIGIN = f"https://storage.googleapis.com/download.tensorflow.org/data/{_INDEX}"
_HASH = "c2c37ea517e94d9795004a39431a14cb"


def _decoded(preds: Any, top: int) -> list[Any]:
    """A data frame of the most likely classes for each row of predictions."""
    import json

    import numpy as np
    import pandas as pd

    if preds.ndim != 2 or preds.shape[1] != 1000:
        raise ArgumentError(
            "`preds` must be a matrix with a column for each of the 1000 ImageNet classes, "
            f"not {describe(preds)}."
        )
    file = fetch(keras_home() / "models" / _INDEX, _ORIGIN, _HASH)
    classes = json.loads(file.read_text(encoding="utf-8"))
    frames = []
    for scores in preds:
        likeliest = np.argsort(-scores, kind="stable")[:top]
        names, descriptions = zip(*(classes[str(i)] for i in likeliest), strict=True)
        frames.append(
            pd.DataFrame(
                {
                    "class_name": names,
                    "class_description": descriptions,
                    "score": scores[likeliest],
                }
            )
        )
    return frames


@export(long=True)
def imagenet_decode_predictions(preds: Array, top: Size = 5) -> list[Any]:
    """Decode predictions of ImageNet models.

    Returns the names of the most likely classes. The names are downloaded the first time.

    Args:
        preds: A matrix with one row for each image and one column for each of the 1000 classes.
        top: Number of classes to return for each image.

    Returns: a list of data frames, one for each image, with the columns ``class_name``,
        ``class_description`` and ``score``; the most likely class comes first.

    Example:
        if (file.exists("~/.keras/models/imagenet_class_index.json")) {
          preds <- matrix(runif(1000), 1)
          imagenet_decode_predictions(preds / sum(preds), top = 3)
        }
    """
    return _decoded(preds, top)


@export(long=True)
def mobilenet_decode_predictions(preds: Array, top: Size = 5) -> list[Any]:
    """Decode predictions of MobileNet.

    Returns the names of the most likely classes. The names are downloaded the first time.

    Args:
        preds: A matrix with one row for each image and one column for each of the 1000 classes.
        top: Number of classes to return for each image.

    Returns: a list of data frames, one for each image, with the columns ``class_name``,
        ``class_description`` and ``score``; the most likely class comes first.

    Example:
        if (file.exists("~/.keras/models/imagenet_class_index.json")) {
          preds <- matrix(runif(1000), 1)
          mobilenet_decode_predictions(preds / sum(preds), top = 3)
        }
    """
    return _decoded(preds, top)


@export(long=True)
def mobilenet_v2_decode_predictions(preds: Array, top: Size = 5) -> list[Any]:
    """Decode predictions of MobileNet V2.

    Returns the names of the most likely classes. The names are downloaded the first time.

    Args:
        preds: A matrix with one row for each image and one column for each of the 1000 classes.
        top: Number of classes to return for each image.

    Returns: a list of data frames, one for each image, with the columns ``class_name``,
        ``class_description`` and ``score``; the most likely class comes first.

    Example:
        if (file.exists("~/.keras/models/imagenet_class_index.json")) {
          preds <- matrix(runif(1000), 1)
          mobilenet_v2_decode_predictions(preds / sum(preds), top = 3)
        }
    """
    return _decoded(preds, top)
